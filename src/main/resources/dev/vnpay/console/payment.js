import { button, dayOf, element, money, post, redraw } from './dom.js';
import { ownFaults } from './faults.js';

const states = {
  open: ['open', 'busy'], over: ['time over', 'bad'], success: ['paid', 'good'],
  suspicious: ['suspicious 07', 'odd'], reversed: ['reversed 04', 'odd'],
};
const steps = { '05': 'being processed', '06': 'at the bank', '00': 'paid out', '09': 'refused' };
const looks = { '00': 'good', '09': 'bad' };
const lies = {
  'Bad hash': { badHash: true }, '1,000 ₫ too much': { wrongAmount: true }, 'Unknown reference': { unknownReference: true },
  'Foreign terminal': { foreignTerminal: true }, 'Amount twice': { repeatedParameter: true },
  'Held: 07/07': { responseCode: '07', transactionStatus: '07' }, 'Reversed: 99/04': { responseCode: '99', transactionStatus: '04' },
  'Cancelled: 24/02': { responseCode: '24', transactionStatus: '02' }, 'Paid: 00/00': { responseCode: '00', transactionStatus: '00' },
  'Disagree: 24/00': { responseCode: '24', transactionStatus: '00' }, 'Disagree: 00/02': { responseCode: '00', transactionStatus: '02' },
};
const leaves = {
  'as switched': {}, 'before': { ipn: 'before' }, 'at once': { ipn: 'together' }, '5 s after': { ipn: 'after', ipnDelayMillis: 5000 },
  'never': { ipn: 'never' }, '10 at once': { ipn: 'together', ipnCopies: 10 },
};
let leave = 'as switched';
let told = { reference: '', content: '' };

const named = name => name.replaceAll('_', ' ');

const codesOf = ({ responseCode, transactionStatus }) => `${responseCode}/${transactionStatus}`;

export function stateOf(payment) {
  const [words, look] = states[payment.state] ?? [named(payment.state), 'bad'];
  return element('span', { class: `state ${look}` }, words);
}

/** Where its refunds stand, one word each. */
export function waysOf(payment) {
  return element('span', { class: 'ways' }, payment.refunds.map(refund =>
    element('span', { class: `state ${looks[refund.status] ?? 'busy'}` }, `refund ${refund.status}`)));
}

export function drawPayment(place, payment, known, refresh) {
  if (told.reference !== payment.txnRef) told = { reference: payment.txnRef, content: '' };
  const draw = () => drawPayment(place, payment, known, refresh);
  const act = async (path, body) => {
    const answer = await post(path, body);
    told.content = answer.error ? element('p', { class: 'bad' }, answer.error) : report(answer);
    draw();
    await refresh();
  };
  redraw(place, element('article', {},
    element('h2', {}, element('span', { class: 'reference' }, payment.txnRef), ' ', stateOf(payment)),
    facts(payment),
    ownFaults(payment, refresh),
    payment.ended ? afterwards(payment, act) : ending(payment, known, act, draw),
    element('div', { role: 'status', class: 'told' }, told.content),
    payment.refunds.length > 0 && refunds(payment, act)));
}

function facts(payment) {
  const rows = [
    ['Amount', money(payment.amount)], ['About', payment.orderInfo], ['Terminal', payment.tmnCode],
    ['Opened', dayOf(payment.opened)], payment.ended ? ['Ended', dayOf(payment.ended)] : ['Until', dayOf(payment.closes)],
    ...(payment.next ? [[`Call ${payment.next.number} of 10`, dayOf(payment.next.at)]] : []),
    ...(payment.ended ? [['Codes', codesOf(payment)],
      ['Paid with', `${payment.bankCode} ${payment.cardType}`], ['VNPAY’s number', payment.transactionNo]] : []),
  ];
  return element('dl', { class: 'facts' }, rows.map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}

function ending(payment, known, act, draw) {
  const end = outcome => act(`pay/${payment.token}`, { outcome, ...leaves[leave] });
  return [
    part('Its notification leaves', 'Seen from the customer’s way back.', element('div', { class: 'segments' }, Object.keys(leaves).map(way =>
      button(way, () => { leave = way; draw(); }, { 'aria-pressed': String(way === leave) })))),
    part('End it', 'In place of the customer and the bank.', known.outcomes.map(outcome =>
      button([named(outcome.name), element('small', {}, ` ${codesOf(outcome)}`)], () => end(outcome.name),
        { 'data-key': outcome.name, class: outcome.name === 'success' && 'main' }))),
    part('Its pages', 'What the customer sees; after their time money can still come.', [
      element('a', { class: 'button', href: `/paymentv2/Transaction/PaymentMethod.html?token=${payment.token}`, target: '_blank' }, 'Open them ↗'),
      payment.state === 'open' && button('Let the time run out', () => act(`expire/${payment.token}`))]),
    part('Acceptance test', 'Bad hash, unknown reference, wrong amount, then the ending, twice.', [
      button('Ending paid', () => act(`acceptance/${payment.token}`)),
      button('Ending cancelled', () => act(`acceptance/${payment.token}`, { outcome: 'cancelled' }))]),
  ];
}

function afterwards(payment, act) {
  const tell = body => act(`ipn/${payment.token}`, body);
  const turn = outcome => act(`pay/${payment.token}`, { outcome, again: true });
  return [
    part('Notify', 'As it ended, without retries.', [
      button('Once more', () => tell({}), { class: 'main' }), button('10 in parallel', () => tell({ copies: 10 })),
      button('In 10 seconds', () => tell({ delayMillis: 10_000 }))]),
    part('Notify falsely', 'This one time; at VNPAY nothing changes.', Object.entries(lies).map(([name, body]) =>
      button(name, () => tell(body)))),
    part('Change it at VNPAY', 'The bank finds out afterwards; notified with retries, and queries say it too.', [
      payment.state === 'success' ? button('Failed after all', () => turn('insufficient_balance'))
        : button('Paid after all', () => turn('success'))]),
  ];
}

function refunds(payment, act) {
  return element('section', {},
    element('h3', {}, 'Refunds'),
    payment.refunds.map(refund => element('div', { class: 'refund' },
      element('p', {}, element('b', {}, money(refund.amount)), ` ${refund.type === '02' ? 'all' : 'a part'} `,
        element('span', { class: 'quiet' }, `no. ${refund.transactionNo}, ${dayOf(refund.at)}`)),
      element('div', { class: 'segments' }, Object.entries(steps).map(([status, words]) => button(`${status} ${words}`,
        () => act(`refund/${refund.transactionNo}`, { status }),
        { 'data-key': refund.transactionNo + status, 'aria-pressed': String(status === refund.status) }))))));
}

function part(title, hint, content) {
  return element('section', {},
    element('h3', {}, title), element('p', { class: 'quiet' }, hint), element('div', { class: 'row' }, content));
}

/** What the merchant made of it. */
function report({ answers, steps: done, passed, returnUrl }) {
  if (done) {
    return [element('p', { class: passed ? 'good' : 'bad' }, passed ? 'Accepted: every answer was the right one.' : 'Not accepted.'),
      element('ol', {}, done.map(step => element('li', { class: step.passed ? 'good' : 'bad' },
        `${step.passed ? '✓' : '✗'} ${step.told}: ${step.rspCode || step.body}`, step.passed ? '' : `, not ${step.expected}`)))];
  }
  if (returnUrl) return element('a', { href: returnUrl, target: '_blank' }, 'The customer’s way back ↗');
  return answers ? element('ol', {}, answers.map(answer => element('li', {}, answer.body))) : '';
}
