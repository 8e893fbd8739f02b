// One connection to the shop's event bus: over the raw websocket of its bridge, or by polling where none comes through.
import { PollingSocket } from "./bus-polling.js";

/** As long as a network may keep silent about a websocket that it does not let through. */
const OPEN_MS = 5000;
const PING_MS = 5000;
const ANSWER_MS = 15_000;
export const UNREACHABLE = 503;
const decoder = new TextDecoder();

/** Refused now, and perhaps not later: not signed in any more, too late, too many. */
const PASSING = new Set([401, 408, 429]);

/** @param {number} status of an answer */
export const passing = (status) => status >= 500 || PASSING.has(status);

/** @returns {Promise<string>} good for one entry, for half a minute */
async function ticket() {
  const answer = await fetch("/api/v1/tickets", { method: "POST" });
  if (!answer.ok) throw new Refusal(answer.status);
  return (await answer.json()).ticket;
}

/** @typedef {WebSocket | PollingSocket} Socket */

/** @param {Socket} socket @returns {Promise<Socket>} */
function opened(socket) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.close(), OPEN_MS);
    socket.addEventListener("open", () => resolve(socket), { once: true });
    socket.addEventListener("close", reject, { once: true });
    for (const end of ["open", "close"]) socket.addEventListener(end, () => clearTimeout(late), { once: true });
  });
}

/** @returns {Promise<Socket>} */
function socket() {
  const url = new URL("/eventbus/websocket", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const direct = new WebSocket(url);
  direct.binaryType = "arraybuffer";
  return opened(direct).catch(() => opened(new PollingSocket("/eventbus")));
}

/** Why a call was not answered; `code` is that of the problem, 503 and nothing where nobody could be reached. */
export class Refusal extends Error {
  /** @param {number} status @param {string} [code] */
  constructor(status, code = "") {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** One connection, entered with a ticket. When it has ended it is over for good. */
export class Connection {
  /** @type {Map<string, {resolve: (body: any) => void, reject: (e: Error) => void}>} */
  #calls = new Map();
  #number = 0;
  /** @type {(over?: any) => void} */
  #end = () => {};
  /** The shop has refused a frame: who says it is not, or no longer, who may. */
  rejected = false;

  /** @param {Socket} socket @param {(address: string, body: any) => void} heard @param {(address: string) => void} ended */
  constructor(socket, heard, ended) {
    this.socket = socket;
    this.heard = heard;
    this.ended = ended;
    socket.addEventListener("message", (event) => this.#take(/** @type {MessageEvent} */ (event)));
    const pings = setInterval(() => this.#send({ type: "ping" }), PING_MS);
    socket.addEventListener("close", () => this.#end(), { once: true });
    this.over = new Promise((resolve) => (this.#end = resolve)).then(() => {
      clearInterval(pings);
      for (const { reject } of this.#calls.values()) reject(new Refusal(UNREACHABLE));
    });
  }

  /**
   * @param {(address: string, body: any) => void} heard of each event; without a body once none can be missed any more
   * @param {(address: string) => void} [ended] when the shop tells nothing of an address any more
   */
  static async open(heard, ended = () => {}) {
    const body = { ticket: await ticket() };
    const connection = new Connection(await socket(), heard, ended);
    await connection.call("gateway.enter", body).catch((refusal) => {
      connection.close();
      throw refusal;
    });
    return connection;
  }

  /** @param {object} frame */
  #send(frame) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  /** @param {MessageEvent} event */
  #take({ data }) {
    const frame = JSON.parse(typeof data === "string" ? data : decoder.decode(data));
    const call = this.#calls.get(frame.address);
    this.#calls.delete(frame.address);
    if (call && frame.type === "err") call.reject(refusal(frame));
    else if (call) call.resolve(frame.body);
    else if (frame.type === "err") this.#reject();
    else if (frame.type === "registered") this.heard(frame.message.address, undefined);
    else if (frame.type === "unregistered") this.ended(frame.message.address);
    else if (frame.address) this.heard(frame.address, frame.body);
  }

  #reject() {
    this.rejected = true;
    this.close();
  }

  /**
   * Asks an operation. Who gets no answer in time hangs up: the line is dead then, though nobody has said so.
   * @param {string} address
   * @param {object} body
   */
  async call(address, body) {
    const replyAddress = `answer-${++this.#number}`;
    const late = setTimeout(() => this.close(), ANSWER_MS);
    try {
      return await new Promise((resolve, reject) => {
        if (this.socket.readyState !== WebSocket.OPEN) reject(new Refusal(UNREACHABLE));
        this.#calls.set(replyAddress, { resolve, reject });
        this.#send({ type: "send", address, body, replyAddress });
      });
    } finally {
      clearTimeout(late);
    }
  }

  /** @param {string} address */
  register(address) {
    this.#send({ type: "register", address });
  }

  /** @param {string} address */
  unregister(address) {
    this.#send({ type: "unregister", address });
  }

  /** Over at once: where the network is gone a browser waits a minute for the other side to say so, too. */
  close() {
    this.socket.close();
    this.#end();
  }
}

/** @param {{failureCode?: number, message?: string}} frame */
function refusal({ failureCode = UNREACHABLE, message = "{}" }) {
  return new Refusal(failureCode, JSON.parse(message).code);
}
