import { html, nothing } from 'lit-html';
import { entryDialog } from '../invoices/entry-dialog';
import { grid } from '../invoices/grid';
import { readLedger } from '../invoices/ledger';
import { lastMonths } from '../invoices/month';
import { handOver } from '../page/blobs';
import { plural } from '../page/format';
import type { PageFactory } from '../page/page';
import { empty } from '../page/parts';
import { Reading } from '../page/reading';
import { Rows } from '../page/rows';
import type { Entry } from '../server/types';
import '../style/invoices.css';

const rowHeight = 56;
const ranges = [6, 12, 24, 36];

/** The ledger: each account's months, held or missing. */
export const invoices: PageFactory = (place) => {
  const { server, query, signal, announce } = place;
  const rows = new Rows(place, rowHeight);
  let shown: readonly Entry[] = [];
  const filter = () => ({ operadora: query.get('operadora') ?? '', cnpj: query.get('cnpj') ?? '', conta: query.get('conta') ?? '' });
  const months = () => lastMonths(Number(query.get('meses')) || 12, new Date());
  const ledger = new Reading(place, (until) => readLedger(server, filter(), months(), until));

  ledger.refresh();
  // An invoice that is stored may be among them.
  place.live.follow({ job: '*', stale: () => {}, update: (_, { status }) => status === 'COMPLETED' && ledger.refresh() }, signal);

  function choose(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    place.choose({ [name]: value.trim() });
    ledger.restart();
  }

  function open(entries: readonly Entry[]): void {
    shown = entries;
    place.redraw();
    requestAnimationFrame(() => document.querySelector<HTMLDialogElement>('dialog')?.showModal());
  }

  async function save(path: 'faturas' | 'faturas/lacunas', name: string): Promise<void> {
    try {
      const [desde, ate] = [months()[0], months().at(-1)];
      handOver(await server.table(path, { ...filter(), desde, ate }, signal), name);
    } catch (error) {
      announce((error as Error).message);
    }
  }

  const input = (name: string, label: string) => html`
    <div class="field"><label for="filter-${name}">${label}</label><input id="filter-${name}" name=${name} .value=${query.get(name) ?? ''} autocomplete="off" @change=${choose}></div>`;

  return {
    title: 'Faturas',
    view: () => html`
      <form class="filters" @submit=${(event: Event) => event.preventDefault()}>
        ${input('operadora', 'Operadora')}${input('cnpj', 'CNPJ')}${input('conta', 'Conta')}
        <div class="field">
          <label for="filter-meses">Meses</label>
          <select id="filter-meses" name="meses" @change=${choose}>${ranges.map((count) => html`<option value=${count} ?selected=${count === months().length}>${count} meses</option>`)}</select>
        </div>
        <div class="field check"><label><input type="checkbox" name="falta" value="sim" .checked=${query.get('falta') === 'sim'} @change=${(event: Event) => place.choose({ falta: (event.target as HTMLInputElement).checked ? 'sim' : '' })}> Só as que têm falta</label></div>
      </form>
      <div class="row">
        <button type="button" class="plain" @click=${() => save('faturas', 'faturas.csv')}>Exportar as faturas</button>
        <button type="button" class="plain" @click=${() => save('faturas/lacunas', 'lacunas.csv')}>Exportar o que falta</button>
      </div>
      ${ledger.show(({ accounts, isCut }) => {
        const month = months().at(-1)!;
        const seen = query.get('falta') === 'sim' ? accounts.filter(({ missing }) => missing.size > 0) : accounts;
        return html`
          <p role="status">Em ${month}: ${plural(accounts.filter(({ held }) => held.has(month)).length, 'conta guardada', 'contas guardadas')}, ${plural(accounts.filter(({ missing }) => missing.has(month)).length, 'falta', 'faltam')}.${isCut ? ' Há mais contas do que a página mostra: filtre, ou exporte.' : ''}</p>
          ${seen.length === 0 ? empty('Nenhuma conta corresponde. Uma conta aparece aqui quando a sua primeira fatura é guardada.') : grid(seen, months(), rows, open)}`;
      })}
      ${shown.length === 0 ? nothing : entryDialog(place, shown, () => {
        shown = [];
        place.redraw();
      })}`,
  };
};
