// Pictures on their way to a room. The page keeps them until the shop has them: a browser's storage is too small for that.
import { passing } from "./bus-connection.js";

/** What the shop takes; a larger file need not go there to be refused. */
const MOST_BYTES = 10 << 20;

/**
 * With the code of the problem where it was refused.
 * @typedef {{clientId: string, file: File, state: "sending" | "kept" | "unsent", refused: string}} Picture
 */

export class Pictures {
  /** @type {Picture[]} in the order in which they were chosen */
  items = [];

  /**
   * @param {string} code of the room
   * @param {(message: any) => void} taken with the message that a picture has become
   * @param {() => void} changed
   */
  constructor(code, taken, changed) {
    this.code = code;
    this.taken = taken;
    this.changed = changed;
  }

  /** @param {File} file @returns {Promise<void>} settled when it is sent, or cannot be now */
  add(file) {
    /** @type {Picture} */
    const picture = { clientId: crypto.randomUUID(), file, state: "sending", refused: "" };
    this.items.push(picture);
    return this.#send(picture);
  }

  /** @param {Picture} picture */
  async #send(picture) {
    picture.state = "sending";
    picture.refused = "";
    this.changed();
    if (picture.file.size > MOST_BYTES) this.#refuse(picture, "too-large");
    else await this.#post(picture);
    this.changed();
  }

  /** Every attempt of one picture has the same id: sent twice it is still one message. @param {Picture} picture */
  async #post(picture) {
    const body = new FormData();
    body.set("file", picture.file);
    const path = `/api/v1/chat/rooms/${this.code}/pictures?clientId=${picture.clientId}`;
    const answer = await fetch(path, { method: "POST", body }).catch(() => null);
    if (answer?.ok) this.taken(await answer.json());
    else if (!answer) picture.state = "kept";
    else if (passing(answer.status)) picture.state = "unsent";
    else this.#refuse(picture, (await answer.json().catch(() => ({}))).code);
  }

  /** @param {Picture} picture @param {string} [code] */
  #refuse(picture, code = "invalid") {
    picture.state = "unsent";
    picture.refused = code;
  }

  /** @param {string} clientId */
  retry(clientId) {
    const picture = this.items.find((item) => item.clientId === clientId);
    if (picture) this.#send(picture);
  }

  /** There is a connection again. */
  retryAll() {
    for (const picture of this.items.filter(({ refused, state }) => state !== "sending" && !refused)) this.#send(picture);
  }

  /** @param {string} clientId of what was sent, or is not wanted any more */
  remove(clientId) {
    this.items = this.items.filter((item) => item.clientId !== clientId);
  }
}
