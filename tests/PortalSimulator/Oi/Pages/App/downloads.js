import { call } from './api.js';
import { build, fill } from './view.js';

const refreshPause = 500;

export async function showDownloads({ content, signal, guard }) {
  const page = build('downloads');
  fill(content, page);
  await refresh();

  async function refresh() {
    const copies = await call('GET', '/api/downloads');
    if (signal.aborted) return;
    page.refs.rows.replaceChildren(...copies.map(row));
    if (copies.some(copy => copy.pending)) setTimeout(() => !signal.aborted && guard(refresh), refreshPause);
  }

  function row(copy) {
    const view = build('download', { data: copy });
    if (!copy.ready) view.refs.link.remove();
    return view.node;
  }
}
