import { showPages } from './pages.js';
import { build, fill } from './view.js';

export function showInvoices(place) {
  return showPages(place, {
    path: `/contracts/${place.argument}/invoices`,
    list: 'invoices',
    row: 'invoice',
    open: invoice => { location.hash = `/faturas/${invoice.number}`; },
    surround: found => {
      const head = build('contract-head', { data: found.contract });
      fill(place.content, head);
      if (found.total === 0) fill(head.refs.list, build('no-invoices'));
      return found.total > 0 && head.refs.list;
    },
  });
}
