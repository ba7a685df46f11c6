import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Follower } from '../live/follower';
import { endedRow, runningCard, waitingRow } from '../now/cards';
import { readSituation } from '../now/situation';
import { tick } from '../page/clock';
import { plural } from '../page/format';
import type { PageFactory } from '../page/page';
import { empty } from '../page/parts';
import { Reading } from '../page/reading';
import '../style/now.css';

/** What runs, what waits, and what ended last. */
export const now: PageFactory = (place) => {
  const situation = new Reading(place, (signal) => readSituation(place.server, signal));
  const find = (id: string) => situation.value?.running.find(({ job_id }) => job_id === id);

  const follower: Follower = {
    job: '*',
    stale: situation.refresh,
    update(id, { status, progress }) {
      const job = find(id);
      // A job that comes, starts or ends changes more than its card.
      if (job?.status !== status) situation.refresh();
      if (!job || job.progress >= progress) return;
      job.progress = progress;
      place.redraw();
    },
    line({ job_id, message }) {
      const job = find(job_id);
      if (!job) return;
      job.step = message;
      place.redraw();
    },
  };
  situation.refresh();
  place.live.follow(follower, place.signal);
  tick(place);

  return {
    title: 'Agora',
    view: () => situation.show(({ running, totalRunning, waiting, totalWaiting, ended }) => html`
      <section class="stack" aria-labelledby="running">
        <h2 id="running">${totalRunning === 0 ? 'Nada roda agora' : `${plural(totalRunning, 'job roda', 'jobs rodam')} agora`}</h2>
        ${running.length === 0
          ? empty('O servidor está livre.', html`<p><a class="button" href="#/novo">Buscar uma fatura</a></p>`)
          : html`<ul class="cards">${repeat(running, ({ job_id }) => job_id, (job) => runningCard(job, Date.now()))}</ul>`}
        ${totalRunning > running.length ? html`<p><a href="#/jobs?status=RUNNING">Ver todos os que rodam</a></p>` : nothing}
      </section>
      ${totalWaiting === 0 ? nothing : html`
        <section class="card" aria-labelledby="waiting">
          <h2 id="waiting">${plural(totalWaiting, 'job espera', 'jobs esperam')} a vez</h2>
          ${totalWaiting > waiting.length
            ? html`<p><a href="#/jobs?status=PENDING">Ver a fila</a></p>`
            : html`<ol class="queue">${repeat(waiting, ({ job_id }) => job_id, (job) => waitingRow(job, Date.now()))}</ol>`}
        </section>`}
      <section class="card" aria-labelledby="ended">
        <div class="heading"><h2 id="ended">Terminaram por último</h2><a href="#/jobs">Todos os jobs</a></div>
        ${ended.length === 0 ? html`<p class="soft">Nenhum job terminou no último dia.</p>` : html`<ul class="ended">${repeat(ended, ({ job_id }) => job_id, endedRow)}</ul>`}
      </section>`),
  };
};
