import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { formatNumber } from '../page/format';
import { chip, statusName } from '../page/parts';
import type { Rows } from '../page/rows';
import type { Field } from '../server/types';
import type { Line } from './line';

export const rowHeight = 56;
const fixedWidth = 30;
const cellWidth = 11;

interface Table {
  readonly lines: readonly Line[];
  readonly fields: readonly Field[];
  readonly rows: Rows;
  /** Lines can be left out until they are on their way. */
  readonly canChoose: boolean;
  readonly toggle: (line: Line) => void;
}

/** The lines as the spreadsheet has them, each with what is wrong with it or became of it; only those that are seen are drawn. */
export function table({ lines, fields, rows, canChoose, toggle }: Table): TemplateResult {
  const { items, before, after } = rows.seen(lines.length);
  return html`
    <div class="lines card" ${ref(rows.box)} tabindex="0" role="region" aria-label="Linhas da planilha">
      <table aria-rowcount=${lines.length + 1} .style=${`min-width: ${fixedWidth + cellWidth * fields.length}rem`}>
        <thead><tr aria-rowindex="1"><th scope="col">Enviar</th><th scope="col">Linha</th><th scope="col">Situação</th>${fields.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>
          <tr class="gap" aria-hidden="true" .style=${`height: ${before}px`}></tr>
          ${items.map(({ index }) => row(lines[index]!, index, fields, canChoose, toggle))}
          <tr class="gap" aria-hidden="true" .style=${`height: ${after}px`}></tr>
        </tbody>
      </table>
    </div>`;
}

const row = (line: Line, index: number, fields: readonly Field[], canChoose: boolean, toggle: (line: Line) => void) => html`
  <tr aria-rowindex=${index + 2}>
    <td><input type="checkbox" aria-label="Enviar a linha ${line.row}" .checked=${line.phase === 'accepted' || (line.isChosen && !line.isFaulty)} ?disabled=${!canChoose || line.phase !== 'ready' || line.isFaulty} @change=${() => toggle(line)}></td>
    <th scope="row">${formatNumber(line.row)}</th>
    <td title=${line.problem || line.state?.error || nothing}><div>${situation(line)}</div></td>
    ${fields.map((field) => cell(line, field))}
  </tr>`;

function situation(line: Line): unknown {
  if (line.isFaulty) return html`<span class="fault">${line.problem}</span>`;
  if (line.phase === 'sending') return 'Enviando…';
  if (!line.state) return html`<span class="soft">${line.isChosen ? 'Pronta para enviar' : 'Fica de fora'}</span>`;
  const { status, progress, error } = line.state;
  return html`<a href="#/job/${line.job!}" aria-label="${statusName(status)}: job da linha ${line.row}">${chip(status)}</a> ${status === 'RUNNING' ? html`<span class="soft number">${progress}%</span>` : nothing}${error ? html`<span class="fault">${error}</span>` : nothing}`;
}

const cell = ({ values, faults, phase }: Line, { name, secret }: Field) => html`
  <td class=${faults.has(name) ? 'wrong' : ''}>${secret ? (values[name] ? '••••' : phase === 'accepted' || phase === 'refused' ? html`<span class="soft">esquecida</span>` : '') : values[name]}</td>`;
