// Parts of a page that are put in anew from the server's own HTML, so that there is one template for each.

/**
 * Replaces the element with this id by the one of the same id in a page, unless `differs` says that nothing is new.
 * @param {string} id
 * @param {string} html
 * @param {(now: HTMLElement, then: HTMLElement) => boolean} [differs]
 * @returns {HTMLElement | null} the new element, null where nothing was replaced
 */
export function replace(id, html, differs = () => true) {
  const now = document.getElementById(id);
  const then = new DOMParser().parseFromString(html, "text/html").getElementById(id);
  if (!now || !then || !differs(now, then)) return null;
  const focused = now.contains(document.activeElement) ? document.activeElement?.id : "";
  now.replaceWith(document.adoptNode(then));
  if (focused) document.getElementById(focused)?.focus();
  return then;
}
