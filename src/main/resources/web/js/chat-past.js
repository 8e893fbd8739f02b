// What the server draws of a room's log: older messages, and proposals as they stand now.

export class Past {
  /** @param {HTMLElement} chat */
  constructor(chat) {
    this.chat = chat;
    this.scroll = /** @type {HTMLElement} */ (chat.querySelector("[data-part=scroll]"));
    this.log = /** @type {HTMLElement} */ (chat.querySelector("[data-part=log]"));
    this.more = /** @type {HTMLElement | null} */ (chat.querySelector("[data-part=older]"));
  }

  /** The page that ends before a message. @param {number} seq @returns {Promise<Document | null>} */
  async #before(seq) {
    const answer = await fetch(`${this.chat.dataset.here}?before=${seq}`).catch(() => null);
    return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  }

  /** A proposal, with what can be done about it. Without a connection it stands there after the next load. @param {number} seq */
  async redraw(seq) {
    const page = await this.#before(seq + 1);
    const entry = `[data-part=log] [data-seq="${seq}"]`;
    const then = page?.querySelector(entry);
    if (then) this.chat.querySelector(entry)?.replaceWith(document.adoptNode(then));
  }

  /** Only while the room is not closed can a proposal be answered. */
  redrawOpen() {
    for (const open of this.log.querySelectorAll("[data-seq]:has(.chat-proposal[data-state=OPEN])")) {
      this.redraw(Number(/** @type {HTMLElement} */ (open).dataset.seq));
    }
  }

  /** Puts one page more before the log, and what is looked at stays in sight. */
  async older() {
    const first = /** @type {HTMLElement} */ (this.log.querySelector("[data-seq]"));
    const page = await this.#before(Number(first.dataset.seq));
    if (!page) return;
    const lines = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-part=log] > *")]);
    const height = this.scroll.scrollHeight;
    if (first.dataset.day === lines.at(-1)?.dataset.day) first.previousElementSibling?.remove();
    this.log.prepend(...lines);
    if (!page.querySelector("[data-part=older]")) this.#noMore();
    this.scroll.scrollTop += this.scroll.scrollHeight - height;
  }

  /** Who came with the keyboard goes on from there. */
  #noMore() {
    this.scroll.focus({ preventScroll: true });
    this.more?.toggleAttribute("hidden", true);
  }
}
