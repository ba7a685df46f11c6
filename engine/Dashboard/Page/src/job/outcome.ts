import { html, nothing, type TemplateResult } from 'lit-html';
import { formatCnpj, formatMoment, formatMoney, formatSize } from '../page/format';
import type { Document, JobStatus } from '../server/types';

/** What the invoice says of itself; what could not be read is not there. */
export function invoiceFacts({ fatura, vencimento, size, sha256, observacao, ja_guardada_em }: Document): TemplateResult {
  const facts: readonly (readonly [string, unknown])[] = [
    ['Vencimento', fatura?.vencimento ?? vencimento],
    ['Valor', fatura?.valor == null ? null : formatMoney(fatura.valor)],
    ['Competência', fatura?.competencia],
    ['Conta', fatura?.conta],
    ['CNPJ', fatura?.cnpj && formatCnpj(fatura.cnpj)],
    ['Linha digitável', fatura?.linha_digitavel],
    ['Nota fiscal', fatura?.nota_fiscal],
    ['Chave de acesso', fatura?.chave_acesso],
    ['Já guardada em', ja_guardada_em && formatMoment(ja_guardada_em)],
    ['Não conferido', observacao],
    ['Tamanho', formatSize(size)],
    ['SHA-256', html`<code>${sha256}</code>`],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing))}</dl>`;
}

/** Why it failed: the part of the work, what happened, and what to do, as the server says it. */
export function failure({ error, error_code, operadora, attempt }: JobStatus): TemplateResult {
  const [category, ...rest] = (error ?? '').split(': ');
  return html`
    <section class="card failure" aria-labelledby="failure">
      <h2 id="failure">${rest.length > 0 ? category : 'O job falhou'}</h2>
      <p>${rest.length > 0 ? capital(rest.join(': ')) : error}</p>
      <div class="row">
        <a class="button" href="#/novo/${encodeURIComponent(operadora)}">Enviar um novo job</a>
        <span class="soft">Código <code>${error_code}</code>${attempt > 1 ? ` · ${attempt} tentativas` : ''}</span>
      </div>
    </section>`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
