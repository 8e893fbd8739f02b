// The chat beside the page one is on: the same pages as under /chat, in a panel.
import { enliven } from "./chat-view.js";

const WIDE = matchMedia("(min-width: 40rem)");
const panel = /** @type {HTMLDialogElement} */ (document.getElementById("chat-panel"));
const content = /** @type {HTMLElement} */ (panel.querySelector(".chat-content"));
/** @type {HTMLElement | null} */
let opener = null;
/** @type {ReturnType<typeof enliven>} */
let view = null;

/** @param {string} address @param {RequestInit} [init] */
async function show(address, init) {
  content.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, init);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("chat");
    if (!page) throw new Error(String(answer.status));
    view?.leave();
    content.replaceChildren(document.adoptNode(page));
    view = enliven(content);
    content.querySelector("a[data-login]")?.setAttribute("href", login());
    /** @type {HTMLElement | null} */ (content.querySelector("textarea, input:not([type=hidden], [type=file]), a"))?.focus();
    document.dispatchEvent(new Event("chat-changed"));
  } finally {
    content.removeAttribute("aria-busy");
  }
}

/** Who logs in comes back to this page, and the panel opens again. */
function login() {
  const link = content.querySelector("a[data-login]");
  const path = link?.getAttribute("href")?.split("?")[0];
  return `${path}?next=${encodeURIComponent(location.pathname + location.search + "#chat-panel")}`;
}

/** @param {HTMLElement | null} from */
export function open(from) {
  opener = from;
  if (panel.open) return close();
  if (WIDE.matches) panel.show();
  else panel.showModal();
  remember(true);
  // Where the panel cannot be filled the page can say why.
  show(from?.getAttribute("href") ?? "/chat").catch(() => location.assign(from?.getAttribute("href") ?? "/chat"));
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
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (!link || event.defaultPrevented || !/^(\/en)?\/chat([/?]|$)/.test(link.getAttribute("href") ?? "")) return;
  event.preventDefault();
  show(link.getAttribute("href") ?? "");
});

content.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, event.submitter)));
  show(form.action, { method: "POST", body }).catch(() => form.submit());
});
