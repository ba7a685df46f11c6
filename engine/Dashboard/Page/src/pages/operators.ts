import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { deployRow, leavingRow, operatorCard, rejectedCard } from '../operators/cards';
import { nodesSection } from '../operators/nodes';
import type { PageFactory } from '../page/page';
import { empty } from '../page/parts';
import { Reading } from '../page/reading';
import { hasEnded } from '../server/types';
import '../style/operators.css';

const days = 30;
const pause = 5_000;

/** Nobody says when a node falls silent: it is looked for, as long as there are several. */
const nodesAgain = 10_000;

/** Which operators serve and how well, which could not be loaded and why, and what has happened to them. */
export const operators: PageFactory = (place) => {
  const { server, signal } = place;
  const all = new Reading(place, (until) => server.operators(until));
  const history = new Reading(place, (until) => server.deploys(until));
  const statistics = new Reading(place, (until) => server.statistics(days, until), pause);
  const nodes = new Reading(place, (until) => server.nodes(until), pause);
  const recordOf = (code: string) => statistics.value?.operadoras.find(({ operadora }) => operadora === code);

  for (const reading of [all, history, statistics, nodes]) reading.refresh();
  const looking = setInterval(() => (nodes.value?.nos.length ?? 0) > 1 && nodes.refresh(), nodesAgain);
  signal.addEventListener('abort', () => clearInterval(looking));
  place.live.follow({ job: '*', stale: statistics.refresh, update: (_, state) => hasEnded(state) && statistics.refresh() }, signal);
  void place.live.followOperators((one) => {
    all.refresh();
    history.refresh();
    nodes.refresh();
    if (one) place.announce(one.message);
  }, signal);

  return {
    title: 'Operadoras',
    view: () => all.show(({ operadoras, rejeitadas, saindo }) => html`
      ${rejeitadas.length === 0 ? nothing : html`
        <section class="stack" aria-labelledby="rejected">
          <h2 id="rejected">Não puderam ser carregadas</h2>
          <ul class="cards">${repeat(rejeitadas, ({ folder }) => folder, rejectedCard)}</ul>
        </section>`}
      <section class="stack" aria-labelledby="loaded">
        <h2 id="loaded">Carregadas</h2>
        ${operadoras.length === 0
          ? empty('Nenhuma. Ponha a pasta de uma operadora em plugins/, e ela aparece aqui sozinha.')
          : html`<ul class="cards">${repeat(operadoras, ({ code }) => code, (one) => operatorCard(one, recordOf(one.code)))}</ul>`}
      </section>
      ${nodesSection(nodes.value?.nos ?? [])}
      ${saindo.length === 0 ? nothing : html`
        <section class="card" aria-labelledby="leaving">
          <h2 id="leaving">Versões antigas que terminam os seus jobs</h2>
          <ul>${repeat(saindo, ({ code, version }) => `${code} ${version}`, leavingRow)}</ul>
        </section>`}
      <section class="card" aria-labelledby="history">
        <h2 id="history">O que aconteceu</h2>
        ${history.show(({ historico }) => (historico.length === 0
          ? html`<p class="soft">Nada ainda. Uma operadora que chega, sai ou não pode ser carregada aparece aqui na hora.</p>`
          : html`<ol class="news">${historico.map(deployRow)}</ol>`))}
      </section>`),
  };
};
