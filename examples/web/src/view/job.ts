import { follow } from '../follow/follow';
import { JobRecord, type Connection } from '../follow/record';
import type { BotPhone } from '../server/botphone';
import type { JobState } from '../types';
import { make, messageOf } from './dom';
import { LogView } from './log';
import { outcome } from './outcome';

const STATES = { PENDING: 'Na fila', RUNNING: 'Trabalhando', COMPLETED: 'Pronta', FAILED: 'Falhou' };
const CONNECTIONS = { live: 'Ao vivo', asking: 'Atualizando de tempos em tempos', lost: 'Sem conexão: tentando de novo. O job segue no servidor.' };

/** A job on its way, and how it ended. */
export function jobView(server: BotPhone, jobId: string, signal: AbortSignal, another: () => void): HTMLElement {
  const title = make('h2', { tabIndex: -1 }, 'Sua fatura');
  const state = make('span', { className: 'chip', role: 'status' });
  const bar = make('progress', { max: 100, value: 0, ariaLabel: 'Andamento' });
  const percent = make('span', { className: 'percent', ariaHidden: 'true' }, '0%');
  const connection = make('p', { className: 'connection', role: 'status' }, 'Conectando…');
  const log = new LogView();
  const end = make('div', { className: 'end', role: 'status' });
  const next = make('button', { type: 'button', className: 'quiet', onclick: another }, 'Buscar outra fatura');

  void run();
  const heading = make('div', { className: 'heading' }, title, state);
  const progress = make('div', { className: 'progress' }, bar, percent);
  return make('section', {}, heading, progress, connection, end, log.element, next, make('p', { className: 'hint' }, 'Job ', make('code', {}, jobId)));

  async function run(): Promise<void> {
    const record = new JobRecord(jobId, { changed, connected, said: (place, line) => log.put(place, line) });
    try {
      const job = await follow(server, record, signal);
      end.append(outcome(server, job, signal));
      if (job.status === 'FAILED') next.textContent = 'Corrigir e tentar de novo';
    } catch (error) {
      if (signal.aborted) return;
      end.append(make('div', { className: 'outcome bad' }, make('p', {}, messageOf(error))));
    }
    connection.hidden = true;
  }

  function changed({ status, progress, operadora }: JobState): void {
    title.textContent = `Sua fatura da ${operadora}`;
    state.textContent = STATES[status];
    state.className = `chip ${status.toLowerCase()}`;
    bar.value = progress;
    percent.textContent = `${progress}%`;
    document.title = `${progress}% · ${STATES[status]} · BotPhone`;
  }

  function connected(how: Connection): void {
    connection.textContent = CONNECTIONS[how];
    connection.className = `connection ${how}`;
  }
}
