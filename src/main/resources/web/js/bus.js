// The shop's event bus, over the raw websocket of its bridge.
const PING_MS = 5000;
const ANSWER_MS = 15_000;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
const UNREACHABLE = 503;
const decoder = new TextDecoder();

/** @returns {Promise<string>} good for one entry, for half a minute */
async function ticket() {
  const answer = await fetch("/api/v1/tickets", { method: "POST" });
  if (!answer.ok) throw new Error(`No ticket: ${answer.status}`);
  return (await answer.json()).ticket;
}

/** @param {WebSocket} socket */
function opened(socket) {
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("close", reject, { once: true });
  });
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
class Connection {
  /** @type {Map<string, {resolve: (body: any) => void, reject: (e: Error) => void}>} */
  #calls = new Map();
  #number = 0;

  /** @param {WebSocket} socket @param {(address: string, body: any) => void} heard */
  constructor(socket, heard) {
    this.socket = socket;
    this.heard = heard;
    socket.addEventListener("message", (event) => this.#take(event));
    const pings = setInterval(() => this.#send({ type: "ping" }), PING_MS);
    this.over = new Promise((resolve) => socket.addEventListener("close", resolve, { once: true })).then(() => {
      clearInterval(pings);
      for (const { reject } of this.#calls.values()) reject(new Refusal(UNREACHABLE));
    });
  }

  /** @param {(address: string, body: any) => void} heard of each event; without a body once none can be missed any more */
  static async open(heard) {
    const url = new URL("/eventbus/websocket", location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const body = { ticket: await ticket() };
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    await opened(socket);
    const connection = new Connection(socket, heard);
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
    else if (frame.type === "err") this.close();
    // A room that was closed for inactivity; whoever still shows it wants to hear when it is reopened.
    else if (frame.type === "unregistered") this.register(frame.address);
    else if (frame.address) this.heard(frame.address, frame.body);
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

  close() {
    this.socket.close();
  }
}

/** @param {{failureCode?: number, message?: string}} frame */
function refusal({ failureCode = UNREACHABLE, message = "{}" }) {
  return new Refusal(failureCode, JSON.parse(message).code);
}

/**
 * The line of a page: opened again whenever it ends, later each time, and at once when the network comes back. Says `up`
 * and `down`.
 */
export class Line extends EventTarget {
  /** @type {Map<string, Set<(body?: any) => void>>} */
  #followed = new Map();
  /** Of these addresses no event is missed now. @type {Set<string>} */
  #sure = new Set();
  /** @type {Connection | null} */
  #connection = null;
  #wake = () => {};

  constructor() {
    super();
    addEventListener("offline", () => this.#connection?.close());
    addEventListener("online", () => this.#wake());
    this.#keep();
  }

  get up() {
    return this.#connection !== null;
  }

  async #keep() {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      // What goes wrong here is tried again.
      if (await this.#connect().catch(() => false)) wait = FIRST_WAIT_MS;
      this.#connection = null;
      this.#sure.clear();
      this.dispatchEvent(new Event("down"));
      // Not all at the same moment when a node comes back.
      await this.#pause(wait * (0.75 + Math.random() / 2));
    }
  }

  /** @returns {Promise<boolean>} that it was up and has ended */
  async #connect() {
    const connection = await Connection.open((address, body) => this.#hear(address, body));
    this.#connection = connection;
    for (const address of this.#followed.keys()) connection.register(address);
    this.dispatchEvent(new Event("up"));
    await connection.over;
    return true;
  }

  /** @param {string} address @param {any} body */
  #hear(address, body) {
    if (body === undefined) this.#sure.add(address);
    for (const heard of this.#followed.get(address) ?? []) heard(body);
  }

  /** @param {number} ms */
  #pause(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }

  /**
   * Hears an address from now on.
   * @param {string} address
   * @param {(body?: any) => void} heard with each event; without one whenever none can be missed any more from then on
   * @returns {() => void} ends it
   */
  follow(address, heard) {
    const all = this.#followed.get(address);
    if (!all) this.#connection?.register(address);
    this.#followed.set(address, (all ?? new Set()).add(heard));
    if (this.#sure.has(address)) queueMicrotask(heard);
    return () => this.#followed.get(address)?.delete(heard);
  }

  /**
   * Asks an operation; rejects with a {@link Refusal}.
   * @param {string} address
   * @param {object} body
   */
  async call(address, body) {
    if (!this.#connection) throw new Refusal(UNREACHABLE);
    return this.#connection.call(address, body);
  }
}

/** @type {Line | undefined} */
let shared;

/** The one line of this page. */
export const line = () => (shared ??= new Line());

/**
 * Follows an address until the connection ends.
 * @param {string} address
 * @param {() => void} heard once when events can no longer be missed, and at each event
 * @returns {Promise<void>} settles when the connection is over; rejects when it could not be opened
 */
export async function follow(address, heard) {
  const connection = await Connection.open((told) => told === address && heard());
  connection.register(address);
  return connection.over;
}
