import { html } from 'lit-html';
import { dataOfDays, daysOf, shapeOfDays, tableOfDays } from '../numbers/days';
import { Plot } from '../numbers/plot';
import { dataOfQueue, shapeOfQueue, tableOfQueue } from '../numbers/queue';
import { dataOfTimes, shapeOfTimes, tableOfTimes, timesOf, type Time } from '../numbers/times';
import { formatShare, plural } from '../page/format';
import type { PageFactory } from '../page/page';
import { Reading } from '../page/reading';
import { hasEnded } from '../server/types';
import '../style/numbers.css';

const ranges = [7, 30, 90, 365];
const usual = 30;
const pause = 5_000;

/** What became of the jobs of the last days, how long they took, and how the queue was. */
export const numbers: PageFactory = (place) => {
  const { server, query, signal } = place;
  const chosen = () => ranges.find((count) => String(count) === query.get('dias')) ?? usual;
  const reading = new Reading(place, (until) => server.statistics(chosen(), until), pause);
  let times: readonly Time[] = [];
  const plots = { days: new Plot(place, shapeOfDays), times: new Plot(place, shapeOfTimes(() => times)), queue: new Plot(place, shapeOfQueue) };

  reading.refresh();
  place.live.follow({ job: '*', stale: reading.refresh, update: (_, state) => (hasEnded(state) || state.status === 'PENDING') && reading.refresh() }, signal);

  function choose(event: Event): void {
    place.choose({ dias: (event.target as HTMLSelectElement).value });
    reading.restart();
  }

  return {
    title: 'Números',
    view: () => html`
      <form class="filters" @submit=${(event: Event) => event.preventDefault()}>
        <div class="field"><label for="days">Período</label><select id="days" @change=${choose}>${ranges.map((count) => html`<option value=${count} ?selected=${count === chosen()}>${count} dias</option>`)}</select></div>
      </form>
      ${reading.show((statistics) => {
        const days = daysOf(statistics);
        times = timesOf(statistics.operadoras);
        const done = days.reduce((sum, day) => sum + day.done, 0);
        const all = done + days.reduce((sum, day) => sum + day.failed, 0);
        return html`
          <p role="status">${all === 0 ? `Nenhum job terminou em ${chosen()} dias.` : html`<strong>${formatShare(done, all)}</strong> prontos: ${done} de ${plural(all, 'job', 'jobs')} em ${chosen()} dias.`}</p>
          <section class="card" aria-labelledby="per-day">
            <div class="heading"><h2 id="per-day">Jobs por dia</h2><p class="key"><span class="good">Prontos</span><span class="bad">Falharam</span></p></div>
            ${plots.days.view(dataOfDays(days), 'Jobs que terminaram em cada dia', tableOfDays(days))}
          </section>
          <div class="pair">
            <section class="card" aria-labelledby="time">
              <div class="heading"><h2 id="time">Tempo por operadora</h2><p class="key"><span class="accent">Metade dos jobs em até</span><span class="soft-key">Nove de dez em até</span></p></div>
              ${times.length === 0 ? html`<p class="soft">Nenhum job ficou pronto no período.</p>` : plots.times.view(dataOfTimes(times), 'Quanto os jobs prontos levaram, por operadora', tableOfTimes(times))}
            </section>
            <section class="card" aria-labelledby="queue">
              <div class="heading"><h2 id="queue">A fila nas últimas 24 horas</h2><p class="key"><span class="warn">Na fila</span><span class="accent">Rodando</span></p></div>
              ${plots.queue.view(dataOfQueue(statistics.fila), 'Jobs que esperavam e que rodavam', tableOfQueue(statistics.fila))}
            </section>
          </div>`;
      })}`,
  };
};
