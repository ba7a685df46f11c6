import { Refused, call } from './api.js';
import { store } from './session.js';
import { build, fill } from './view.js';

const notices = { password: 'wrong-password', locked: 'locked', challenge: 'challenge' };

// One screen, or two that both ask for the CNPJ.
export function showSignIn(app, { asksForBothAtOnce, changed, notice }, done) {
  const landing = build('landing');
  fill(app, landing);
  const { form, message } = landing.refs;
  if (notice) fill(message, build(notice));
  if (asksForBothAtOnce) askForBoth();
  else askForDocument();

  function askForDocument() {
    const view = show('identify', async () => {
      await call('GET', '/auth/method');
      askForBoth();
    });
    view.refs.document.addEventListener('input', () => { view.refs.go.disabled = view.refs.document.value.length < 18; });
  }

  function askForBoth() {
    const view = show('sign-in', async () => {
      store(await call('POST', '/auth/login', { body: { document: view.refs.document.value, password: view.refs.password.value } }));
      done();
    });
  }

  function show(name, send) {
    const view = build(name, { changed, on: { submit } });
    mask(view.refs.document);
    fill(form, view);
    return view;

    async function submit(event) {
      event.preventDefault();
      message.replaceChildren();
      try {
        await send();
      } catch (error) {
        fill(message, build(error instanceof Refused && notices[error.error] || 'unreachable'));
      }
    }
  }
}

function mask(field) {
  field.addEventListener('input', () => {
    const plain = field.value.toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, 14);
    field.value = plain.replace(/^(.{2})(.{1,3})?(.{1,3})?(.{1,4})?(.{1,2})?$/, (_, a, b, c, d, e) =>
      a + (b ? `.${b}` : '') + (c ? `.${c}` : '') + (d ? `/${d}` : '') + (e ? `-${e}` : ''));
  });
}
