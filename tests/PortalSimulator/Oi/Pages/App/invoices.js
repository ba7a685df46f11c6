import { Refused, call } from './api.js';
import { build, change, fill } from './view.js';
import { secondCopy } from './second-copy.js';

const redrawPause = 120;

export async function showInvoices({ content, signal, guard }) {
  const query = new URLSearchParams(location.search);
  const chosen = new Set();
  let offset = 0;
  let page = null;
  let busy = false;

  const list = build('invoices', { on: { previous: () => turn(-1), next: () => turn(1) } });
  const { table, rows, previous, next, count, copies } = list.refs;
  fill(content, list);
  secondCopy(copies, chosen, guard);
  await load();

  function turn(step) {
    if (busy) return;
    offset += step * page.size;
    guard(load);
  }

  async function load() {
    busy = true;
    table.setAttribute('aria-busy', 'true');
    rows.replaceChildren(...Array.from({ length: page?.size ?? 5 }, () => build('skeleton').node));
    query.set('offset', offset);
    try {
      page = await call('GET', `/api/invoices?${query}`);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return fill(content, build('no-client'));
      throw error;
    }
    if (signal.aborted) return;
    if (page.total === 0) return fill(content, build('no-invoices'));
    if (page.changed?.element === 'tabela') change(table, page.changed.renamed);
    draw();
    for (let i = 0; i < page.redraws; i++) {
      await new Promise(done => setTimeout(done, redrawPause));
      draw();
    }
    busy = false;
  }

  function draw() {
    rows.replaceChildren(...page.items.map(row));
    previous.disabled = offset === 0;
    next.disabled = offset + page.size >= page.total;
    count.textContent = `${offset + 1}–${Math.min(offset + page.size, page.total)} de ${page.total}`;
    table.setAttribute('aria-busy', 'false');
  }

  function row(invoice) {
    const view = build('row', { data: invoice, on: { choose }, changed: page.changed });
    view.refs.check.checked = chosen.has(invoice.number);
    return view.node;

    function choose(event) {
      if (event.target.checked) chosen.add(invoice.number);
      else chosen.delete(invoice.number);
    }
  }
}
