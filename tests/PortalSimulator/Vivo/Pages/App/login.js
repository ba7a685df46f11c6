import { call } from './api.js';
import { build, fill, loadTemplates } from './view.js';

const config = JSON.parse(document.body.dataset.config);
document.body.removeAttribute('data-config');
loadTemplates();

const typed = {};
const box = document.getElementById('access');
box.removeAttribute('id');
show('user');
if (!localStorage.getItem('cookies')) showCookies();

// Each screen sends what was typed so far, and the answer names the next one.
function show(name) {
  const screen = build(`screen-${name}`, { on: { key, send, saveNew }, changed: config.changed });
  fill(box, screen);

  // Only keys that someone presses open the button; a value that a script sets does not.
  function key(event) {
    if (event.isTrusted && event.key) screen.refs.button.disabled = screen.refs.field.value.trim() === '';
  }

  async function send(event) {
    event.preventDefault();
    if (screen.refs.button.disabled) return;
    screen.refs.button.disabled = true;
    screen.refs.notice.textContent = '';
    typed[name] = screen.refs.field.value;
    const found = await call('POST', event.target.getAttribute('action'), typed);
    if (found.address) location.assign(found.address);
    else if (found.screen) show(found.screen);
    else screen.refs.notice.textContent = found.notice;
  }

  function saveNew(event) {
    event.preventDefault();
    call('POST', '/acesso/nova-senha');
  }
}

function showCookies() {
  const banner = build('cookies', { on: { accept } });
  const node = banner.node.firstElementChild;
  document.body.append(node);

  function accept() {
    localStorage.setItem('cookies', '1');
    node.remove();
  }
}
