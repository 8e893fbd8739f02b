import { dayOf, element, get, hourOf, post, redraw, table } from './dom.js';
import { drawFaults, summary } from './faults.js';
import { showCalls, takeCalls } from './log.js';
import { drawPayment, stateOf, waysOf } from './payment.js';

const every = 1000;
const speeds = { 0: 'Stop', 1: '1×', 30: '30×', 60: '60×', 300: '300×' };
const byId = id => document.getElementById(id);
const known = await get('switches');
let payments = [];
let terminals = [];
let drawn;
let refreshed = Promise.resolve();

/** One after the other, or a call would be taken twice. */
function refresh() {
  refreshed = refreshed.then(takeUnlessHidden);
  return refreshed;
}

async function takeUnlessHidden() {
  if (document.hidden) return;
  try {
    await take();
    byId('away').textContent = '';
  } catch (away) {
    byId('away').textContent = `Away: ${away.message}`;
  }
}

async function take() {
  const [listed, faults, clock] = await Promise.all([get('payments'), get('faults'), get('clock')]);
  payments = listed.payments;
  terminals = faults.terminals;
  showClock(clock);
  await takeCalls();
  show();
}

function showClock({ now, speed, calendar }) {
  const isAhead = Math.abs(new Date(now) - new Date(calendar)) > 1000;
  byId('now').textContent = isAhead ? dayOf(now) : hourOf(now);
  byId('now').dateTime = now;
  const offered = { ...speeds, [speed]: `${speed === 0 ? 'Stop' : `${speed}×`}` };
  redraw(byId('speeds'), ...Object.entries(offered).map(([times, label]) => element('button',
    { type: 'button', 'data-key': times, 'data-speed': times, 'aria-pressed': String(Number(times) === speed) }, label)));
}

function show() {
  byId('faults-now').textContent = summary(known, terminals);
  const words = byId('search').value.trim().toLowerCase();
  const found = payments.filter(payment => payment.txnRef.toLowerCase().includes(words));
  redraw(byId('payments'), ...found.map(entry));
  for (const link of document.querySelectorAll('nav .entry')) mark(link, link.hash === location.hash);
  const payment = payments.find(one => `#${one.txnRef}` === decodeURIComponent(location.hash));
  document.body.dataset.view = payment ? 'payment' : location.hash.slice(1) || 'list';
  showCalls(payment?.txnRef);
  showDetail(payment);
}

function entry(payment) {
  const link = element('a', { href: `#${encodeURIComponent(payment.txnRef)}`, 'data-key': payment.txnRef },
    element('b', {}, payment.txnRef), stateOf(payment),
    element('span', { class: 'quiet' }, `${payment.amount.toLocaleString('vi-VN')} ₫`),
    element('span', { class: 'quiet' }, hourOf(payment.opened)),
    waysOf(payment));
  mark(link, link.hash === location.hash);
  return element('li', {}, link);
}

function mark(link, isHere) {
  if (isHere) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
}

/** Drawn anew only when something in it has changed, so that it can be worked in. */
function showDetail(payment) {
  const shown = JSON.stringify([location.hash, payment, location.hash === '#faults' && terminals]);
  if (shown === drawn) return;
  drawn = shown;
  const place = byId('detail');
  if (payment) drawPayment(place, payment, known, refresh);
  else if (location.hash === '#faults') drawFaults(place, known, terminals, refresh);
  else if (location.hash === '#api') drawApi(place);
  else redraw(place, byId('welcome').content.cloneNode(true));
}

function drawApi(place) {
  redraw(place, byId('api').content.cloneNode(true));
  byId('outcomes').append(table(['outcome', 'response code', 'status'],
    known.outcomes.map(one => [one.name, one.responseCode, one.transactionStatus])));
  byId('cards').append(table(['number', 'bank', 'date', 'OTP', 'outcome'],
    known.cards.map(card => [card.number, card.issuer, card.date, card.otp, card.outcome])));
  byId('switches').append(table(['switch', 'values', 'meaning'],
    known.switches.map(one => [one.key, valuesOf(one.choice), one.meaning])));
}

function valuesOf(choice) {
  if (choice.includes('|success|')) return 'an outcome';
  return choice.replace('[0-9]{2}', 'a code').split('|').filter(value => value).join(', ');
}

byId('clock').addEventListener('click', async event => {
  const { speed, forward } = event.target.dataset;
  if (!speed && !forward) return;
  await post('clock', forward ? { forward } : { speed: Number(speed) });
  await refresh();
});
byId('search').addEventListener('input', show);
addEventListener('hashchange', () => {
  show();
  if (location.hash) byId('detail').focus();
});
document.addEventListener('visibilitychange', refresh);
byId('mailbox').hidden = !(await fetch('/mails/mails.css')).ok;
setInterval(refresh, every);
await refresh();
