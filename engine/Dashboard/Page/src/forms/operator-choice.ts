import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { formatTime } from '../page/format';
import { empty } from '../page/parts';
import type { Operator } from '../server/types';

/** The operators that serve, and the chosen one even when it does not. */
export const operatorChoice = (all: readonly Operator[], code: string, choose: (code: string) => void): TemplateResult => html`
  <div class="field">
    <label for="operator">Operadora</label>
    <select id="operator" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${all.some((one) => one.code === code) || !code ? nothing : html`<option value=${code} selected>${code} (não está carregada)</option>`}
      ${repeat(all, (one) => one.code, (one) => html`<option value=${one.code} ?selected=${one.code === code}>${one.code}</option>`)}
    </select>
  </div>`;

/** Its jobs wait while its portal does not answer. */
export const pauseOf = ({ code, paused_until }: Operator): TemplateResult | typeof nothing =>
  paused_until && Date.parse(paused_until) > Date.now()
    ? html`<div class="card notice" role="status"><p>O portal da ${code} não está respondendo. O job é aceito e espera até ${formatTime(paused_until)}.</p></div>`
    : nothing;

export const noOperator = (): TemplateResult => empty('Nenhuma operadora está carregada. Ponha a pasta de uma em plugins/, e ela aparece aqui sozinha.');
