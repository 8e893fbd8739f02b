// A room as it is kept up with: every message once and in order, whatever becomes of the connection. Knows no page.
import { Outbox } from "./chat-outbox.js";

const BEAT_MS = 25_000;
const AGAIN_MS = 2000;
const TYPING_MS = 3000;
/** Refused now, and perhaps not later: not signed in any more, too late, too many. */
const PASSING = new Set([401, 408, 429]);

/**
 * Says `message`, `pulse`, `read`, `typing` and `outbox`, each with a detail.
 * @typedef {{seq: number, kind: string, side: string, name?: string, clientId?: string, text?: string, event?: string, about?: string, pictureId?: string, decided?: {seq: number, state: string}, at: string}} Message
 */
export class ChatRoom extends EventTarget {
  #last;
  #wanted = 0;
  #typed = 0;
  #sending = false;
  /** @type {Promise<void> | null} */
  #filling = null;

  /**
   * @param {import("./bus.js").Line} line
   * @param {string} code
   * @param {number} last the number of the latest message that is known
   */
  constructor(line, code, last) {
    super();
    this.line = line;
    this.code = code;
    this.#last = last;
    this.outbox = new Outbox(code);
    const heard = line.follow(`chat.room.${code}`, (event) => (event ? this.#hear(event) : this.#caughtUp()));
    const beats = setInterval(() => this.beat(), BEAT_MS);
    /** Nobody looks at it any longer. */
    this.leave = () => {
      heard();
      clearInterval(beats);
    };
  }

  /** @param {string} operation @param {object} [input] */
  #call(operation, input = {}) {
    return this.line.call(`chat.${operation}`, { code: this.code, ...input });
  }

  /** @param {string} what @param {any} [detail] */
  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  /** From here on nothing is missed any more: what was, is asked for, and what lies in the outbox goes out. */
  async #caughtUp() {
    await this.fill();
    this.beat();
    this.flush();
  }

  /** @param {{happening: string, message?: Message, side?: string, seq?: number}} event */
  #hear(event) {
    if (event.message) this.#take(event.message);
    if (event.happening === "MOVED") this.beat();
    if (event.happening === "READ") this.#say("read", event);
    if (event.happening === "TYPING") this.#say("typing", event);
  }

  /** @param {Message} message */
  #take(message) {
    if (message.seq > this.#last + 1) this.fill(message.seq);
    if (message.seq !== this.#last + 1) return;
    this.#last = message.seq;
    if (message.clientId) this.outbox.remove(message.clientId);
    this.#say("message", message);
  }

  /** Asks for what is missing, once at a time. @param {number} [upTo] which number is known to be there */
  fill(upTo = 0) {
    this.#wanted = Math.max(this.#wanted, upTo);
    // Without a line it is asked for when that is back.
    this.#filling ??= this.#fill()
      .catch(() => {})
      .finally(() => (this.#filling = null));
    return this.#filling;
  }

  async #fill() {
    for (let more = true; more; ) {
      const page = await this.#call("listMessages", { after: this.#last });
      for (const message of page.items) this.#take(message);
      more = page.more || (page.items.length > 0 && this.#last < this.#wanted);
    }
  }

  /** @param {number} before @returns {Promise<{items: Message[], more: boolean}>} */
  older(before) {
    return this.#call("listMessages", { before });
  }

  /** Says that one is there, and hears how the room stands; a gap shows at once. */
  async beat() {
    const pulse = await this.#call("beat").catch(() => null);
    if (!pulse) return;
    this.#say("pulse", pulse);
    if (pulse.room.lastSeq > this.#last) this.fill(pulse.room.lastSeq);
  }

  /** @param {string} text to be sent, now or when there is a connection again */
  say(text) {
    this.outbox.add(text);
    this.#typed = 0;
    this.#say("outbox");
    this.flush();
  }

  /** @param {string} clientId of what was refused */
  retry(clientId) {
    this.outbox.change(clientId, { refused: "" });
    this.#say("outbox");
    this.flush();
  }

  /** Sends what lies in the outbox, one after the other; sent twice it is still one message. */
  async flush() {
    if (this.#sending) return;
    this.#sending = true;
    for (let next; (next = this.outbox.next()) && (await this.#send(next)); );
    this.#sending = false;
  }

  /** @param {{clientId: string, text: string}} kept @returns {Promise<boolean>} whether the next one may follow */
  async #send({ clientId, text }) {
    try {
      this.#take(await this.#call("sendMessage", { clientId, text }));
      this.outbox.remove(clientId);
    } catch (refusal) {
      const { status, code } = /** @type {import("./bus.js").Refusal} */ (refusal);
      const passing = status >= 500 || PASSING.has(status);
      if (!passing) this.outbox.change(clientId, { refused: code });
      if (passing && this.line.up) setTimeout(() => this.flush(), AGAIN_MS);
      this.#say("outbox");
      return !passing;
    }
    this.#say("outbox");
    return true;
  }

  /** @param {FormData} form with the file @returns {Promise<boolean>} whether it was taken */
  async sendPicture(form) {
    const path = `/api/v1/chat/rooms/${this.code}/pictures?clientId=${crypto.randomUUID()}`;
    const answer = await fetch(path, { method: "POST", body: form });
    if (answer.ok) this.#take(await answer.json());
    return answer.ok;
  }

  /** Tells the other side that one types, now and then while it lasts. */
  typing() {
    if (Date.now() - this.#typed < TYPING_MS) return;
    this.#typed = Date.now();
    this.#call("signal", { typing: true }).catch(() => {}); // Nobody misses it.
  }

  /** Up to the latest that is known. */
  read() {
    this.#call("markRead", { seq: this.#last }).catch(() => {}); // The next look tells it again.
  }
}
