// The button that turns the light on and off; early.js has already applied what was chosen before.
const root = document.documentElement;

/** @param {boolean} dark */
function choose(dark) {
  root.dataset.theme = dark ? "dark" : "light";
  root.toggleAttribute("data-dark", dark);
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // A browser that keeps nothing still shows the theme on this page.
  }
}

document
  .querySelector("[data-action=theme]")
  ?.addEventListener("click", () => choose(!root.hasAttribute("data-dark")));
