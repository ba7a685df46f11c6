import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { formatMoment } from '../page/format';
import type { Node } from '../server/types';

const chips = {
  active: html`<span class="chip good">No ar</span>`,
  late: html`<span class="chip warn">Atrasado</span>`,
  gone: html`<span class="chip bad">Fora do ar</span>`,
};

/** The servers that work together; nothing for one that works alone. */
export const nodesSection = (nodes: readonly Node[]): TemplateResult | typeof nothing => (nodes.length < 2 ? nothing : html`
  <section class="stack" aria-labelledby="nodes">
    <h2 id="nodes">Nós</h2>
    <ul class="cards">${repeat(nodes, ({ no }) => no, nodeCard)}</ul>
  </section>`);

const nodeCard = ({ no, state, last_seen, jobs_active, operadoras }: Node): TemplateResult => html`
  <li class="card">
    <div class="heading"><h3>${no}</h3>${chips[state]}</div>
    <dl class="facts">
      <dt>Executa</dt><dd>${jobs_active === 1 ? '1 job' : `${jobs_active} jobs`}</dd>
      <dt>Operadoras</dt><dd>${operadoras.map(({ code, version }) => `${code} ${version}`).join(', ') || 'nenhuma'}</dd>
      <dt>Visto</dt><dd>${formatMoment(last_seen)}</dd>
    </dl>
  </li>`;
