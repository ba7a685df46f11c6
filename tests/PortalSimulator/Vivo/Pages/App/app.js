import { SignedOut, call } from './api.js';
import { build as buildView, fill, loadTemplates } from './view.js';
import { showAdverts } from './adverts.js';
import { showClients } from './clients.js';
import { showInvoices } from './invoices.js';
import { followNews } from './files.js';

const pages = {
  '/': showClients,
  '/servicos': showServices,
  '/inicio': showHome,
  '/contas/faturas': showInvoices,
};

loadTemplates();
const app = document.getElementById('app');
const spinner = buildView('spinner').node.firstElementChild;
let session = null;
let leave = new AbortController();

window.addEventListener('popstate', route);
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href^="/"]:not([target])');
  if (!link) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
start();

async function start() {
  document.body.append(spinner);
  await guarded(async () => {
    session = await call('GET', '/api/session');
    if (session.stuck) return;
    if (session.terms) {
      spinner.remove();
      fill(app, build('terms', { on: { accept: () => call('POST', '/api/terms') } }));
      return;
    }
    await route();
    spinner.remove();
    showAdverts(session);
    followNews(build);
  });
}

function build(name, options) {
  return buildView(name, { changed: session.changed, ...options });
}

function go(address) {
  history.pushState(null, '', address);
  return route();
}

async function route() {
  leave.abort();
  leave = new AbortController();
  const signal = leave.signal;
  await guarded(async () => {
    const query = new URLSearchParams(location.search);
    const found = query.has('cliente') ? await call('GET', `/api/clients/${query.get('cliente')}`) : null;
    if (signal.aborted) return;
    if (location.pathname === '/' && session.clients === 1) return go('/servicos?cliente=0');
    const service = found?.services.find(one => one.code === query.get('servico'));
    const place = { client: found?.client, services: found?.services, service, query: `cliente=${found?.client.number}&servico=${service?.code}` };
    const frame = build(service ? 'frame-menu' : 'frame', {
      data: { name: session.name, client: place.client?.name, cnpj: place.client?.cnpj, query: place.query },
      on: { signOut },
    });
    if (!place.client && frame.refs.current) frame.refs.current.remove();
    fill(app, frame);
    await pages[location.pathname]?.({ content: frame.refs.content, place, signal, build, go, guarded });
  });
}

async function guarded(action) {
  try {
    await action();
  } catch (error) {
    if (error instanceof SignedOut) location.assign('/entrar?sessao=encerrada');
    else fill(app, build('failure'));
  }
}

// A company with one service has nothing to choose, unless that is of the older portal.
function showServices({ content, place, go }) {
  const { client, services } = place;
  if (services.length === 1 && !services[0].old) return go(`/inicio?cliente=${client.number}&servico=${services[0].code}`);
  const page = build('services');
  page.refs.list.append(...services.map(one => build(one.old ? 'service-old' : 'service', { data: { ...one, client: client.number } }).node));
  fill(content, page);
}

function showHome({ content, place }) {
  fill(content, build('home', { data: { client: place.client.name, service: place.service.name } }));
}

async function signOut(event) {
  event.preventDefault();
  await call('POST', '/api/logout');
  location.assign('/entrar');
}
