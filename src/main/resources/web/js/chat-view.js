// Makes the page of a room live: what the server has drawn goes on by itself.
import { line } from "./bus.js";
import { daySeparator, entries } from "./chat-entry.js";
import { KeptLines } from "./chat-kept.js";
import { ChatRoom } from "./chat-room.js";
import { Standing } from "./chat-standing.js";

const TYPING_SHOWN_MS = 5000;
const NEAR_END = 80;

/** @typedef {import("./chat-room.js").Message} Message */

class ChatView {
  #typing = 0;
  /** Whether the end is in sight and stays so, whatever comes: a message, or a picture that has loaded. */
  #follows = true;
  #top = 0;
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
    const { code = "", owner = "", last, state } = chat.dataset;
    this.room = new ChatRoom(this.line, { code, owner, last: Number(last), closed: state === "CLOSED" });
    this.kept = new KeptLines(this.log, this.room, this.words);
    this.standing = new Standing(chat, this.words, this.text);
    this.listen();
    this.showOutbox();
    this.toEnd();
    this.keepEnd();
    // It leads browsers without scripts to the end, and would push the rest of the conversation out of sight.
    this.chat.querySelector("#chat-end")?.remove();
    if (location.hash === "#chat-end") this.chat.scrollIntoView({ block: "nearest" });
  }

  /** Nobody looks at it any longer. */
  leave() {
    this.room.leave();
    this.left.abort();
  }

  keepEnd() {
    this.scroll.addEventListener("scroll", () => this.scrolled(), { passive: true });
    const sizes = new ResizeObserver(() => this.#follows && this.toEnd());
    sizes.observe(this.log);
    sizes.observe(this.scroll);
  }

  /** Only who scrolls back leaves the end: what has grown meanwhile moves nothing. */
  scrolled() {
    const { scrollTop } = this.scroll;
    this.#follows = this.atEnd() || (this.#follows && scrollTop >= this.#top);
    this.#top = scrollTop;
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
    on("closed", (turn) => this.showClosed(turn));
    const { signal } = this.left;
    this.line.addEventListener("down", () => this.showLine(false), { signal });
    this.line.addEventListener("up", () => this.showLine(true), { signal });
    document.addEventListener("visibilitychange", () => this.seen(), { signal });
    this.form.addEventListener("submit", (event) => this.send(event));
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("input", () => this.text.value.trim() && this.room.typing());
    const picture = this.part("picture");
    picture.addEventListener("change", () => this.sendPicture(/** @type {HTMLFormElement} */ (picture)));
    this.part("older")?.addEventListener("click", (event) => this.older(event));
    this.part("reopen")?.addEventListener("submit", (event) => this.reopen(event));
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

  /** @param {HTMLFormElement} form */
  sendPicture(form) {
    const file = new FormData(form).get("file");
    form.reset();
    if (file instanceof File && file.size > 0) this.room.pictures.add(file);
    this.toEnd();
  }

  /** Where it cannot be reopened the server's page says why. What was being written stays. @param {Event} event */
  async reopen(event) {
    event.preventDefault();
    event.stopPropagation();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!(await this.room.reopen())) form.submit();
  }

  /** Enter sends where there is a keyboard; with the thumb it is a new line. @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  /** @param {Message} message */
  add(message) {
    this.#follows ||= message.side === this.own;
    const last = /** @type {HTMLElement | undefined} */ ([...this.log.querySelectorAll("[data-seq]")].at(-1));
    const pending = this.log.querySelector("[data-kept]");
    const added = entries(message, message.side === this.own, this.words, last?.dataset.day);
    if (pending) pending.before(...added);
    else this.log.append(...added);
    if (message.side !== this.own) this.part("typing").textContent = "";
    this.showRead(this.readUpTo ?? Number(this.chat.dataset.read));
    this.showOutbox();
    if (this.#follows) this.toEnd();
    this.read();
    if (message.kind === "PROPOSAL") this.redraw(message.seq);
    if (message.decided) this.redraw(message.decided.seq);
  }

  /** A proposal is drawn by the server, with what can be done about it. @param {number} seq */
  async redraw(seq) {
    const answer = await fetch(this.chat.dataset.here ?? "").catch(() => null); // It stands there after the next reload.
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const entry = `[data-part=log] [data-seq="${seq}"]`;
    const then = page.querySelector(entry);
    if (then) this.chat.querySelector(entry)?.replaceWith(document.adoptNode(then));
  }

  seen() {
    if (document.visibilityState === "visible") this.room.look();
    this.read();
  }

  /** Only what is looked at was read. */
  read() {
    if (document.visibilityState === "visible" && this.chat.checkVisibility() && this.#follows) this.room.read();
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
    this.kept.show(this.line.up);
    if (this.#follows) this.toEnd();
  }

  showTyping() {
    clearTimeout(this.#typing);
    const typing = this.part("typing");
    typing.textContent = this.words.typing.replace("{name}", this.part("with").textContent ?? "");
    this.#typing = setTimeout(() => (typing.textContent = ""), TYPING_SHOWN_MS);
    if (this.#follows) this.toEnd();
  }

  /** Who does not follow misses no connection. @param {boolean} up */
  showLine(up) {
    this.part("line").textContent = up || this.standing.closed ? "" : this.words.offline;
    this.showOutbox();
  }

  /** @param {{room: any, attended: boolean, waitSeconds?: number}} pulse */
  showPulse(pulse) {
    const { closed } = this.standing;
    this.standing.show(pulse);
    this.showRead(pulse.room.otherReadSeq);
    if (!closed || this.standing.closed) return;
    document.dispatchEvent(new Event("chat-changed"));
    if (pulse.room.mayWrite) this.text.focus();
  }

  /** @param {number} [turn] */
  showClosed(turn) {
    this.standing.close(turn);
    this.part("typing").textContent = this.part("line").textContent = "";
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
    /** @type {HTMLElement[]} */
    const all = [];
    for (const message of messages) all.push(...entries(message, message.side === this.own, this.words, all.at(-1)?.dataset.day));
    if (next && next !== all.at(-1)?.dataset.day) all.push(daySeparator(next));
    this.log.prepend(...all);
  }
}

/** @param {ParentNode} where the page of a room may stand */
export function enliven(where) {
  const chat = /** @type {HTMLElement | null} */ (where.querySelector(".chat[data-code]"));
  return chat ? new ChatView(chat) : null;
}
