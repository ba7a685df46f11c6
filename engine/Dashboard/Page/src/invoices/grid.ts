import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { formatCnpj, formatMoney } from '../page/format';
import type { Rows } from '../page/rows';
import type { Entry, FailedAccount } from '../server/types';
import type { Account } from './ledger';
import type { Month } from './month';

/** What can be opened: the invoices of a month, or why there is none. */
export type Shown = { readonly entries: readonly Entry[] } | { readonly failed: FailedAccount };

/** Accounts by months, the present one first: what is held, missing, or failed; only the rows that are seen are drawn. */
export function grid(accounts: readonly Account[], inOrder: readonly Month[], rows: Rows, open: (shown: Shown) => void): TemplateResult {
  const { items, before, after } = rows.seen(accounts.length);
  const months = inOrder.toReversed();
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

  function row(account: Account, index: number): TemplateResult {
    return html`
      <tr aria-rowindex=${index + 2}>
        <th scope="row"><span>${account.operadora} · ${account.conta}</span><span class="soft">${formatCnpj(account.cnpj)}</span></th>
        ${months.map((month) => cell(account, month))}
      </tr>`;
  }

  function cell({ held, missing, failed }: Account, month: Month): TemplateResult {
    const entries = held.get(month);
    if (entries) return heldCell(entries);
    const failure = failed.get(month);
    if (failure) return html`<td class="failed"><button type="button" class="link" @click=${() => open({ failed: failure })}>! falhou</button></td>`;
    return missing.has(month) ? html`<td class="missing">✕ falta</td>` : html`<td class="soft">–</td>`;
  }

  function heldCell(entries: readonly Entry[]): TemplateResult {
    const [{ valor, vencimento }] = entries as [Entry];
    return html`<td class="held"><button type="button" class="link" @click=${() => open({ entries })}>✓ ${valor == null ? vencimento : formatMoney(valor)}${entries.length > 1 ? html` <span class="soft">+${entries.length - 1}</span>` : nothing}</button></td>`;
  }
}
