// Every change asks for the page of the changed build and takes over what differs, so that nothing reloads.

const build = /** @type {HTMLElement} */ (document.getElementById("build"));
const CONTROL = "input, summary, a, button";
let latest = 0;

build.addEventListener("change", ({ target }) => {
  const form = /** @type {HTMLInputElement} */ (target).form;
  if (form) follow(form);
});

/** @param {HTMLFormElement} form */
async function follow(form) {
  const asked = ++latest;
  const query = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  build.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`${form.action}?${query}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (asked === latest) take(page);
  } catch {
    form.submit();
  }
}

/** @param {Document} page */
function take(page) {
  const fresh = page.getElementById("build");
  if (!fresh) throw new Error("not the builder's page");
  const places = placesOfFocus();
  keepFolds(fresh);
  morph(build, fresh);
  focusAgain(places);
  history.replaceState(null, "", build.dataset.address);
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
  if (from instanceof HTMLInputElement) from.checked = to.hasAttribute("checked");
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
