// What somebody wrote in a room and the shop has not confirmed: kept in the browser until it has, or until somebody else
// uses the browser.

/** @typedef {{clientId: string, text: string, refused: string}} Kept with the code of the problem, empty where there was none */

export class Outbox {
  /** @type {Kept[]} as far as the browser keeps nothing */
  #kept = [];

  /** @param {string} owner the account that writes @param {string} code of the room */
  constructor(owner, code) {
    this.name = `chat-outbox ${owner} ${code}`;
    this.draftName = `chat-draft ${owner} ${code}`;
    this.#forgetOthers(`chat-outbox ${owner} `);
    this.#kept = this.items();
  }

  /** What is being written, from page to page of this window. */
  get draft() {
    try {
      return sessionStorage.getItem(this.draftName) ?? "";
    } catch {
      return "";
    }
  }

  set draft(text) {
    try {
      if (text) sessionStorage.setItem(this.draftName, text);
      else sessionStorage.removeItem(this.draftName);
    } catch {
      // A browser that keeps nothing has it on this page alone.
    }
  }

  /** @param {string} own how the names begin that stay */
  #forgetOthers(own) {
    try {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith("chat-outbox ") && !name.startsWith(own)) localStorage.removeItem(name);
      }
    } catch {
      // A browser that keeps nothing has nothing of others.
    }
  }

  /** In the order in which they were written; another page of the same room may have changed them. */
  items() {
    try {
      return /** @type {Kept[]} */ (JSON.parse(localStorage.getItem(this.name) ?? "[]"));
    } catch {
      return this.#kept;
    }
  }

  /** @param {Kept[]} items */
  #keep(items) {
    this.#kept = items;
    try {
      if (items.length > 0) localStorage.setItem(this.name, JSON.stringify(items));
      else localStorage.removeItem(this.name);
    } catch {
      // A browser that keeps nothing sends all the same, as long as the page is open.
    }
  }

  /** What was refused because nobody wrote any more may go out now. */
  reopen() {
    this.#keep(this.items().map((item) => (item.refused === "chat.closed" ? { ...item, refused: "" } : item)));
  }

  /** The first that may be sent. */
  next() {
    return this.items().find((item) => !item.refused);
  }

  /** @param {string} text */
  add(text) {
    this.#keep([...this.items(), { clientId: crypto.randomUUID(), text, refused: "" }]);
  }

  /** @param {string} clientId */
  remove(clientId) {
    this.#keep(this.items().filter((item) => item.clientId !== clientId));
  }

  /** @param {string} clientId @param {Partial<Kept>} change */
  change(clientId, change) {
    this.#keep(this.items().map((item) => (item.clientId === clientId ? { ...item, ...change } : item)));
  }
}
