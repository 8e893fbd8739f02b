// Makes the page of a room live: what the server has drawn goes on by itself.
import { line } from "./bus.js";
import { entries } from "./chat-entry.js";
import { KeptLines } from "./chat-kept.js";
import { Past } from "./chat-past.js";
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
    this.readUpTo = Number(chat.dataset.read);
    this.words = JSON.parse(chat.dataset.words ?? "{}");
    this.scroll = this.part("scroll");
    this.log = this.part("log");
    this.form = /** @type {HTMLFormElement} */ (this.part("form"));
    this.text = /** @type {HTMLTextAreaElement} */ (this.form.elements.namedItem("text"));
    this.line = line();
    const { code = "", owner = "", last, state } = chat.dataset;
    this.room = new ChatRoom(this.line, { code, owner, last: Number(last), closed: state === "CLOSED" });
    this.kept = new KeptLines(this.log, this.room, this.words, this.text);
    this.past = new Past(chat);
    this.standing = new Standing(chat, this.words, this.text);
    this.text.value ||= this.room.outbox.draft;
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
    for (const sign of ["message", "read", "typing"]) on(sign, (told) => this.standing.hear(told));
    on("pulse", (pulse) => this.showPulse(pulse));
    on("read", ({ side, seq }) => side !== this.own && this.showRead(seq));
    on("typing", ({ side }) => side !== this.own && this.showTyping());
    on("outbox", () => this.showOutbox());
    on("closed", (turn) => this.showClosed(turn));
    const { signal } = this.left;
    this.line.addEventListener("down", () => this.showDown(), { signal });
    this.line.addEventListener("up", () => this.showOutbox(), { signal });
    document.addEventListener("visibilitychange", () => this.seen(), { signal });
    this.form.addEventListener("submit", (event) => this.send(event));
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("input", () => (this.room.outbox.draft = this.text.value));
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
    this.text.value = this.room.outbox.draft = "";
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
    const answered = await this.room.reopen();
    if (answered === null) this.part("line").textContent = this.words.unreached;
    else if (!answered) /** @type {HTMLFormElement} */ (event.target).submit();
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
    this.showRead(0);
    this.showOutbox();
    if (this.#follows) this.toEnd();
    this.read();
    if (message.kind === "PROPOSAL") this.redraw(message.seq);
    if (message.decided) this.decided(message.decided.seq);
  }

  /** The build is another one from now on, or stays. @param {number} seq of a proposal */
  decided(seq) {
    this.redraw(seq);
    this.chat.dispatchEvent(new Event("chat-decided", { bubbles: true }));
  }

  /** @param {number} seq of a proposal */
  async redraw(seq) {
    await this.past.redraw(seq);
    if (this.#follows) this.toEnd();
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
    this.readUpTo = Math.max(seq, this.readUpTo);
    const own = /** @type {HTMLElement[]} */ ([...this.log.querySelectorAll(".chat-line--own[data-seq]")]);
    for (const entry of own) this.state(entry, "");
    const read = own.filter((entry) => Number(entry.dataset.seq) <= this.readUpTo).at(-1);
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
    typing.textContent = this.words.typing.replace("{name}", () => this.part("with").textContent ?? "");
    this.#typing = setTimeout(() => (typing.textContent = ""), TYPING_SHOWN_MS);
    if (this.#follows) this.toEnd();
  }

  /** Who does not follow misses no connection. */
  showDown() {
    const words = this.words[this.line.rejected ? "rejected" : "offline"];
    const part = this.part("line");
    if (!this.standing.closed && part.textContent !== words) part.textContent = words;
    this.showOutbox();
  }

  /** @param {{room: any, attended: boolean, waitSeconds?: number}} pulse */
  showPulse(pulse) {
    const { closed } = this.standing;
    this.standing.show(pulse);
    this.part("line").textContent = "";
    this.showRead(pulse.room.otherReadSeq);
    if (!closed || this.standing.closed) return;
    document.dispatchEvent(new Event("chat-changed"));
    this.past.redrawOpen();
    if (pulse.room.mayWrite) this.text.focus();
  }

  /** @param {number} [turn] */
  showClosed(turn) {
    this.standing.close(turn);
    this.past.redrawOpen();
    this.part("typing").textContent = this.part("line").textContent = "";
  }

  /** @param {Event} event */
  async older(event) {
    event.preventDefault();
    event.stopPropagation();
    await this.past.older();
    this.showRead(0);
  }
}

/** @param {ParentNode} where the page of a room may stand */
export function enliven(where) {
  const chat = /** @type {HTMLElement | null} */ (where.querySelector(".chat[data-code]"));
  return chat ? new ChatView(chat) : null;
}
