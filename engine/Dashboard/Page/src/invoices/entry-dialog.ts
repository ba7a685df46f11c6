import { html, nothing, type TemplateResult } from 'lit-html';
import { formatCnpj, formatMoment, formatMoney } from '../page/format';
import type { Place } from '../page/page';
import { saveButton } from '../page/save-button';
import type { Entry } from '../server/types';

/** The invoices of an account in a month, the newest first. */
export const entryDialog = (place: Place, entries: readonly Entry[], close: () => void): TemplateResult => html`
  <dialog class="card" aria-label="Fatura" @close=${close}>
    ${entries.map((entry) => entryView(place, entry))}
    <form method="dialog"><button type="submit" class="plain">Fechar</button></form>
  </dialog>`;

function entryView(place: Place, { operadora, cnpj, conta, vencimento, valor, key, job_id, guardada_em, removida_em, observacao, fatura }: Entry): TemplateResult {
  const facts: readonly (readonly [string, unknown])[] = [
    ['CNPJ', formatCnpj(cnpj)],
    ['Vencimento', vencimento],
    ['Valor', valor == null ? null : formatMoney(valor)],
    ['Competência', fatura?.competencia],
    ['Linha digitável', fatura?.linha_digitavel],
    ['Nota fiscal', fatura?.nota_fiscal],
    ['Chave de acesso', fatura?.chave_acesso],
    ['Guardada em', formatMoment(guardada_em)],
    ['Não conferido', observacao],
    ['Removida em', removida_em && formatMoment(removida_em)],
  ];
  return html`
    <h2>${operadora} · ${conta}</h2>
    <dl class="facts">${facts.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing))}</dl>
    <div class="row">${key ? saveButton(place, key, 'Baixar a fatura') : nothing}<a href="#/job/${job_id}">O job que a guardou</a></div>`;
}
