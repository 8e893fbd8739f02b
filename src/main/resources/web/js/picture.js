// Shows a chosen picture before it is sent, in the frame where it will stand.
const EDGE = 320;
const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".input--file"));
const frame = document.querySelector(".portrait-frame");

/** @param {File} file */
async function show(file) {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement("canvas");
  const scale = EDGE / Math.min(picture.width, picture.height);
  canvas.className = "portrait-picture";
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  frame?.replaceChildren(canvas);
}

input?.addEventListener("change", () => {
  const file = input.files?.[0];
  // What this browser cannot show the shop may still know how to read.
  if (file) show(file).catch(() => {});
});
