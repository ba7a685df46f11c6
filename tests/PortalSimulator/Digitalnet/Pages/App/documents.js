import { Interrupted, Refused, Unreachable, asBlob, call } from './api.js';
import { build, fill } from './view.js';

// Each document is fetched with the token, then handed to the browser.
export async function showDocuments({ content, argument, signal, guard }) {
  const { invoice, code, noteIssued, newTab, changed } = await call('GET', `/invoices/${argument}`);
  if (signal.aborted) return;
  const view = build('documents', { data: invoice, changed, on: { boleto: () => guard(() => open('boleto')) } });
  fill(view.refs.note, build(noteIssued ? 'note' : 'note-missing', { changed, on: { note: () => guard(() => open('note')) } }));
  fill(content, view);

  async function open(document) {
    view.refs.message.replaceChildren();
    try {
      hand(await call('GET', `/documents/${code}/${document}`, { read: asBlob }));
    } catch (error) {
      if (error instanceof Refused) fill(view.refs.message, build('document-refused'));
      else if (error instanceof Interrupted || error instanceof Unreachable) fill(view.refs.message, build('document-interrupted'));
      else throw error;
    }
  }

  function hand(blob) {
    const address = URL.createObjectURL(blob);
    if (newTab) {
      window.open(address);
      return;
    }
    const link = Object.assign(window.document.createElement('a'), { href: address, download: 'fatura.pdf' });
    window.document.body.append(link);
    link.click();
    link.remove();
  }
}
