// The chat beside the page one is on: the same pages as under /chat, in a panel.
import { enliven } from "./chat-view.js";

const WIDE = matchMedia("(min-width: 40rem)");
const panel = /** @type {HTMLDialogElement} */ (document.getElementById("chat-panel"));
const fault = /** @type {HTMLElement} */ (panel.querySelector("[role=alert]"));
const content = /** @type {HTMLElement} */ (panel.querySelector(".chat-content"));
/** @type {HTMLElement | null} */
let opener = null;
/** @type {ReturnType<typeof enliven>} */
let view = null;

/**
 * Without a connection it says so, and what is there stays.
 * @param {string} address
 * @param {RequestInit} [init]
 * @param {boolean} [focus]
 */
async function show(address, init, focus = true) {
  content.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, init).catch(() => null);
    fault.textContent = answer ? "" : (fault.dataset.words ?? "");
    if (!answer) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("chat");
    if (!page) throw new Error(String(answer.status));
    view?.leave();
    content.replaceChildren(document.adoptNode(page));
    view = enliven(content);
    content.querySelector("a[data-login]")?.setAttribute("href", login());
    if (focus) first()?.focus();
    document.dispatchEvent(new Event("chat-changed"));
  } finally {
    content.removeAttribute("aria-busy");
  }
}

/** Where one writes or chooses; else what can be done. @returns {HTMLElement | undefined} */
function first() {
  const all = /** @type {HTMLElement[]} */ ([...content.querySelectorAll("textarea, input:not([type=hidden], [type=file])"), ...content.querySelectorAll("a")]);
  return all.find((one) => one.checkVisibility());
}

/** Who logs in comes back to this page, and the panel opens again. */
function login() {
  const link = content.querySelector("a[data-login]");
  const path = link?.getAttribute("href")?.split("?")[0];
  return `${path}?next=${encodeURIComponent(location.pathname + location.search + "#chat-panel")}`;
}

/** @param {HTMLElement | null} from @param {boolean} [restored] on another page: then it takes no focus */
export function open(from, restored = false) {
  opener = from;
  if (panel.open) return close();
  if (restored) panel.open = true;
  else if (WIDE.matches) panel.show();
  else panel.showModal();
  remember(true);
  const address = from?.getAttribute("href") ?? "/chat";
  // Where the panel cannot be filled the page can say why.
  show(address, undefined, !restored).catch(() => location.assign(address));
}

function close() {
  panel.close();
}

/** On a desk the panel stays open from page to page. @param {boolean} opened */
function remember(opened) {
  opener?.setAttribute("aria-expanded", String(opened));
  if (opened && WIDE.matches) sessionStorage.setItem("chat-panel", "open");
  else sessionStorage.removeItem("chat-panel");
}

panel.addEventListener("close", () => {
  remember(false);
  view?.leave();
  view = null;
  content.replaceChildren();
  opener?.focus();
});

panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  close();
});

panel.querySelector("[data-action=close]")?.addEventListener("click", close);

// What stays within the chat stays within the panel.
content.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
  if (!link || event.defaultPrevented || !/^(\/en)?\/chat([/?]|$)/.test(link.getAttribute("href") ?? "")) return;
  event.preventDefault();
  show(link.href).catch(() => location.assign(link.href));
});

content.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, event.submitter)));
  show(form.action, { method: "POST", body }).catch(() => form.submit());
});
