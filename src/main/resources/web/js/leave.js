// A machine may be used by others, too: who logs out leaves no unsent words of the chat behind.
addEventListener("submit", ({ target, submitter }) => {
  if (![target, submitter].some((pressed) => pressed instanceof HTMLElement && pressed.hasAttribute("data-leaves"))) return;
  try {
    for (const kept of [localStorage, sessionStorage]) {
      for (const name of Object.keys(kept)) if (name.startsWith("chat-")) kept.removeItem(name);
    }
  } catch {
    // A browser that keeps nothing has kept nothing.
  }
});
