import { clockTime, element, get, post, redraw } from './dom.js';

const byId = id => document.getElementById(id);
const list = byId('calls');
const rows = [];
let latest = 0;
let chosen;

/** Fetches what has been called since the last time. */
export async function takeCalls() {
  const { calls, latest: now } = await get(`calls?after=${latest}`);
  if (now < latest) forget();
  latest = now;
  for (const call of calls) rows.unshift({ call, item: row(call) });
}

/** Shows the calls about one payment, or about all. */
export function showCalls(reference) {
  byId('every').parentElement.hidden = !reference;
  if (reference !== chosen) byId('every').checked = false;
  chosen = reference;
  const isAll = !reference || byId('every').checked;
  const words = byId('log-search').value.trim().toLowerCase();
  const found = rows.filter(({ call }) => (isAll || call.txnRef === reference)
    && (!words || Object.values(call).join(' ').toLowerCase().includes(words)));
  byId('log-title').textContent = isAll ? 'All calls' : 'Its calls';
  byId('no-calls').hidden = found.length > 0;
  const items = found.map(({ item }) => item);
  if (items.length !== list.children.length || items.some((item, place) => item !== list.children[place])) {
    redraw(list, ...items);
  }
}

function forget() {
  rows.length = 0;
  latest = 0;
}

function row(call) {
  const details = element('details', {},
    element('summary', {},
      clockTime(call.at),
      element('span', { class: `way ${call.direction}`, title: call.direction === 'in' ? 'to VNPAY' : 'from VNPAY' }, call.direction),
      element('b', {}, call.what, call.number > 1 && element('small', {}, ` ${call.number}/10`)),
      element('span', { class: 'reference' }, call.txnRef),
      code(call)));
  details.addEventListener('toggle', () => details.children.length > 1 || details.append(body(call)));
  return element('li', {}, details);
}

function code(call) {
  if (call.what === 'return') return '';
  if (call.what === 'pay') return badge(call.answer.includes('Error.html') ? call.answer.split('code=')[1] : 'ok');
  return badge(call.rspCode || (call.status ? `HTTP ${call.status}` : 'no answer'));
}

function badge(text) {
  return element('span', { class: `code ${['00', '02', 'ok'].includes(text) ? 'good' : 'bad'}` }, text);
}

function body(call) {
  const sent = call.request.startsWith('{') ? Object.entries(parse(call.request)) : queryOf(call.request);
  return element('div', { class: 'body' },
    !call.request.startsWith('{') && element('p', { class: 'address' }, call.request.split('?')[0]),
    pairs(sent),
    call.what !== 'return' && element('h3', {}, 'Answer', call.status ? ` (HTTP ${call.status})` : ''),
    call.what !== 'return' && answer(call.answer),
    copier(call.request));
}

function answer(text) {
  const object = parse(text);
  return object ? pairs(Object.entries(object)) : element('p', { class: 'address' }, text || 'none');
}

function pairs(entries) {
  return element('dl', { class: 'pairs' }, entries.flatMap(([name, value]) =>
    [element('dt', {}, name.replace(/^vnp_/, '')), element('dd', {}, String(value))]));
}

function copier(text) {
  const copy = element('button', { type: 'button' }, 'Copy as it was sent');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = 'Copied';
  });
  return copy;
}

function queryOf(url) {
  return [...new URLSearchParams(url.split('?').slice(1).join('?'))];
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

byId('every').addEventListener('change', () => showCalls(chosen));
byId('log-search').addEventListener('input', () => showCalls(chosen));
byId('clear').addEventListener('click', async () => {
  await post('calls/clear');
  rows.length = 0;
  showCalls(chosen);
});
