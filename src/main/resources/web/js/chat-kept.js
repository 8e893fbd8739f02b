// At the end of the log: what is on its way, and what could not be sent.
import { element } from "./chat-entry.js";

const PREVIEW_PX = 240;

export class KeptLines {
  /**
   * @param {HTMLElement} log
   * @param {import("./chat-room.js").ChatRoom} room
   * @param {Record<string, string>} words
   * @param {HTMLTextAreaElement} text where one goes on when a button is gone
   */
  constructor(log, room, words, text) {
    this.log = log;
    this.room = room;
    this.words = words;
    this.text = text;
  }

  /** What stands there already stays as it is, so that it is read out once. @param {boolean} up whether there is a line */
  show(up) {
    const texts = this.room.outbox.items().map((item) => ({ ...item, state: item.refused ? "unsent" : up ? "sending" : "kept" }));
    const all = [...texts, ...this.room.pictures.items];
    for (const entry of this.lines()) if (!all.some(({ clientId }) => clientId === entry.dataset.kept)) entry.remove();
    for (const item of all) this.tell(this.line(item), item);
  }

  lines() {
    return /** @type {HTMLElement[]} */ ([...this.log.querySelectorAll("[data-kept]")]);
  }

  /** @param {{clientId: string, text?: string, file?: File}} item @returns {HTMLElement} */
  line({ clientId, text, file }) {
    const there = this.lines().find((entry) => entry.dataset.kept === clientId);
    if (there) return there;
    const made = element("li", "chat-line chat-line--own chat-line--kept");
    made.dataset.kept = clientId;
    made.append(file ? preview(file, this.words.picture) : element("p", "chat-text", text), element("p", "chat-state small"));
    this.log.append(made);
    return made;
  }

  /** @param {HTMLElement} entry @param {{state: string, refused: string, file?: File}} item */
  tell(entry, { state, refused, file }) {
    if (entry.dataset.state === state + refused) return;
    entry.dataset.state = state + refused;
    const why = refused && (this.words[refused] ?? this.words[file ? "picture-failed" : "text-failed"]);
    const told = entry.querySelector(".chat-state");
    told?.replaceChildren([this.words[state], why].filter(Boolean).join(" "));
    if (state === "unsent" || (state === "kept" && file)) told?.append(" ", this.button("retry", entry));
    if (state === "unsent") told?.append(" ", this.button("drop", entry));
  }

  /** @param {"retry" | "drop"} what @param {HTMLElement} entry */
  button(what, { dataset }) {
    const button = /** @type {HTMLButtonElement} */ (element("button", "chat-retry", this.words[what]));
    button.type = "button";
    button.addEventListener("click", () => {
      this.room[what](dataset.kept ?? "");
      this.text.focus();
    });
    return button;
  }
}

/** Drawn, because the page's policy lets no picture in that the shop has not served. @param {File} file @param {string} alt */
function preview(file, alt) {
  const canvas = /** @type {HTMLCanvasElement} */ (element("canvas", "chat-preview"));
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", alt);
  canvas.width = canvas.height = 0;
  // What this browser cannot show the shop may still know how to read.
  draw(canvas, file).catch(() => canvas.replaceWith(element("p", "chat-text", file.name)));
  return canvas;
}

/** @param {HTMLCanvasElement} canvas @param {File} file */
async function draw(canvas, file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, PREVIEW_PX / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
