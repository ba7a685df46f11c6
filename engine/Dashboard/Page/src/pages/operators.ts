import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { OperatorNews } from '../live/follower';
import { leavingRow, operatorCard, rejectedCard } from '../operators/cards';
import { formatTime } from '../page/format';
import type { PageFactory } from '../page/page';
import { empty } from '../page/parts';
import { Reading } from '../page/reading';
import '../style/operators.css';

const mostNews = 50;

/** Which operators serve, which could not be loaded and why, and what has changed since the page was opened. */
export const operators: PageFactory = (place) => {
  const all = new Reading(place, (signal) => place.server.operators(signal));
  const news: (OperatorNews & { at: string })[] = [];

  all.refresh();
  void place.live.followOperators((one) => {
    all.refresh();
    if (!one) return;
    news.unshift({ ...one, at: new Date().toISOString() });
    news.splice(mostNews);
    place.announce(one.message);
  }, place.signal);

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
          : html`<ul class="cards">${repeat(operadoras, ({ code }) => code, operatorCard)}</ul>`}
      </section>
      ${saindo.length === 0 ? nothing : html`
        <section class="card" aria-labelledby="leaving">
          <h2 id="leaving">Versões antigas que terminam os seus jobs</h2>
          <ul>${repeat(saindo, ({ code, version }) => `${code} ${version}`, leavingRow)}</ul>
        </section>`}
      <section class="card" aria-labelledby="news">
        <h2 id="news">Desde que esta página foi aberta</h2>
        ${news.length === 0
          ? html`<p class="soft">Nada mudou. Uma operadora que chega, sai ou não pode ser carregada aparece aqui na hora.</p>`
          : html`<ol class="news">${news.map(({ at, state, message }) => html`<li class=${state}><time datetime=${at}>${formatTime(at)}</time><span>${message}</span></li>`)}</ol>`}
      </section>`),
  };
};
