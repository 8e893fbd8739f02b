// A room as it is kept up with: every message once and in order, whatever becomes of the connection. Knows no page.
import { passing } from "./bus-connection.js";
import { Outbox } from "./chat-outbox.js";
import { Pictures } from "./chat-pictures.js";

const BEAT_MS = 25_000;
const AGAIN_MS = 2000;
const TYPING_MS = 3000;

/**
 * Says `message`, `pulse`, `read`, `typing`, `closed` and `outbox`, each with a detail. While the room is closed nothing of
 * it is heard and nobody is said to be there.
 * @typedef {{seq: number, kind: string, side: string, name?: string, clientId?: string, text?: string, event?: string, about?: string, pictureId?: string, decided?: {seq: number, state: string}, at: string}} Message
 */
export class ChatRoom extends EventTarget {
  #last;
  #wanted = 0;
  #typed = 0;
  #sending = false;
  /** @type {Promise<void> | null} */
  #filling = null;

  /** Ends the following; null while the room rests. @type {(() => void) | null} */
  #end = null;

  /**
   * @param {import("./bus.js").Line} line
   * @param {{code: string, owner: string, last: number, closed: boolean}} page what the page knows: the account that
   *     reads it, and the number of the latest message
   */
  constructor(line, { code, owner, last, closed }) {
    super();
    this.line = line;
    this.code = code;
    this.#last = last;
    this.outbox = new Outbox(owner, code);
    this.pictures = new Pictures(code, (message) => this.#take(message), () => this.#say("outbox"));
    if (!closed) this.#follow();
  }

  #follow() {
    const heard = this.line.follow(`chat.room.${this.code}`, (event) => (event ? this.#hear(event) : this.#caughtUp()));
    const beats = setInterval(() => this.beat(), BEAT_MS);
    this.#end = () => {
      heard();
      clearInterval(beats);
    };
  }

  /** Nobody looks at it any longer, or nobody writes in it. */
  leave() {
    this.#end?.();
    this.#end = null;
  }

  /** Goes on in a room that is open again. */
  #wake() {
    if (this.#end) return;
    this.outbox.reopen();
    this.#follow();
  }

  /** Looks whether somebody has opened it again elsewhere. */
  async look() {
    if (this.#end) return;
    const answer = await fetch(`/api/v1/chat/rooms/${this.code}`).catch(() => null);
    if (answer?.ok && (await answer.json()).state !== "CLOSED") this.#wake();
  }

  /** @returns {Promise<boolean | null>} whether it is open again; null where the shop was not reached */
  async reopen() {
    const answer = await fetch(`/api/v1/chat/rooms/${this.code}/reopening`, { method: "POST" }).catch(() => null);
    if (answer?.ok) this.#wake();
    return answer && answer.ok;
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
    this.pictures.retryAll();
  }

  /** @param {{happening: string, message?: Message, side?: string, seq?: number, state?: string, turn?: number}} event */
  #hear(event) {
    if (event.message) this.#take(event.message);
    if (event.state === "CLOSED") this.#rest(event.turn);
    else if (event.happening === "MOVED") this.beat();
    if (event.happening === "READ") this.#say("read", event);
    if (event.happening === "TYPING") this.#say("typing", event);
  }

  /** What was said before the end is still asked for. @param {number} [turn] */
  async #rest(turn) {
    await this.#filling;
    this.leave();
    this.#say("closed", turn);
  }

  /** @param {Message} message */
  #take(message) {
    if (message.seq > this.#last + 1) this.fill(message.seq);
    if (message.seq !== this.#last + 1) return;
    this.#last = message.seq;
    if (message.clientId) this.#confirm(message.clientId);
    this.#say("message", message);
  }

  /** @param {string} clientId */
  #confirm(clientId) {
    this.outbox.remove(clientId);
    this.pictures.remove(clientId);
    this.#say("outbox");
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

  /** Says that one is there, and hears how the room stands; a gap shows at once. */
  async beat() {
    const pulse = await this.#call("beat").catch(() => null);
    if (!pulse) return;
    this.#say("pulse", pulse);
    if (pulse.room.lastSeq > this.#last) await this.fill(pulse.room.lastSeq);
    if (pulse.room.state === "CLOSED") this.#rest(pulse.room.turn);
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
    this.pictures.retry(clientId);
  }

  /** @param {string} clientId of what was refused and shall not be sent any more */
  drop(clientId) {
    this.#confirm(clientId);
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
      const { status, code } = /** @type {import("./bus-connection.js").Refusal} */ (refusal);
      const later = passing(status);
      if (!later) this.outbox.change(clientId, { refused: code });
      if (later && this.line.up) setTimeout(() => this.flush(), AGAIN_MS);
      this.#say("outbox");
      return !later;
    }
    this.#say("outbox");
    return true;
  }

  /** Tells the other side that one types, now and then while it lasts. */
  typing() {
    if (Date.now() - this.#typed < TYPING_MS) return;
    this.#typed = Date.now();
    this.#call("signal", { typing: true }).catch(() => {}); // Nobody misses it.
  }

  /** Up to the latest that is known. */
  read() {
    if (this.#end) this.#call("markRead", { seq: this.#last }).catch(() => {}); // The next look tells it again.
  }
}
