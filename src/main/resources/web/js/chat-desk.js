// The inbox of staff: says that one is there, and keeps its lists and the open conversation as they stand.
import { line } from "./bus.js";
import { enliven } from "./chat-view.js";
import { replace } from "./fragment.js";

const APPEAR_MS = 25_000;
const SETTLE_MS = 300;
/** How long somebody waits is told in minutes. */
const MINUTE_MS = 60_000;
const TITLE = document.title;
const inbox = /** @type {HTMLElement} */ (document.getElementById("inbox"));
const shared = line();
/** @type {Set<string>} */
const heard = new Set();
let settling = 0;
let turn = inbox.dataset.turn;
const presence = /** @type {HTMLFormElement | null} */ (document.getElementById("inbox-presence"));
let available = kept() !== "false";

/** What the page says now, without a move being read for looked at while it is not. */
async function refresh() {
  if (document.visibilityState === "hidden") {
    document.addEventListener("visibilitychange", later, { once: true });
  }
  const address = document.visibilityState === "hidden" ? inbox.dataset.lists : location.pathname + location.search;
  const answer = await fetch(address ?? "", { headers: { accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const page = await answer.text();
  if (!document.querySelector("#inbox-lists [open]")) replace("inbox-lists", page);
  if (document.getElementById("inbox-about") && !document.querySelector("#inbox-about :focus, #inbox-about dialog[open]")) {
    replace("inbox-about", page);
  }
  followRooms();
  count();
}

/** Several events at once are one look. */
function later() {
  clearTimeout(settling);
  settling = setTimeout(refresh, SETTLE_MS);
}

function followRooms() {
  for (const { dataset } of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#inbox-mine [data-room]"))) {
    const code = dataset.room ?? "";
    if (heard.has(code) || code === inbox.dataset.room) continue;
    heard.add(code);
    shared.follow(`chat.room.${code}`, (event) => event && event.happening !== "TYPING" && later());
  }
}

/** Who looks at something else sees in the tab that somebody waits. */
function count() {
  const lists = /** @type {HTMLElement | null} */ (document.getElementById("inbox-lists"));
  const open = Number(lists?.dataset.open);
  document.title = open > 0 ? `(${open}) ${TITLE}` : TITLE;
}

function appear() {
  shared.call("chat.appear", { available }).catch(() => {}); // Said again in a moment.
}

/** What was chosen in this window, on whichever of its pages. @param {string} [value] */
function kept(value) {
  try {
    if (value) sessionStorage.setItem("chat-available", value);
    return sessionStorage.getItem("chat-available");
  } catch {
    return value;
  }
}

function showAvailable() {
  presence?.querySelector("button")?.setAttribute("aria-checked", String(available));
}

presence?.addEventListener("submit", (event) => {
  event.preventDefault();
  available = !available;
  kept(String(available));
  showAvailable();
  appear();
});

document.addEventListener("click", ({ target }) => {
  const reply = /** @type {Element} */ (target).closest("[data-reply]");
  const text = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("chat-text"));
  if (reply && text) {
    text.value = [text.value, reply.getAttribute("data-reply")].filter(Boolean).join("\n");
    text.focus();
  }
  const opener = /** @type {Element} */ (target).closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.getAttribute("data-dialog") ?? "");
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
  if (/** @type {Element} */ (target).closest("[data-action=close]")) {
    /** @type {Element} */ (target).closest("dialog")?.close();
  }
});

inbox.addEventListener("chat-moved", (event) => {
  const now = String(/** @type {CustomEvent} */ (event).detail.turn);
  if (now !== turn) later();
  turn = now;
});

inbox.addEventListener("chat-decided", later);
shared.follow("chat.deskChanged", (event) => {
  later();
  if (event?.code === inbox.dataset.room) view?.room.look();
});
shared.addEventListener("up", appear);
setInterval(appear, APPEAR_MS);
setInterval(later, MINUTE_MS);
// What is being chosen in a list stays until it is done.
inbox.addEventListener("toggle", ({ target }) => target instanceof HTMLDetailsElement && !target.open && later(), true);
showAvailable();
const view = enliven(inbox);
// On a phone the conversation fills the screen.
if (matchMedia("(max-width: 63.99rem)").matches) inbox.querySelector(".chat")?.scrollIntoView();
followRooms();
count();
