// Puts the text of a chosen file where it could be pasted: into the field that data-file-for names.
for (const field of document.querySelectorAll("[data-file-for]")) {
  const input = field.querySelector("input");
  const text = /** @type {HTMLTextAreaElement | null} */ (
    document.getElementById(field.getAttribute("data-file-for") ?? "")
  );
  field.removeAttribute("hidden");
  input?.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file && text) text.value = await file.text();
  });
}
