import { Refused, SignedOut, Unreachable, signOut, useApi } from './api.js';
import { claims, forget, stored } from './session.js';
import { build, fill, loadTemplates } from './view.js';
import { showAccount } from './account.js';
import { showContracts } from './contracts.js';
import { showDocuments } from './documents.js';
import { showInvoices } from './invoices.js';
import { showSignIn } from './sign-in.js';
import { showTerms } from './terms.js';

const routes = [
  [/^\/?$/, showContracts],
  [/^\/contratos\/(\d+)$/, showInvoices],
  [/^\/faturas\/(\d+)$/, showDocuments],
  [/^\/cadastro$/, showAccount],
];

const config = JSON.parse(document.body.dataset.config);
document.body.removeAttribute('data-config');
loadTemplates();
useApi(config.api);

const app = document.getElementById('app');
let leave = new AbortController();

window.addEventListener('hashchange', route);
route();

async function route() {
  leave.abort();
  leave = new AbortController();
  if (!stored()) return showSignIn(app, config, route);

  const { name, roles, terms } = claims();
  const frame = build('frame', { data: { name }, on: { signOut: leaveNow } });
  fill(app, frame);
  const { content } = frame.refs;
  if (!terms) return showTerms(content, route);
  if (!roles.includes('faturas:consultar')) return fill(content, build('no-permission'));
  for (const [address, show] of routes) {
    const match = location.hash.slice(1).match(address);
    if (match) return guarded(show, content, match[1]);
  }
}

function guarded(show, content, argument) {
  const signal = leave.signal;
  const guard = async action => {
    try {
      await action();
    } catch (error) {
      if (!signal.aborted) fail(error, content);
    }
  };
  return guard(() => show({ content, argument, signal, guard }));
}

function fail(error, content) {
  if (error instanceof SignedOut) expire();
  else if (error instanceof Unreachable) fill(content, build('unreachable'));
  else if (error instanceof Refused && error.error === 'maintenance') fill(content, build('maintenance'));
  else fill(content, build('failure'));
}

function expire() {
  forget();
  history.replaceState(null, '', '#');
  showSignIn(app, { ...config, notice: 'expired' }, route);
}

async function leaveNow(event) {
  event.preventDefault();
  leave.abort();
  await signOut().catch(() => {});
  history.replaceState(null, '', '#');
  showSignIn(app, config, route);
}
