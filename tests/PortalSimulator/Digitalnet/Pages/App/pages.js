import { call } from './api.js';
import { build, change, fill } from './view.js';

// A list whose pages are swapped in place. The first answer says what surrounds it.
export async function showPages({ content, signal, guard }, { path, list, row, open, surround }) {
  let page = 1;
  let view = null;
  let loading = false;
  await load();

  function turn(step) {
    if (loading) return;
    page += step;
    guard(load);
  }

  async function load() {
    loading = true;
    view?.refs.list.setAttribute('aria-busy', 'true');
    const found = await call('GET', `${path}?page=${page}`);
    if (signal.aborted) return;
    loading = false;
    const place = surround(found);
    if (!place) return;
    view = build(list, { on: { previous: () => turn(-1), next: () => turn(1) } });
    const { rows, previous, next, count } = view.refs;
    rows.append(...found.items.map(item => build(row, { data: item, on: { open: () => open(item) }, changed: found.changed }).node));
    previous.disabled = page === 1;
    next.disabled = page >= found.pages;
    count.textContent = `${page} / ${found.pages}`;
    view.refs.list.setAttribute('aria-busy', 'false');
    fill(place, view);
    if (found.changed?.element === view.refs.list.dataset.name) change(view.refs.list, found.changed.renamed);
    view.refs.list.removeAttribute('data-name');
  }
}
