import { fetchDocument, nameOf } from '../server/documents';
import type { BotPhone } from '../server/botphone';
import type { Document, JobStatus } from '../types';
import { make, messageOf } from './dom';

/** How a job ended: its invoice, ready to be taken until the signal, or why there is none. */
export function outcome(server: BotPhone, job: JobStatus, signal: AbortSignal): HTMLElement {
  if (job.status === 'FAILED') return failure(job);
  return make('div', { className: 'outcome good' }, ...job.documents.map((document) => invoice(server, document, signal)));
}

function failure({ error, error_code }: JobStatus): HTMLElement {
  return make(
    'div',
    { className: 'outcome bad' },
    make('h3', {}, 'Não deu certo'),
    make('p', {}, error ?? ''),
    make('p', { className: 'hint' }, 'Código: ', make('code', {}, error_code ?? '')),
  );
}

// Fetched right away: a link of the page's own cannot send the token.
function invoice(server: BotPhone, document: Document, signal: AbortSignal): HTMLElement {
  const state = make('p', { className: 'hint' });
  const take = make('p', { className: 'take' });
  void fetchIt();
  return make('article', {}, make('h3', {}, titleOf(document)), ...about(document), take, state);

  async function fetchIt(): Promise<void> {
    state.textContent = 'Trazendo o arquivo…';
    take.replaceChildren();
    try {
      const href = URL.createObjectURL(await fetchDocument(server, document));
      signal.addEventListener('abort', () => URL.revokeObjectURL(href));
      take.append(make('a', { className: 'button', href, download: nameOf(document) }, `Baixar ${nameOf(document)}`));
      state.textContent = `Conferida: ${(document.size / 1024).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} KB, iguais aos que o servidor guardou.`;
    } catch (error) {
      state.textContent = messageOf(error);
      take.append(make('button', { type: 'button', onclick: () => void fetchIt() }, 'Trazer de novo'));
    }
  }
}

function titleOf({ kind, vencimento }: Document): string {
  const what = kind === 'cadastrada' ? 'Fatura cadastrada' : 'Fatura';
  return vencimento ? `${what} que vence em ${vencimento}` : what;
}

// What the PDF says of itself, and what could not be checked.
function about({ fatura, observacao }: Document): HTMLElement[] {
  const amount = fatura?.valor?.toLocaleString('pt-BR', { style: 'currency', currency: 'BRL' });
  return [amount, observacao].filter((text) => text !== undefined).map((text) => make('p', {}, text));
}
