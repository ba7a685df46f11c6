// Signs in without leaving the page. What goes wrong is shown by classes only, never in words.
const form = document.querySelector('form[data-acesso]');
const box = document.querySelector(form.dataset.caixa);
const wait = document.querySelector(form.dataset.espera);
const labels = [...form.querySelectorAll('label')];

form.addEventListener('submit', async event => {
  event.preventDefault();
  wait.hidden = false;
  const answer = await fetch('/autenticar', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const { situacao } = await answer.json();
  if (situacao === 'ok') {
    location.href = '/painel';
    return;
  }

  wait.hidden = true;
  const locked = situacao === 'conta_bloqueada';
  labels[locked ? 0 : 1].classList.add(locked ? form.dataset.bloqueado : form.dataset.erro);
  box.classList.add(form.dataset.treme);
  box.addEventListener('animationend', () => box.classList.remove(form.dataset.treme), { once: true });
});

form.addEventListener('input', () => labels.forEach(label => label.classList.remove(form.dataset.erro, form.dataset.bloqueado)));
