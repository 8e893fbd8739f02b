// What a websocket does, by plain requests, for networks that let no websocket through: SockJS' polling.

/** Says `open`, `message` and `close` as a websocket does. */
export class PollingSocket extends EventTarget {
  /** @type {number} */
  readyState = WebSocket.CONNECTING;
  #over = new AbortController();
  #sent = Promise.resolve();
  #address;

  /** @param {string} bridge its address */
  constructor(bridge) {
    super();
    this.#address = `${bridge}/000/${crypto.randomUUID()}`;
    this.#poll();
  }

  /** Each request waits until there is something to answer, half a minute at most. */
  async #poll() {
    try {
      while (this.readyState !== WebSocket.CLOSED) this.#take(await this.#post("xhr", ""));
    } catch {
      this.close();
    }
  }

  /** @param {string} frame: its kind is the first letter */
  #take(frame) {
    if (frame.startsWith("o")) this.#open();
    if (frame.startsWith("c")) this.close();
    const messages = frame.startsWith("a") ? JSON.parse(frame.slice(1)) : [];
    for (const data of messages) this.dispatchEvent(new MessageEvent("message", { data }));
  }

  #open() {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  /** @param {string} what @param {string} body */
  async #post(what, body) {
    const answer = await fetch(`${this.#address}/${what}`, { method: "POST", body, signal: this.#over.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  }

  /** One after the other, so that they arrive in order. @param {string} text */
  send(text) {
    this.#sent = this.#sent.then(() => this.#post("xhr_send", JSON.stringify([text]))).then(
      () => {},
      () => this.close(),
    );
  }

  close() {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.#over.abort();
    this.dispatchEvent(new Event("close"));
  }
}
