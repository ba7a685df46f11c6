import { call } from './api.js';
import { fill } from './view.js';
import { showMenu } from './files.js';

const redrawPause = 120;

// Cards, or the grid that was before them. Turning the page swaps the rows, late, in place.
export async function showInvoices({ content, place, signal, build, guarded }) {
  let number = 0;
  let page = null;
  let busy = false;
  let view = null;
  fill(content, build('waiting'));
  await load();

  function turn(step) {
    if (busy) return;
    number += step;
    guarded(load);
  }

  async function load() {
    busy = true;
    page = await call('GET', `/api/clients/${place.client.number}/invoices?service=${place.service.code}&page=${number}`);
    if (signal.aborted) return;
    if (page.total === 0) return fill(content, build('no-invoices'));
    if (!view) fill(content, view = build(page.cards ? 'cards' : 'grid', { on: { previous: () => turn(-1), next: () => turn(1) } }));
    for (let i = page.redraws; i > 0; i--) {
      draw(i);
      await new Promise(done => setTimeout(done, redrawPause));
    }
    draw(0);
    busy = false;
  }

  // The last rows may be late; until they are there the list says that it is busy.
  function draw(missing) {
    const { list, rows, previous, next, count } = view.refs;
    list.setAttribute('aria-busy', missing > 0);
    rows.replaceChildren(...page.items.slice(0, page.items.length - missing).map(row));
    previous.disabled = number === 0;
    next.disabled = (number + 1) * page.size >= page.total;
    count.textContent = `${number + 1}/${Math.ceil(page.total / page.size)}`;
  }

  function row(invoice) {
    const line = build(page.cards ? 'card' : 'row', { data: invoice, on: { menu: event => showMenu(build, guarded, event.currentTarget, invoice) } });
    if (!invoice.hasDocuments) line.refs.menu?.remove();
    return line.node;
  }
}
