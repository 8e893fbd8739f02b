// Keeps the page of an order as it stands: told by the event bus, or by asking now and then while there is no socket.
import { follow } from "./bus.js";
import { replace } from "./fragment.js";
import { toast } from "./toast.js";

const POLL_MS = 5000;
const LONGEST_WAIT_MS = 60_000;

const order = () => /** @type {HTMLElement} */ (document.getElementById("order"));
const isMoving = () => order().dataset.moving === "true";

async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const changed = replace("order", await answer.text(), (now, then) => now.dataset.version !== then.dataset.version);
  if (changed?.dataset.said) toast(changed.dataset.said);
  countDown();
}

/** Shows how long the order is still held. */
function countDown() {
  const element = /** @type {HTMLElement | null} */ (document.querySelector("[data-until]"));
  if (!element) return;
  const seconds = Math.max(0, Math.floor((Date.parse(element.dataset.until ?? "") - Date.now()) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  element.textContent = (element.dataset.left ?? "").replace("%", time);
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const quietly = () => refresh().catch(() => {});

/** @param {Promise<unknown>} end until when to ask, at once and every few seconds */
async function poll(end) {
  quietly();
  const timer = setInterval(quietly, POLL_MS);
  await end;
  clearInterval(timer);
}

async function live() {
  let wait = POLL_MS;
  const heard = () => {
    wait = POLL_MS;
    quietly();
  };
  while (isMoving()) {
    await follow(`ordering.orderChanged.${order().dataset.code}`, heard).catch(() => {});
    await poll(pause(wait));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

setInterval(countDown, 1000);
countDown();
live();
