import { Refused, call } from './api.js';
import { fill } from './view.js';

const files = new Map();
let build = null;
let panel = null;

// The server says by a message that a file is ready, and where: the address serves once.
export function followNews(builder) {
  build = builder;
  const socket = new WebSocket(`ws://${location.host}/avisos`);
  socket.addEventListener('message', event => {
    const news = JSON.parse(event.data);
    const file = files.get(news.id);
    if (file) Object.assign(file, { state: news.address ? 'ready' : 'failed', address: news.address });
    draw();
  });
}

// The menu lies at the end of the page, not in the row.
export function showMenu(builder, guarded, button, invoice) {
  const menu = builder('menu', { on: { choose } });
  const node = menu.node.firstElementChild;
  const place = button.getBoundingClientRect();
  node.style.top = `${window.scrollY + place.bottom}px`;
  node.style.left = `${Math.max(0, place.right - 230)}px`;
  document.body.append(node);
  setTimeout(() => document.addEventListener('click', () => node.remove(), { once: true }));

  function choose(event) {
    const file = { id: crypto.randomUUID(), kind: event.currentTarget.value, invoice };
    guarded(() => ask(file));
  }
}

async function ask(file) {
  files.delete(file.id);
  file.id = crypto.randomUUID();
  file.state = 'preparing';
  for (const [id, other] of files) if (other.invoice.number === file.invoice.number && other.kind === file.kind) files.delete(id);
  files.set(file.id, file);
  draw();
  await call('POST', '/api/documents', { id: file.id, number: file.invoice.number, kind: file.kind });
}

async function save(file) {
  file.state = 'saving';
  draw();
  try {
    const response = await fetch(file.address);
    if (!response.ok) throw new Refused(response.status);
    const blob = await response.blob();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = /filename="(.+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'fatura.pdf';
    link.click();
    file.state = 'done';
  } catch (error) {
    file.state = error instanceof Refused ? 'refused' : 'broken';
  }
  draw();
}

function draw() {
  if (!panel) {
    panel = build('panel');
    document.body.append(panel.node);
  }
  const newest = [...files.values()].reverse();
  panel.refs.list.replaceChildren(...newest.map(file => {
    const data = { ...file.invoice };
    return build(`file-${file.state}`, { data, on: { save: () => save(file), again: () => ask(file) } }).node;
  }));
}
