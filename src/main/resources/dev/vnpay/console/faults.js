import { button, element, post, redraw } from './dom.js';

const groups = {
  'What it tells': ['ipn', 'ipnCopies', 'ipnDelayMillis', 'badHash', 'wrongAmount', 'unknownReference',
    'foreignTerminal', 'repeatedParameter', 'responseCode', 'transactionStatus'],
  'How payments go': ['endsAs', 'then', 'lateSuccess', 'locked', 'encoding'],
  'What querydr and refund answer': ['apiOnly', 'apiCode', 'doneAnyway', 'unsignedAnswers', 'lostAnswers', 'apiDelayMillis'],
  'How refunds go': ['refundEnding', 'refundInProgress', 'refundsOff'],
};
let chosen = '';

const text = faults => JSON.stringify(Object.entries(faults).sort());
const presetOf = (known, faults) => known.presets.find(preset => text(preset.switches) === text(faults));

/** What goes wrong now, in a few words. */
export function summary(known, terminals) {
  const different = new Set(terminals.map(one => text(one.faults)));
  if (different.size > 1) return 'not the same at all terminals';
  const faults = terminals[0]?.faults ?? {};
  const preset = presetOf(known, faults);
  return preset ? `${preset.name} ${preset.title}` : Object.keys(faults).join(', ');
}

export function drawFaults(place, known, terminals, refresh) {
  const terminal = terminals.find(one => one.tmnCode === chosen) ?? terminals[0];
  const set = async faults => {
    await post('faults', { ...faults, ...(chosen && { tmnCode: chosen }) });
    await refresh();
  };
  redraw(place, element('article', {},
    element('h2', {}, 'Faults of payments to come'),
    terminals.length > 1 && which(terminals, () => drawFaults(place, known, terminals, refresh)),
    presets(known, terminal?.faults ?? {}, set),
    switches(known, terminal?.faults ?? {}, set)));
}

function which(terminals, redrawn) {
  const choose = event => {
    chosen = event.target.value;
    redrawn();
  };
  return element('label', { class: 'which' }, 'At terminal ',
    element('select', { 'data-key': 'terminal', onchange: choose }, ['', ...terminals.map(one => one.tmnCode)].map(code =>
      element('option', { value: code, selected: code === chosen }, code || 'all of them'))));
}

function presets(known, faults, set) {
  const active = presetOf(known, faults);
  return [element('p', { class: 'then', role: 'status' },
    active ? [element('b', {}, `${active.name} ${active.title}. `), active.then] : 'A setting of your own.'),
  element('div', { class: 'presets', role: 'group', 'aria-label': 'Scenarios' }, known.presets.map(preset =>
    element('button', { type: 'button', 'data-key': preset.name, 'aria-pressed': String(preset === active),
      onclick: () => set(preset.switches) }, element('b', {}, preset.name), element('span', {}, preset.title))))];
}

function switches(known, faults, set) {
  return Object.entries(groups).map(([title, keys]) => element('fieldset', {},
    element('legend', {}, title),
    keys.map(key => known.switches.find(one => one.key === key)).map(one => row(one, faults, set))));
}

function row(one, faults, set) {
  const value = faults[one.key] ?? one.normal;
  const change = next => set({ ...faults, [one.key]: next });
  return element('label', { class: one.key in faults ? 'switch on' : 'switch' },
    control(one, value, change),
    element('span', {}, element('code', {}, one.key), element('span', { class: 'quiet' }, one.meaning)));
}

function control(one, value, change) {
  const shared = { 'data-key': one.key, onchange: event => change(read(one, event.target)) };
  if (typeof one.normal === 'boolean') return element('input', { ...shared, type: 'checkbox', role: 'switch', checked: value });
  if (typeof one.normal === 'number') return element('input', { ...shared, type: 'number', min: 0, value });
  if (one.choice.includes('[')) return element('input', { ...shared, value, inputmode: 'numeric', maxlength: 2, placeholder: 'as it is' });
  return element('select', shared, one.choice.split('|').map(option =>
    element('option', { value: option, selected: option === value }, option || 'as it is')));
}

function read(one, input) {
  if (typeof one.normal === 'boolean') return input.checked;
  return typeof one.normal === 'number' ? Number(input.value) : input.value;
}

/** The faults that are a payment's own, with a way to be rid of them. */
export function ownFaults(payment, refresh) {
  if (!payment.faults) return '';
  const words = Object.entries(payment.faults).map(([key, value]) => value === true ? key : `${key} ${value}`);
  return element('p', { class: 'own' }, `Faults of its own: ${words.join(', ') || 'none'}. `,
    button('As its terminal', async () => {
      await post('faults', { txnRef: payment.txnRef });
      await refresh();
    }));
}
