// The shop's event bus, as the pages use it.
import { Connection, Refusal, UNREACHABLE } from "./bus-connection.js";

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * The line of a page: opened again whenever it ends, later each time, and at once when the network comes back. While
 * nobody follows anything it is hung up. Says `up` and `down`.
 */
export class Line extends EventTarget {
  /** @type {Map<string, Set<(body?: any) => void>>} */
  #followed = new Map();
  /** Of these addresses no event is missed now. @type {Set<string>} */
  #sure = new Set();
  /** @type {Connection | null} */
  #connection = null;
  #wake = () => {};
  /** The network has gone since the connection was begun. */
  #lost = false;
  /** Whether the last connection ended because the shop does not tell what is followed. */
  rejected = false;

  constructor() {
    super();
    addEventListener("offline", () => this.#lose());
    addEventListener("online", () => this.#wake());
    this.#keep();
  }

  get up() {
    return this.#connection !== null;
  }

  #lose() {
    this.#lost = true;
    if (this.#connection) this.#connection.close();
    else this.dispatchEvent(new Event("down"));
  }

  async #keep() {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      while (this.#followed.size === 0) await new Promise((resolve) => (this.#wake = () => resolve(undefined)));
      if (await this.#connect().catch((failure) => this.#miss(failure))) wait = FIRST_WAIT_MS;
      this.#connection = null;
      this.#sure.clear();
      this.dispatchEvent(new Event("down"));
      // Not all at the same moment when a node comes back.
      await this.#pause(wait * (0.75 + Math.random() / 2));
    }
  }

  /** It is tried again. Where the shop was not reached nobody knows what it would tell. @param {unknown} failure */
  #miss(failure) {
    if (!(failure instanceof Refusal) || failure.status >= 500) this.rejected = false;
    return false;
  }

  /** @returns {Promise<boolean>} that it was of use, and has ended */
  async #connect() {
    this.#lost = false;
    const connection = await Connection.open(
      (address, body) => this.#hear(address, body),
      // Of a room that silence has closed; whoever follows it all the same wants to hear when it is reopened.
      (address) => this.#followed.has(address) && connection.register(address),
    );
    this.#connection = connection;
    if (this.#followed.size === 0 || this.#lost) connection.close();
    for (const address of this.#followed.keys()) connection.register(address);
    this.dispatchEvent(new Event("up"));
    await connection.over;
    this.rejected = connection.rejected;
    return !this.rejected;
  }

  /** @param {string} address @param {any} body */
  #hear(address, body) {
    if (body === undefined) this.#sure.add(address);
    for (const heard of this.#followed.get(address) ?? []) heard(body);
  }

  /** @param {number} ms */
  #pause(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }

  /**
   * Hears an address from now on.
   * @param {string} address
   * @param {(body?: any) => void} heard with each event; without one whenever none can be missed any more from then on
   * @returns {() => void} ends it
   */
  follow(address, heard) {
    const all = this.#followed.get(address);
    if (!all) this.#connection?.register(address);
    this.#followed.set(address, (all ?? new Set()).add(heard));
    if (this.#sure.has(address)) queueMicrotask(heard);
    if (!this.#connection) this.#wake();
    return () => {
      this.#followed.get(address)?.delete(heard);
      queueMicrotask(() => this.#forget(address)); // Who goes on at once, on another page of the panel, goes on hearing.
    };
  }

  /** @param {string} address that nobody may follow any more */
  #forget(address) {
    if (this.#followed.get(address)?.size !== 0) return;
    this.#followed.delete(address);
    this.#sure.delete(address);
    this.#connection?.unregister(address);
    if (this.#followed.size === 0) this.#connection?.close();
  }

  /**
   * Asks an operation; rejects with a {@link Refusal}.
   * @param {string} address
   * @param {object} body
   */
  async call(address, body) {
    if (!this.#connection) throw new Refusal(UNREACHABLE);
    return this.#connection.call(address, body);
  }
}

/** @type {Line | undefined} */
let shared;

/** The one line of this page. */
export const line = () => (shared ??= new Line());

/**
 * Follows an address until the connection ends.
 * @param {string} address
 * @param {() => void} heard once when events can no longer be missed, and at each event
 * @returns {Promise<void>} settles when the connection is over; rejects when it could not be opened
 */
export async function follow(address, heard) {
  const connection = await Connection.open((told) => told === address && heard());
  connection.register(address);
  return connection.over;
}
