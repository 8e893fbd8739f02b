/** An element with attributes, listeners (`onclick`) and children; what is undefined or false is left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== undefined && child !== false));
  return made;
}

/** A button whose key lets it keep the focus when the page is drawn anew. */
export function button(label, onclick, attributes = {}) {
  return element('button', { type: 'button', 'data-key': label, onclick, ...attributes }, label);
}

export function table(columns, rows) {
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': columns.join(', ') },
    element('table', {},
      element('thead', {}, element('tr', {}, columns.map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, rows.map(row => element('tr', {}, row.map(cell => element('td', {}, String(cell))))))));
}

/** Puts new content in place of the old, with the focus where it was. */
export function redraw(place, ...content) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  place.replaceChildren(...content);
  if (key) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

const đồng = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });
const hour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'Asia/Ho_Chi_Minh' });

export const money = amount => đồng.format(amount);
export const hourOf = instant => hour.format(new Date(instant));
export const dayOf = instant => `${day.format(new Date(instant))}, ${hourOf(instant)}`;

export function clockTime(instant) {
  return element('time', { datetime: instant, title: dayOf(instant) }, hourOf(instant));
}

export async function get(path) {
  return (await fetch(`/simulator/${path}`)).json();
}

/** Answers what the simulator answers; what it refuses is an `error` in there. */
export async function post(path, body = {}) {
  const response = await fetch(`/simulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}
