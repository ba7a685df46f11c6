import { html, nothing, type TemplateResult } from 'lit-html';
import { formatMoment, formatSeconds, formatShare, plural } from '../page/format';
import type { OperatorStatistics } from '../server/types';

const blamed = [
  { name: 'cliente', words: 'pede um acesso ou um pedido corrigido' },
  { name: 'portal', words: 'do portal da operadora' },
  { name: 'plugin', words: 'pede um ajuste do plugin' },
  { name: 'servidor', words: 'deste servidor' },
] as const;

/** How an operator has done: what share of its jobs brought an invoice, who can do something about the others, and how long it took. */
export function record({ concluidos, falhas, mediana_segundos, p90_segundos, ultimas_falhas }: OperatorStatistics): TemplateResult {
  const failed = blamed.filter(({ name }) => falhas[name] > 0);
  const all = concluidos + failed.reduce((sum, { name }) => sum + falhas[name], 0);
  return html`
    <div class="record">
      <p><strong>${formatShare(concluidos, all)}</strong> prontos <span class="soft">(${concluidos} de ${plural(all, 'job', 'jobs')} em 30 dias)</span></p>
      <div class="shares" aria-hidden="true">
        <span class="pronto" .style=${`flex-grow: ${concluidos}`}></span>
        ${failed.map(({ name }) => html`<span class=${name} .style=${`flex-grow: ${falhas[name]}`}></span>`)}
      </div>
      ${failed.length === 0 ? nothing : html`<ul class="blamed">${failed.map(({ name, words }) => html`<li class=${name}>${plural(falhas[name], 'falha', 'falhas')}: ${words}</li>`)}</ul>`}
      ${mediana_segundos === null ? nothing : html`<p class="soft">Metade em até ${formatSeconds(mediana_segundos)}, nove de cada dez em até ${formatSeconds(p90_segundos ?? mediana_segundos)}</p>`}
      ${ultimas_falhas.length === 0 ? nothing : html`
        <details>
          <summary>Últimas falhas</summary>
          <ol class="failures">${ultimas_falhas.map(({ job_id, error, em }) => html`<li><a href="#/job/${job_id}"><time datetime=${em}>${formatMoment(em)}</time></a> ${error}</li>`)}</ol>
        </details>`}
    </div>`;
}
