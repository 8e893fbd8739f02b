// Every change asks for the page of the changed build and takes over what differs, so that nothing reloads.

import { walk } from "./keys.js";

const build = /** @type {HTMLElement} */ (document.getElementById("build"));
const CONTROL = "input, select, summary, a, button";
/** What changes nothing of the build: switches ticked to compare, and words to a customer. */
const BESIDE = new Set(["s", "text"]);
const TYPING_MILLIS = 250;
const LONGEST_MILLIS = 15_000;
let asking = new AbortController();
let typing = 0;

build.addEventListener("change", ({ target }) => {
  const input = /** @type {HTMLInputElement} */ (target);
  if (input.form && !BESIDE.has(input.name)) follow(input.form);
});

build.addEventListener("input", ({ target }) => {
  const input = /** @type {HTMLInputElement} */ (target);
  if (input.type !== "search" || !input.form) return;
  const form = input.form;
  clearTimeout(typing);
  typing = setTimeout(() => follow(form), TYPING_MILLIS);
});

build.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  follow(/** @type {HTMLFormElement} */ (event.target));
});

// A link to another build, a fix or a key, is the same page.
build.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = new URL(link.getAttribute("href") ?? "", location.href);
  if (address.pathname !== location.pathname || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  show(address.pathname + address.search);
});

build.addEventListener("keydown", walk);

addEventListener("popstate", () => show(location.pathname + location.search, false));

/** @param {HTMLFormElement} form */
function follow(form) {
  clearTimeout(typing);
  const query = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  query.delete("text");
  query.delete("clientId");
  show(`${form.getAttribute("action")}?${query}`);
}

/**
 * @param {string} address
 * @param {boolean} [visit] whether one can come back from it
 */
async function show(address, visit = true) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  build.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MILLIS)]) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!signal.aborted) take(page, visit);
  } catch {
    // What was chosen since has an answer of its own.
    if (!signal.aborted) tellTrouble(address);
  }
}

/**
 * What was chosen stays as it is, to be tried again.
 * @param {string} address
 */
function tellTrouble(address) {
  build.removeAttribute("aria-busy");
  document.querySelector("#trouble p")?.removeAttribute("hidden");
  document.getElementById("again")?.setAttribute("href", address);
}

/**
 * @param {Document} page
 * @param {boolean} visit
 */
function take(page, visit) {
  const fresh = page.getElementById("build");
  if (!fresh) throw new Error("not the builder's page");
  const places = placesOfFocus();
  keepFolds(fresh);
  morph(build, fresh);
  focusAgain(places);
  const address = build.dataset.address;
  if (visit && address !== location.pathname + location.search) history.pushState(null, "", address);
  // The same build in the other language.
  for (const link of document.querySelectorAll("a[hreflang]")) {
    /** @type {HTMLAnchorElement} */ (link).search = location.search;
  }
}

/** The focused control and what it stands in, from the inside out, by their ids. */
function placesOfFocus() {
  const places = [];
  for (let place = document.activeElement; place && place !== build; place = place.parentElement) {
    if (place.id) places.push(place.id);
  }
  return build.contains(document.activeElement) ? places : [];
}

/**
 * Where a choice has taken its own control away, the focus goes to what is chosen in its place.
 * @param {string[]} places
 */
function focusAgain(places) {
  if (!places.length || document.activeElement?.id === places[0]) return;
  const place = places.map((id) => document.getElementById(id)).find((left) => left !== null);
  const control = place?.matches(CONTROL) ? place : (place?.querySelector("input:checked") ?? place?.querySelector(CONTROL));
  /** @type {HTMLElement | null | undefined} */ (control)?.focus();
}

/**
 * What is folded open or shut stays so.
 * @param {Element} fresh
 */
function keepFolds(fresh) {
  for (const fold of build.querySelectorAll("details")) {
    const same = fresh.querySelector(`details[id="${fold.id}"]`);
    same?.toggleAttribute("open", fold.open);
  }
}

/**
 * Makes a node like another one, keeping whatever is the same: pictures, focus, scrolled lists.
 * @param {Node} from
 * @param {Node} to
 */
function morph(from, to) {
  if (from instanceof Element && to instanceof Element && sameKind(from, to)) {
    attributes(from, to);
    children(from, to);
  } else if (from.nodeType === Node.TEXT_NODE && to.nodeType === Node.TEXT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
  } else {
    from.parentNode?.replaceChild(to, from);
  }
}

/**
 * @param {Element} from
 * @param {Element} to
 */
function sameKind(from, to) {
  return from.nodeName === to.nodeName && (from.id === to.id || from.nodeName === "INPUT");
}

/**
 * @param {Element} from
 * @param {Element} to
 */
function attributes(from, to) {
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  if (from instanceof HTMLInputElement) {
    from.checked = to.hasAttribute("checked");
    // What is being typed is newer than what was asked.
    if (from.type !== "checkbox" && from.type !== "radio" && from !== document.activeElement) {
      from.value = to.getAttribute("value") ?? "";
    }
  }
  if (from instanceof HTMLOptionElement) from.selected = to.hasAttribute("selected");
}

/**
 * @param {Element} from
 * @param {Element} to
 */
function children(from, to) {
  const old = [...from.childNodes];
  const fresh = [...to.childNodes];
  fresh.forEach((node, index) => (index < old.length ? morph(old[index], node) : from.append(node)));
  old.slice(fresh.length).forEach((node) => node.remove());
}
