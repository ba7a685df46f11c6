import { html, nothing, type TemplateResult } from 'lit-html';
import { formatMoment } from '../page/format';
import type { Deploy, Operator, OperatorStatistics, Operators } from '../server/types';
import { record } from './record';

type Rejected = Operators['rejeitadas'][number];
type Leaving = Operators['saindo'][number];

/** An operator that serves, or waits for its portal. */
export const operatorCard = ({ code, version, since, signed, paused_until, payload }: Operator, statistics: OperatorStatistics | undefined): TemplateResult => html`
  <li class="card">
    <div class="heading">
      <h3>${code}</h3>
      ${paused_until ? html`<span class="chip warn">Pausada</span>` : html`<span class="chip good">Atende</span>`}
    </div>
    ${paused_until ? html`<p>O portal está fora do ar: os jobs esperam até ${formatMoment(paused_until)}.</p>` : nothing}
    <dl class="facts">
      <dt>Versão</dt><dd>${version}</dd>
      <dt>Desde</dt><dd>${formatMoment(since)}</dd>
      <dt>Assinada</dt><dd>${signed ? 'sim' : 'não'}</dd>
      <dt>Campos</dt><dd>${payload.map(({ name }) => name).join(', ')}</dd>
    </dl>
    ${statistics ? record(statistics) : html`<p class="soft">Nenhum job terminou em 30 dias.</p>`}
    <a class="button plain" href="#/novo/${encodeURIComponent(code)}">Novo job</a>
  </li>`;

/** One that could not be loaded, with all that is wrong with it. */
export const rejectedCard = ({ folder, reason, since }: Rejected): TemplateResult => html`
  <li class="card problem">
    <h3>${folder}</h3>
    <p>${reason}</p>
    <p class="soft">Desde ${formatMoment(since)}. A versão que atendia antes, se havia uma, continua.</p>
  </li>`;

export const leavingRow = ({ code, version, since }: Leaving): TemplateResult => html`<li>${code} ${version}, desde ${formatMoment(since)}</li>`;

/** Something that happened to an operator. */
export const deployRow = ({ em, state, version, message }: Deploy): TemplateResult => html`
  <li class=${state}><time datetime=${em}>${formatMoment(em)}</time><span>${message}${version ? html` <span class="soft">${version}</span>` : nothing}</span></li>`;
