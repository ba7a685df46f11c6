import { html, nothing, type TemplateResult } from 'lit-html';
import { formatCnpj, formatMoment, formatMoney, plural } from '../page/format';
import type { Place } from '../page/page';
import { saveButton } from '../page/save-button';
import type { Entry, FailedAccount } from '../server/types';
import type { Shown } from './grid';

/** The invoices of an account in a month, the newest first; or why there is none. */
export const dialog = (place: Place, shown: Shown, close: () => void): TemplateResult => html`
  <dialog class="card" aria-label=${'failed' in shown ? 'Falha' : 'Fatura'} @close=${close}>
    ${'failed' in shown ? failureView(shown.failed) : shown.entries.map((entry) => entryView(place, entry))}
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

const failureView = ({ operadora, cnpj, conta, job_id, error, em, tentativas }: FailedAccount): TemplateResult => html`
  <h2>${operadora} · ${conta}</h2>
  <p class="fault">${error}</p>
  <dl class="facts"><dt>CNPJ</dt><dd>${formatCnpj(cnpj)}</dd><dt>Falhou em</dt><dd>${formatMoment(em)}</dd><dt>Desde o último sucesso</dt><dd>${plural(tentativas, 'job que falhou', 'jobs que falharam')}</dd></dl>
  <div class="row"><a class="button" href="#/novo/${encodeURIComponent(operadora)}">Enviar um novo job</a><a href="#/job/${job_id}">O job que falhou</a></div>`;
