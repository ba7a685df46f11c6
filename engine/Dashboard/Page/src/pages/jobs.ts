import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { JobPages } from '../jobs/job-pages';
import { clientOf, formatDuration, formatMoment, plural } from '../page/format';
import type { PageFactory } from '../page/page';
import { chip, empty, loading, problem, statusName } from '../page/parts';
import { Reading } from '../page/reading';
import { Rows } from '../page/rows';
import type { JobSummary, Status } from '../server/types';
import '../style/jobs.css';

const rowHeight = 44;
const statuses: readonly Status[] = ['PENDING', 'RUNNING', 'COMPLETED', 'FAILED'];

/** All jobs that the server keeps, the newest first; however many, only those that are seen are read and drawn. */
export const jobs: PageFactory = (place) => {
  const { server, query, signal, redraw } = place;
  const rows = new Rows(place, rowHeight);
  const operators = new Reading(place, (until) => server.operators(until));
  let list: JobPages;

  const read = () => {
    list = new JobPages(server, { status: query.get('status') ?? '', operadora: query.get('operadora') ?? '' }, signal, redraw);
    void list.more();
  };
  const choose = (name: string) => (event: Event) => {
    place.choose({ [name]: (event.target as HTMLSelectElement).value });
    read();
  };

  read();
  operators.refresh();
  place.live.follow({ job: '*', update: (id, state) => list.update(id, state), stale: () => list.total > 0 && void recount() }, signal);

  // What came while nobody told.
  async function recount(): Promise<void> {
    const { total_jobs } = await server.jobs({ ...list.filter, limit: 1 }, signal).catch(() => ({ total_jobs: list.total }));
    list.fresh = Math.max(0, total_jobs - list.total);
    redraw();
  }

  function table() {
    const { items, before, after } = rows.seen(list.isComplete ? list.jobs.length : Math.max(list.total, list.jobs.length));
    if ((items.at(-1)?.index ?? 0) >= list.jobs.length - 1) void list.more();
    return html`
      <div class="list card" ${ref(rows.box)} tabindex="0" role="region" aria-label="Lista de jobs">
        <table aria-rowcount=${list.total + 1}>
          <thead><tr aria-rowindex="1"><th scope="col">Operadora</th><th scope="col">Cliente</th><th scope="col">Estado</th><th scope="col">Criado em</th><th scope="col">Duração</th><th scope="col">Resultado</th></tr></thead>
          <tbody>
            <tr class="gap" aria-hidden="true" .style=${`height: ${before}px`}></tr>
            ${items.map(({ index }) => row(list.jobs[index], index))}
            <tr class="gap" aria-hidden="true" .style=${`height: ${after}px`}></tr>
          </tbody>
        </table>
      </div>`;
  }

  return {
    title: 'Jobs',
    view: () => html`
      <form class="filters" @submit=${(event: Event) => event.preventDefault()}>
        <div class="field">
          <label for="status">Estado</label>
          <select id="status" @change=${choose('status')}>
            <option value="">Todos</option>
            ${statuses.map((one) => html`<option value=${one} ?selected=${query.get('status') === one}>${statusName(one)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="operator">Operadora</label>
          <select id="operator" @change=${choose('operadora')}>
            <option value="">Todas</option>
            ${operators.value?.operadoras.map(({ code }) => html`<option value=${code} ?selected=${query.get('operadora') === code}>${code}</option>`)}
          </select>
        </div>
        <p class="soft" role="status">${list.total > 0 ? plural(list.total, 'job', 'jobs') : ''}</p>
        ${list.fresh > 0 ? html`<button type="button" class="plain" @click=${read}>${plural(list.fresh, 'job novo', 'jobs novos')}: mostrar</button>` : nothing}
      </form>
      ${list.error ? problem(list.error.message, html`<button type="button" @click=${read}>Tentar de novo</button>`) : list.jobs.length > 0 ? table() : list.wasRead ? none : loading()}`,
  };
};

const none = empty('Nenhum job corresponde. Os que terminaram há mais de um dia já saíram da lista; as faturas ficam em Faturas.');

const row = (job: JobSummary | undefined, index: number) =>
  job === undefined
    ? html`<tr aria-rowindex=${index + 2}><td colspan="6" class="soft">Carregando…</td></tr>`
    : html`
      <tr aria-rowindex=${index + 2}>
        <td><a href="#/job/${job.job_id}">${job.operadora}</a></td>
        <td class="number" title=${clientOf(job)}>${clientOf(job)}</td>
        <td>${chip(job.status)}${job.status === 'RUNNING' ? html` <span class="soft number">${job.progress}%</span>` : nothing}</td>
        <td><time datetime=${job.created_at}>${formatMoment(job.created_at)}</time></td>
        <td class="number">${job.started_at && job.completed_at ? formatDuration(job.started_at, job.completed_at, 0) : ''}</td>
        <td title=${job.error ?? job.result ?? nothing}>${job.error ?? job.result?.split('/').at(-1)}</td>
      </tr>`;
