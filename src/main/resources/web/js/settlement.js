// Puts the text of a chosen settlement file where it could be pasted.
const field = document.querySelector(".money-file");
const input = field?.querySelector("input");
const text = /** @type {HTMLTextAreaElement | null} */ (document.querySelector(".money-csv"));

field?.removeAttribute("hidden");
input?.addEventListener("change", async () => {
  const file = input.files?.[0];
  if (file && text) text.value = await file.text();
});
