// How a room stands, around its log: who is there, what comes next, and whether one may write.

export class Standing {
  /**
   * @param {HTMLElement} chat
   * @param {Record<string, string>} words
   * @param {HTMLTextAreaElement} text what is being written
   */
  constructor(chat, words, text) {
    this.chat = chat;
    this.words = words;
    this.text = text;
    this.staff = chat.dataset.side === "STAFF";
    this.closed = chat.dataset.state === "CLOSED";
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.chat.querySelector(`[data-part=${name}]`));
  }

  /** @param {{room: any, attended: boolean, waitSeconds?: number}} pulse */
  show({ room, attended, waitSeconds }) {
    this.closed = room.state === "CLOSED";
    this.part("with").textContent = (this.staff ? room.customer : room.member) ?? (this.closed ? "ROLT" : this.words.waiting);
    this.presence(this.staff || room.member ? (room.otherOnline ? "online" : "away") : "");
    this.tell(this.sentence(room, attended, waitSeconds));
    this.mayWrite(room.mayWrite);
    this.moved(room.turn);
  }

  /** Nobody writes any more. @param {number} [turn] */
  close(turn) {
    this.closed = true;
    this.presence("");
    this.tell(this.words.closed);
    this.mayWrite(false);
    this.moved(turn);
  }

  /** Who writes, reads or types is there, before the next beat says so. @param {{side: string, kind?: string}} told */
  hear({ side, kind }) {
    if (side !== this.chat.dataset.side && kind !== "EVENT" && !this.closed) this.presence("online");
  }

  /** @param {"online" | "away" | ""} state */
  presence(state) {
    this.part("online").textContent = this.words[state] ?? "";
    this.part("online").dataset.online = String(state === "online");
  }

  /** Only what is new is read out. @param {string} words */
  tell(words) {
    const part = this.part("standing");
    if (part.textContent !== words) part.textContent = words;
    part.hidden = !words;
  }

  /** @param {any} room @param {boolean} attended @param {number} [seconds] */
  sentence(room, attended, seconds) {
    if (this.closed) return this.words.closed;
    if (this.staff && room.mayWrite) return "";
    if (this.staff) return room.member ? this.words.taken.replace("{name}", () => room.member) : this.words.released;
    if (!room.position) return "";
    if (!attended) return this.words.nobody;
    const minutes = Math.ceil((seconds ?? 0) / 60);
    const words = minutes ? this.words["queue-wait"] : this.words.queue;
    return words.replace("{position}", room.position).replace("{minutes}", String(minutes));
  }

  /** What was being written when somebody else took over can still be copied. @param {boolean} may */
  mayWrite(may) {
    const left = !may && !this.closed && this.text.value.trim() !== "";
    // Who was writing goes on from the log, instead of from nowhere.
    if (!may && !left && this.part("write").contains(document.activeElement)) this.part("scroll").focus({ preventScroll: true });
    this.part("write").hidden = !may && !left;
    this.part("write").toggleAttribute("data-stopped", left);
    this.text.readOnly = left;
    for (const part of this.chat.querySelectorAll("[data-when]")) {
      part.toggleAttribute("hidden", part.getAttribute("data-when") !== (this.closed ? "closed" : "open"));
    }
  }

  /** @param {number} [turn] */
  moved(turn) {
    this.chat.dispatchEvent(new CustomEvent("chat-moved", { bubbles: true, detail: { turn } }));
  }
}
