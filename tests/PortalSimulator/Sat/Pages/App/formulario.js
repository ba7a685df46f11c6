// The mask takes each key for itself: it drops what is no letter or digit, and groups the rest by four.
const masked = document.querySelector('[data-mascara]');
const shape = text => (text.toUpperCase().match(/[0-9A-Z]/g) || []).join('').replace(/(.{4})(?=.)/g, '$1.');
masked?.addEventListener('keydown', event => {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  masked.value = shape(masked.value + event.key);
});
if (masked?.dataset.mascara === 'sempre') masked.addEventListener('change', () => { masked.value = shape(masked.value); });

// What looks like the file box is not: the real one is hidden behind it.
const file = document.querySelector('input[type=file]');
const fake = document.querySelector('[data-falso]');
fake.querySelector('button').addEventListener('click', () => file.click());
file.addEventListener('change', () => { fake.querySelector('span').textContent = file.files[0]?.name ?? ''; });
