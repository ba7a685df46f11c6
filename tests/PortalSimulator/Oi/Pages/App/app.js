import { SignedOut, call } from './api.js';
import { build, fill, loadTemplates } from './view.js';
import { showDetail } from './detail.js';
import { showDownloads } from './downloads.js';
import { showInvoices } from './invoices.js';

const routes = [
  [/^\/$/, showHome],
  [/^\/minhas-faturas$/, showInvoices],
  [/^\/minhas-faturas\/detalhe\/(\d+)$/, showDetail],
  [/^\/downloads$/, showDownloads],
];

const config = JSON.parse(document.body.dataset.config);
document.body.removeAttribute('data-config');
loadTemplates();

let session = null;
let leave = new AbortController();
const spinner = build('spinner').node.firstElementChild;

window.addEventListener('popstate', () => session && route());
window.addEventListener('message', event => {
  if (event.origin === config.login && event.data?.ticket) start('POST', { ticket: event.data.ticket });
});
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href^="/"]');
  if (!link || link.getAttribute('href').startsWith('/api/')) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  route();
});

start('GET');

async function start(method, body) {
  document.body.append(spinner);
  let found;
  try {
    found = await call(method, '/api/session', body);
  } catch {
    signOut();
    spinner.remove();
    return;
  }
  if (found.stuck) return;
  session = found.name ? found : null;
  if (!session) showLanding();
  else {
    if (!config.keepFilter) history.replaceState(null, '', location.pathname);
    config.keepFilter = true;
    await route();
  }
  spinner.remove();
  if (found.advert) showAdvert();
}

async function route() {
  leave.abort();
  leave = new AbortController();
  const frame = build('frame', { data: session, on: { signOut: endSession } });
  fill(document.getElementById('app'), frame);
  for (const [address, show] of routes) {
    const match = location.pathname.match(address);
    if (match) await guarded(show, frame.refs.content, match[1]);
  }
}

async function guarded(show, content, argument) {
  const signal = leave.signal;
  const guard = async action => {
    try {
      await action();
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof SignedOut) signOut();
      else fill(content, build('failure'));
    }
  };
  await guard(() => show({ content, argument, signal, guard }));
}

function showHome({ content }) {
  const home = build('home', { data: session });
  home.refs.clients.append(...session.clients.map(client => build('client', { data: client }).node));
  fill(content, home);
}

function showLanding() {
  fill(document.getElementById('app'), build('landing', { data: { login: config.login } }));
}

function showAdvert() {
  const advert = build('advert', { on: { accept: () => box.remove() } });
  const box = advert.node.firstElementChild;
  document.body.append(advert.node);
}

async function endSession(event) {
  event.preventDefault();
  await call('POST', '/api/logout');
  signOut();
}

function signOut() {
  leave.abort();
  session = null;
  history.replaceState(null, '', '/');
  showLanding();
}
