const byId = id => document.getElementById(id);

const countdown = byId('countdown');
if (countdown) {
  const end = performance.now() + countdown.dataset.seconds * 1000;
  const show = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1000));
    countdown.textContent = `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`;
    if (left === 0) location.href = '/paymentv2/Payment/Error.html?code=15';
  };
  show();
  setInterval(show, 1000);
}

byId('cancel')?.addEventListener('click', () => byId('cancel-dialog').showModal());
byId('cancel-confirm')?.addEventListener('click', async event => {
  const body = new URLSearchParams({ btnCancel: 'confirm' });
  const response = await fetch(event.currentTarget.dataset.href, { method: 'POST', body });
  const answer = await response.json();
  if (answer.code === '00') location.href = answer.url;
});

byId('bank-search')?.addEventListener('input', event => {
  const wanted = event.target.value.toLowerCase();
  for (const bank of document.querySelectorAll('.banks li')) {
    bank.hidden = !bank.textContent.toLowerCase().includes(wanted);
  }
});

for (const card of document.querySelectorAll('[data-number]')) {
  card.addEventListener('click', () => {
    const values = {
      'card-number': card.dataset.number, 'card-holder': 'NGUYEN VAN A', 'card-date': card.dataset.date,
      'card-cvv': '123', email: 'test@gmail.com', address: '22 Lang Ha', city: 'Ha Noi',
    };
    for (const [id, value] of Object.entries(values)) {
      if (byId(id)) byId(id).value = value;
    }
  });
}
