import { Refused, call } from './api.js';
import { build, fill } from './view.js';

export async function showDetail({ content, argument, signal }) {
  try {
    const found = await call('GET', `/api/invoices/${argument}`);
    if (signal.aborted) return;
    fill(content, build(found.code ? 'detail' : 'archived', { data: { ...found.invoice, code: found.code }, changed: found.changed }));
  } catch (error) {
    if (!(error instanceof Refused && error.status === 404)) throw error;
    fill(content, build('no-invoices'));
  }
}
