const list = document.querySelector('#list');
const search = document.querySelector('#search');
const reader = document.querySelector('#mail');
const empty = reader.firstElementChild;
const every = 2000;
let mails = [];
let shown;

async function refresh() {
  if (document.hidden) return;
  mails = await (await fetch('/api/mails')).json();
  showList();
}

function showList() {
  const words = search.value.trim().toLowerCase();
  const found = mails.filter(mail => `${mail.to} ${mail.from} ${mail.subject}`.toLowerCase().includes(words));
  document.querySelector('#count').textContent = `${found.length} of ${mails.length}`;
  list.replaceChildren(...found.map(entry));
  showMail();
}

function entry(mail) {
  const link = document.createElement('a');
  link.href = `#${mail.id}`;
  link.append(span('subject', mail.subject || '(no subject)'), time(mail), span('to', mail.to));
  if (mail.id === selected()) link.setAttribute('aria-current', 'true');
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function span(name, text) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

function time(mail) {
  const element = document.createElement('time');
  element.dateTime = mail.receivedAt;
  element.textContent = new Date(mail.receivedAt).toLocaleTimeString();
  return element;
}

function selected() {
  return Number(location.hash.slice(1));
}

function showMail() {
  const mail = mails.find(one => one.id === selected());
  document.body.classList.toggle('reading', Boolean(mail));
  if (mail?.id === shown) return;
  shown = mail?.id;
  reader.replaceChildren(mail ? article(mail) : empty);
}

function article(mail) {
  const page = document.querySelector('#reader').content.cloneNode(true);
  page.querySelector('h2').textContent = mail.subject;
  page.querySelector('.from').textContent = mail.from;
  page.querySelector('.to').textContent = mail.to;
  page.querySelector('time').replaceWith(time(mail));
  page.querySelector('iframe').srcdoc = `<base target="_blank">${mail.html}`;
  page.querySelector('pre[data-view=text]').textContent = mail.text;
  page.querySelector('pre[data-view=headers]').textContent = mail.headers;
  const article = page.firstElementChild;
  article.addEventListener('click', event => view(article, event.target.closest('[role=tab]')?.dataset.view));
  for (const kind of ['html', 'text']) article.querySelector(`[role=tab][data-view=${kind}]`).disabled = !mail[kind];
  view(article, mail.html ? 'html' : 'text');
  return article;
}

function view(article, wanted) {
  if (!wanted) return;
  for (const part of article.querySelectorAll('[data-view]')) {
    const chosen = part.dataset.view === wanted;
    if (part.matches('[role=tab]')) part.setAttribute('aria-selected', String(chosen));
    else part.hidden = !chosen;
  }
}

search.addEventListener('input', showList);
addEventListener('hashchange', showList);
document.querySelector('#clear').addEventListener('click', async () => {
  await fetch('/api/mails', {method: 'DELETE'});
  await refresh();
});
document.addEventListener('visibilitychange', refresh);
document.querySelector('#vnpay').hidden = !(await fetch('/simulator/clock')).ok;
setInterval(refresh, every);
await refresh();
