// The number on the cart's button: pages are cached for everyone, so it comes after the page.

/** Fetches `src` (JSON with a `count`) and shows the count; again whenever the document says `cart-changed`. */
class CartCount extends HTMLElement {
  connectedCallback() {
    document.addEventListener("cart-changed", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    document.removeEventListener("cart-changed", this);
  }

  async handleEvent() {
    const answer = await fetch(this.getAttribute("src") ?? "", { headers: { accept: "application/json" } }).catch(
      () => null, // Offline: the number stays as it is.
    );
    if (!answer?.ok) return;
    /** @type {{count: number}} */
    const { count } = await answer.json();
    this.textContent = count > 0 ? String(count) : "";
  }
}

customElements.define("cart-count", CartCount);
