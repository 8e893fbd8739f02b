// One message as an element, as the server's template draws it.
const ZONE = { timeZone: "Asia/Ho_Chi_Minh" };

/** @typedef {import("./chat-room.js").Message} Message */

/** @param {string} tag @param {string} name @param {string} [text] */
export function element(tag, name, text = "") {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

/** A day as the shop's pages write it. @param {string} iso */
function day(iso) {
  const moment = new Date(iso);
  const [year, month, date] = new Intl.DateTimeFormat("sv-SE", { ...ZONE, dateStyle: "short" }).format(moment).split("-");
  if (document.documentElement.lang === "vi") return `${date}/${month}/${year}`;
  const name = new Intl.DateTimeFormat("en-US", { ...ZONE, month: "short" }).format(moment);
  return `${Number(date)} ${name} ${year}`;
}

/** @param {string} iso */
function clock(iso) {
  return new Intl.DateTimeFormat("sv-SE", { ...ZONE, hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** @param {string} id @param {string} alt */
function picture(id, alt) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "chat-picture"));
  link.href = `/media/${id}/1600.jpg`;
  const image = document.createElement("img");
  image.src = `/media/${id}/640.jpg`;
  image.alt = alt;
  link.append(image);
  return link;
}

/** @param {Message} message @param {boolean} own @param {Record<string, string>} words */
function said(message, own, words) {
  const entry = element("li", own ? "chat-line chat-line--own" : "chat-line");
  // It was read out when it was written.
  if (own) entry.setAttribute("aria-live", "off");
  const time = clock(message.at);
  // On the desk several say "own" things.
  entry.append(element("p", "chat-who small quiet", message.side === "CUSTOMER" && own ? time : `${message.name ?? "ROLT"} · ${time}`));
  if (message.pictureId) entry.append(picture(message.pictureId, words.picture));
  if (message.text) entry.append(element("p", "chat-text", message.text));
  if (own) entry.append(element("p", "chat-state small quiet"));
  return entry;
}

/** @param {Message} message @param {Record<string, string>} words */
function happened({ event = "", about = "", text = "", decided }, words) {
  return element("li", "chat-event small", words[decided?.state ?? event]?.replace("{name}", () => about) ?? text);
}

/**
 * The message, and before it the day where another one begins.
 * @param {Message} message
 * @param {boolean} own
 * @param {Record<string, string>} words
 * @param {string} [before] the day of what stands before
 */
export function entries(message, own, words, before) {
  const entry = message.kind === "EVENT" ? happened(message, words) : said(message, own, words);
  entry.dataset.seq = String(message.seq);
  entry.dataset.day = day(message.at);
  return before === entry.dataset.day ? [entry] : [element("li", "chat-day small quiet", entry.dataset.day), entry];
}
