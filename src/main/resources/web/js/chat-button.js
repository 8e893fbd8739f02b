// The chat's button on the shop's pages: how much is unread, and the panel, whose script comes when it is opened.
const button = document.getElementById("chat-button");
const TOLD = "chat-unread";
let following = "";

/** Pages are cached for everyone, so the number comes after the page. */
async function look() {
  const answer = await fetch("/api/v1/chat/unread").catch(() => null); // Offline: the number stays as it is.
  if (!answer?.ok) return;
  const { count, code } = await answer.json();
  const badge = /** @type {HTMLElement} */ (button?.querySelector(".chat-badge"));
  badge.firstElementChild?.replaceChildren(count > 0 ? String(count) : "");
  badge.hidden = count === 0;
  if (code && code !== following) {
    following = code;
    listen(code);
  }
}

/** Of all pages that are open in this browser one listens, and tells the others. @param {string} code */
function listen(code) {
  navigator.locks?.request(`chat ${code}`, async () => {
    const { line } = await import("./bus.js");
    // For as long as this page is open, or the room.
    await new Promise((resolve) => {
      const leave = line().follow(`chat.room.${code}`, (event) => {
        if (event?.happening !== "TYPING") changed();
        if (event?.state === "CLOSED") resolve(leave());
      });
    });
    following = "";
  });
}

function changed() {
  look();
  try {
    localStorage.setItem(TOLD, String(Date.now()));
  } catch {
    // A browser that keeps nothing shows the number on this page.
  }
}

/** @param {boolean} [restored] */
async function open(restored) {
  const { open } = await import("./chat-panel.js");
  open(button, restored);
}

button?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

if (button) {
  look();
  addEventListener("storage", ({ key }) => key === TOLD && look());
  document.addEventListener("chat-changed", changed);
  if (location.hash === "#chat-panel") open();
  else if (sessionStorage.getItem("chat-panel") && matchMedia("(min-width: 40rem)").matches) open(true);
}
