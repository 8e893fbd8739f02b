// Beside the list a tick filters at once; in the phone's sheet the button does, so that several can be ticked.
const facets = /** @type {HTMLFormElement | null} */ (document.getElementById("facets"));

facets?.addEventListener("change", () => {
  if (!facets.matches(":popover-open")) facets.requestSubmit();
});

// Fields left empty stay out of the address.
facets?.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
});
