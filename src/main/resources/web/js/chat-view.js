// Makes the page of a room live: what the server has drawn goes on by itself.
import { line } from "./bus.js";
import { ChatRoom } from "./chat-room.js";

const ZONE = { timeZone: "Asia/Ho_Chi_Minh" };
const TYPING_SHOWN_MS = 5000;
const NEAR_END = 80;

/** @typedef {import("./chat-room.js").Message} Message */

/** @param {string} tag @param {string} name @param {string} [text] */
function element(tag, name, text = "") {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

class ChatView {
  #typing = 0;
  left = new AbortController();

  /** @param {HTMLElement} chat */
  constructor(chat) {
    this.chat = chat;
    this.own = chat.dataset.side;
    this.words = JSON.parse(chat.dataset.words ?? "{}");
    this.scroll = this.part("scroll");
    this.log = this.part("log");
    this.form = /** @type {HTMLFormElement} */ (this.part("form"));
    this.text = /** @type {HTMLTextAreaElement} */ (this.form.elements.namedItem("text"));
    this.line = line();
    this.room = new ChatRoom(this.line, chat.dataset.code ?? "", Number(chat.dataset.last));
    this.listen();
    this.showOutbox();
    this.toEnd();
  }

  /** Nobody looks at it any longer. */
  leave() {
    this.room.leave();
    this.left.abort();
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.chat.querySelector(`[data-part=${name}]`));
  }

  listen() {
    /** @param {string} what @param {(detail: any) => void} react */
    const on = (what, react) => this.room.addEventListener(what, (event) => react(/** @type {CustomEvent} */ (event).detail));
    on("message", (message) => this.add(message));
    on("pulse", (pulse) => this.showPulse(pulse));
    on("read", ({ side, seq }) => side !== this.own && this.showRead(seq));
    on("typing", ({ side }) => side !== this.own && this.showTyping());
    on("outbox", () => this.showOutbox());
    const { signal } = this.left;
    this.line.addEventListener("down", () => this.showLine(false), { signal });
    this.line.addEventListener("up", () => this.showLine(true), { signal });
    document.addEventListener("visibilitychange", () => this.read(), { signal });
    this.form.addEventListener("submit", (event) => this.send(event));
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("input", () => this.text.value.trim() && this.room.typing());
    this.part("older")?.addEventListener("click", (event) => this.older(event));
  }

  /** @param {Event} event */
  send(event) {
    event.preventDefault();
    event.stopPropagation();
    const text = this.text.value.trim();
    if (!text) return;
    this.text.value = "";
    this.text.focus();
    this.room.say(text);
    this.toEnd();
  }

  /** Enter sends where there is a keyboard; with the thumb it is a new line. @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  /** @param {string} iso */
  day(iso) {
    const [year, month, day] = new Intl.DateTimeFormat("sv-SE", { ...ZONE, dateStyle: "short" }).format(new Date(iso)).split("-");
    if (document.documentElement.lang === "vi") return `${day}/${month}/${year}`;
    const name = new Intl.DateTimeFormat("en-GB", { ...ZONE, month: "short" }).format(new Date(iso));
    return `${Number(day)} ${name} ${year}`;
  }

  /** @param {Message} message */
  entry(message) {
    const own = message.side === this.own;
    if (message.kind === "EVENT") return element("li", "chat-event small", this.event(message));
    const entry = element("li", own ? "chat-line chat-line--own" : "chat-line");
    const clock = new Intl.DateTimeFormat("sv-SE", { ...ZONE, hour: "2-digit", minute: "2-digit" }).format(new Date(message.at));
    entry.append(
      element("p", "chat-who small quiet", own ? clock : `${message.name ?? ""} · ${clock}`),
      element("p", "chat-text", message.text),
    );
    if (own) entry.append(element("p", "chat-state small quiet"));
    return entry;
  }

  /** @param {Message} message */
  event({ event = "", about = "", text = "" }) {
    return this.words[event]?.replace("{name}", about) ?? text;
  }

  /** @param {Message} message @param {(entries: Element[]) => void} put @param {string | undefined} before the day of what stands before */
  put(message, put, before) {
    const day = this.day(message.at);
    const entry = this.entry(message);
    entry.dataset.seq = String(message.seq);
    entry.dataset.day = day;
    put(before === day ? [entry] : [element("li", "chat-day small quiet", day), entry]);
  }

  /** @param {Message} message */
  add(message) {
    const follows = this.atEnd() || message.side === this.own;
    const last = /** @type {HTMLElement | undefined} */ ([...this.log.querySelectorAll("[data-seq]")].at(-1));
    const pending = this.log.querySelector("[data-kept]");
    this.put(message, (entries) => (pending ? pending.before(...entries) : this.log.append(...entries)), last?.dataset.day);
    if (message.side !== this.own) this.part("typing").textContent = "";
    this.showRead(this.readUpTo ?? Number(this.chat.dataset.read));
    this.showOutbox();
    if (follows) this.toEnd();
    this.read();
  }

  /** Only what is looked at was read. */
  read() {
    if (document.visibilityState === "visible" && this.chat.checkVisibility() && this.atEnd()) this.room.read();
  }

  atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR_END;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  /** The latest that was read says so, and the latest of all that it was sent. @param {number} seq */
  showRead(seq) {
    this.readUpTo = Math.max(seq, this.readUpTo ?? 0);
    const own = /** @type {HTMLElement[]} */ ([...this.log.querySelectorAll(".chat-line--own[data-seq]")]);
    for (const entry of own) this.state(entry, "");
    const read = own.filter((entry) => Number(entry.dataset.seq) <= (this.readUpTo ?? 0)).at(-1);
    const last = own.at(-1);
    if (last) this.state(last, this.words.sent);
    if (read) this.state(read, this.words.read);
  }

  /** @param {HTMLElement} entry @param {string} words */
  state(entry, words) {
    const state = entry.querySelector(".chat-state");
    if (state && state.textContent !== words) state.textContent = words;
  }

  showOutbox() {
    for (const entry of this.log.querySelectorAll("[data-kept]")) entry.remove();
    for (const { clientId, text, refused } of this.room.outbox.items()) {
      const entry = element("li", "chat-line chat-line--own chat-line--kept");
      entry.dataset.kept = clientId;
      const state = element("p", "chat-state small", refused ? this.words.unsent : this.line.up ? this.words.sending : this.words.kept);
      entry.append(element("p", "chat-text", text), state);
      if (refused) state.append(" ", this.retry(clientId));
      this.log.append(entry);
    }
  }

  /** @param {string} clientId */
  retry(clientId) {
    const button = /** @type {HTMLButtonElement} */ (element("button", "chat-retry", this.words.retry));
    button.type = "button";
    button.addEventListener("click", () => this.room.retry(clientId));
    return button;
  }

  showTyping() {
    clearTimeout(this.#typing);
    const typing = this.part("typing");
    const follows = this.atEnd();
    typing.textContent = this.words.typing.replace("{name}", this.part("with").textContent ?? "");
    this.#typing = setTimeout(() => (typing.textContent = ""), TYPING_SHOWN_MS);
    if (follows) this.toEnd();
  }

  /** @param {boolean} up */
  showLine(up) {
    this.part("line").textContent = up ? "" : this.words.offline;
    this.showOutbox();
  }

  /** @param {{room: any, attended: boolean, waitSeconds?: number}} pulse */
  showPulse({ room, attended, waitSeconds }) {
    const staff = this.own === "STAFF";
    this.part("with").textContent = (staff ? room.customer : room.member) ?? this.words.waiting;
    this.part("online").textContent = staff || room.member ? (room.otherOnline ? this.words.online : this.words.away) : "";
    this.part("online").dataset.online = String(room.otherOnline);
    this.tell(this.part("standing"), this.standing(room, attended, waitSeconds));
    this.showRead(room.otherReadSeq);
    this.form.hidden = !room.mayWrite;
    for (const part of this.chat.querySelectorAll("[data-when]")) {
      part.toggleAttribute("hidden", part.getAttribute("data-when") !== (room.state === "CLOSED" ? "closed" : "open"));
    }
    this.chat.dispatchEvent(new CustomEvent("chat-moved", { bubbles: true, detail: room }));
  }

  /** Only what is new is read out. @param {HTMLElement} part @param {string} words */
  tell(part, words) {
    if (part.textContent !== words) part.textContent = words;
    part.hidden = !words;
  }

  /** @param {any} room @param {boolean} attended @param {number} [seconds] */
  standing(room, attended, seconds) {
    if (room.state === "CLOSED") return this.words.closed;
    if (this.own === "STAFF") return room.mayWrite ? "" : this.words.taken.replace("{name}", room.member ?? "").trim();
    if (!room.position) return "";
    if (!attended) return this.words.nobody;
    const minutes = Math.ceil((seconds ?? 0) / 60);
    const words = minutes ? this.words["queue-wait"] : this.words.queue;
    return words.replace("{position}", room.position).replace("{minutes}", String(minutes));
  }

  /** @param {Event} event */
  async older(event) {
    event.preventDefault();
    event.stopPropagation();
    const first = /** @type {HTMLElement | null} */ (this.log.querySelector("[data-seq]"));
    const page = await this.room.older(Number(first?.dataset.seq)).catch(() => null);
    if (!page || !first) return;
    const height = this.scroll.scrollHeight;
    if (first.dataset.day && this.log.firstElementChild?.matches(".chat-day")) this.log.firstElementChild.remove();
    this.prepend(page.items, first.dataset.day);
    this.part("older").hidden = !page.more;
    this.scroll.scrollTop += this.scroll.scrollHeight - height;
  }

  /** @param {Message[]} messages @param {string | undefined} next the day that goes on after them */
  prepend(messages, next) {
    /** @type {Element[]} */
    const all = [];
    let day = "";
    for (const message of messages) {
      this.put(message, (entries) => all.push(...entries), day);
      day = this.day(message.at);
    }
    if (next && next !== day) all.push(element("li", "chat-day small quiet", next));
    this.log.prepend(...all);
  }
}

/** @param {ParentNode} where the page of a room may stand */
export function enliven(where) {
  const chat = /** @type {HTMLElement | null} */ (where.querySelector(".chat[data-code]"));
  return chat ? new ChatView(chat) : null;
}
