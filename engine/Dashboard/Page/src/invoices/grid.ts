import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { formatCnpj, formatMoney } from '../page/format';
import type { Rows } from '../page/rows';
import type { Entry } from '../server/types';
import type { Account } from './ledger';
import type { Month } from './month';

/** Accounts by months: what is held and what is missing; only the rows that are seen are drawn. */
export function grid(accounts: readonly Account[], months: readonly Month[], rows: Rows, open: (entries: readonly Entry[]) => void): TemplateResult {
  const { items, before, after } = rows.seen(accounts.length);
  return html`
    <div class="ledger card" ${ref(rows.box)} tabindex="0" role="region" aria-label="Contas e meses">
      <table aria-rowcount=${accounts.length + 1}>
        <thead><tr aria-rowindex="1"><th scope="col">Conta</th>${months.map((month) => html`<th scope="col">${month}</th>`)}</tr></thead>
        <tbody>
          <tr class="gap" aria-hidden="true" .style=${`height: ${before}px`}></tr>
          ${items.map(({ index }) => row(accounts[index]!, index))}
          <tr class="gap" aria-hidden="true" .style=${`height: ${after}px`}></tr>
        </tbody>
      </table>
    </div>`;

  function row({ operadora, cnpj, conta, held, missing }: Account, index: number): TemplateResult {
    return html`
      <tr aria-rowindex=${index + 2}>
        <th scope="row"><span>${operadora} · ${conta}</span><span class="soft">${formatCnpj(cnpj)}</span></th>
        ${months.map((month) => cell(held.get(month), missing.has(month)))}
      </tr>`;
  }

  function cell(entries: readonly Entry[] | undefined, isMissing: boolean): TemplateResult {
    if (!entries) return isMissing ? html`<td class="missing">✕ falta</td>` : html`<td class="soft">–</td>`;
    const [{ valor, vencimento }] = entries as [Entry];
    return html`<td class="held"><button type="button" class="link" @click=${() => open(entries)}>✓ ${valor == null ? vencimento : formatMoney(valor)}${entries.length > 1 ? html` <span class="soft">+${entries.length - 1}</span>` : nothing}</button></td>`;
  }
}
