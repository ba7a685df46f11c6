// A message of success or failure does not stay.
const flash = document.querySelector('[data-passa]');
if (flash) setTimeout(() => flash.remove(), 6000);

switch (document.body.dataset.dialogo) {
  case 'alert':
    setTimeout(() => alert('Há faturas a vencer nos próximos dias.'), 50);
    break;
  case 'confirm':
    document.querySelector('form[method=post]').addEventListener('submit', event => {
      if (!confirm('Confirma o cadastro?')) event.preventDefault();
    });
    break;
  case 'beforeunload':
    addEventListener('beforeunload', event => event.preventDefault());
    break;
}
