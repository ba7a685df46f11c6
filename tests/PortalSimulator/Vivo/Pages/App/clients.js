import { call } from './api.js';
import { fill } from './view.js';

const typingPause = 200;
const shownAtOnce = 4;

// The companies of this login, a few at a time. The search shows what it showed before until the new answer is there.
export async function showClients({ content, signal, build, guarded }) {
  const page = build('clients', { on: { type, left: () => slide(-1), right: () => slide(1) } });
  const { field, list, left, right } = page.refs;
  let found = [];
  let first = 0;
  let typing = 0;
  fill(content, page);
  await search('');

  function type() {
    clearTimeout(typing);
    typing = setTimeout(() => guarded(() => search(field.value)), typingPause);
  }

  async function search(text) {
    draw();
    const answer = await call('GET', `/api/clients?search=${encodeURIComponent(text)}`);
    if (signal.aborted) return;
    found = answer;
    first = 0;
    draw();
    if (found.length === 0) fill(list, build('no-clients'));
  }

  function slide(step) {
    first += step * shownAtOnce;
    draw();
  }

  function draw() {
    list.replaceChildren(...found.slice(first, first + shownAtOnce).map(client => build('client', { data: client }).node));
    left.disabled = first === 0;
    right.disabled = first + shownAtOnce >= found.length;
  }
}
