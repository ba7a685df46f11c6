import { html, nothing, type TemplateResult } from 'lit-html';
import { formatMoment } from '../page/format';
import type { Operator, Operators } from '../server/types';

type Rejected = Operators['rejeitadas'][number];
type Leaving = Operators['saindo'][number];

/** An operator that serves, or waits for its portal. */
export const operatorCard = ({ code, version, since, signed, paused_until, payload }: Operator): TemplateResult => html`
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
