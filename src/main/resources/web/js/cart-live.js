// Changes the cart in place: the same forms, sent without leaving the page.
import { replace } from "./fragment.js";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function send(form, submitter) {
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, submitter)));
  const answer = await fetch(form.action, { method: "POST", body });
  if (!answer.headers.get("content-type")?.startsWith("text/html")) throw new Error(String(answer.status));
  if (!replace("cart", await answer.text())) location.assign(answer.url);
  document.dispatchEvent(new Event("cart-changed"));
}

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.closest("#cart")) return;
  event.preventDefault();
  send(form, event.submitter).catch(() => form.submit());
});

document.addEventListener("change", (event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  if (input.matches("#cart [name=quantity]")) input.form?.requestSubmit();
});
