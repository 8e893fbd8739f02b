// Short messages above the lower edge of the screen, read out by screen readers.
const SHOWN_FOR_MS = 5000;

/**
 * Shows a message for five seconds.
 * @param {string} message
 */
export function toast(message) {
  const item = document.createElement("p");
  item.className = "toast";
  item.textContent = message;
  document.getElementById("toasts")?.append(item);
  setTimeout(() => item.remove(), SHOWN_FOR_MS);
}
