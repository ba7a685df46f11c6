import { html, type TemplateResult } from 'lit-html';
import { formatNumber } from '../page/format';
import type { Counts } from './counts';

/** How far the sending and the jobs are. */
export const progress = ({ sent, toSend, done, failed }: Counts): TemplateResult => html`
  <dl class="counts">
    ${number('Enviados', sent, sent + toSend)}
    ${number('Prontos', done, sent, 'good')}
    ${number('Falharam', failed, sent, failed > 0 ? 'bad' : '')}
  </dl>
  <div class="progress"><progress max=${Math.max(1, sent + toSend)} .value=${done + failed} aria-label="Jobs que terminaram"></progress><span>${Math.floor(((done + failed) / Math.max(1, sent + toSend)) * 100)}%</span></div>`;

const number = (label: string, count: number, of: number, kind = '') => html`<div class=${kind}><dt>${label}</dt><dd>${formatNumber(count)}<span class="soft"> de ${formatNumber(of)}</span></dd></div>`;
