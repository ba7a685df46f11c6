import { html, nothing } from 'lit-html';
import { faultsByField } from '../forms/faults';
import { dialog } from '../invoices/dialog';
import { grid, type Shown } from '../invoices/grid';
import { Ledger } from '../invoices/ledger';
import { lastMonths } from '../invoices/month';
import { handOver } from '../page/blobs';
import { plural } from '../page/format';
import type { PageFactory } from '../page/page';
import { empty } from '../page/parts';
import { Reading } from '../page/reading';
import { Rows } from '../page/rows';
import { Refusal } from '../server/refusal';
import { hasEnded } from '../server/types';
import '../style/invoices.css';

const rowHeight = 56;
const ranges = [6, 12, 24, 36];
const tables = [
  { path: 'faturas', name: 'faturas.csv', label: 'Exportar as faturas' },
  { path: 'faturas/lacunas', name: 'lacunas.csv', label: 'Exportar o que falta' },
  { path: 'faturas/falhas', name: 'falhas.csv', label: 'Exportar o que falhou' },
] as const;

/** The ledger: each account's months, held, missing or failed. */
export const invoices: PageFactory = (place) => {
  const { server, query, signal, announce } = place;
  const rows = new Rows(place, rowHeight);
  const changed = new Map<string, readonly [operadora: string, cnpj: string]>();
  let shown: Shown | undefined;
  let isOld = true;
  let ledger = begin();
  const reading = new Reading(place, readAgain);

  reading.refresh();
  place.live.follow({
    job: '*',
    stale() {
      isOld = true;
      reading.refresh();
    },
    update(_, { status, operadora, cnpj }) {
      if (!cnpj || !hasEnded({ status })) return;
      changed.set(`${operadora} ${cnpj}`, [operadora, cnpj]);
      reading.refresh();
    },
  }, signal);

  function begin(): Ledger {
    const [operadora, cnpj, conta] = [query.get('operadora') ?? '', query.get('cnpj') ?? '', query.get('conta') ?? ''];
    return new Ledger(server, { operadora, cnpj, conta }, lastMonths(ranges.find((count) => String(count) === query.get('meses')) ?? 12, new Date()));
  }

  // All of it once; then only the clients of jobs that have ended.
  async function readAgain(until: AbortSignal): Promise<Ledger> {
    const [now, isWhole, clients] = [ledger, isOld, [...changed.values()]];
    isOld = false;
    changed.clear();
    try {
      if (isWhole) await now.read(until);
      else for (const [operadora, cnpj] of clients) await now.readClient(operadora, cnpj, until);
      return now;
    } catch (error) {
      isOld = true;
      throw error;
    }
  }

  function choose(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    place.choose({ [name]: value.trim() });
    ledger = begin();
    isOld = true;
    reading.restart();
  }

  function open(one: Shown): void {
    shown = one;
    place.redraw();
    requestAnimationFrame(() => document.querySelector<HTMLDialogElement>('dialog')?.showModal());
  }

  async function save({ path, name }: (typeof tables)[number]): Promise<void> {
    const { filter, months } = ledger;
    const range = path === 'faturas' ? { desde: months[0], ate: months.at(-1) } : {};
    try {
      handOver(await server.table(path, { ...filter, ...range }, signal), name);
    } catch (error) {
      announce((error as Error).message);
    }
  }

  function input(name: string, label: string) {
    const fault = reading.error instanceof Refusal ? faultsByField(reading.error.faults).get(name) : undefined;
    return html`
      <div class="field">
        <label for="filter-${name}">${label}</label>
        <input id="filter-${name}" name=${name} .value=${query.get(name) ?? ''} autocomplete="off" aria-invalid=${fault ? 'true' : nothing} aria-describedby="fault-${name}" @change=${choose}>
        <span class="fault" id="fault-${name}">${fault}</span>
      </div>`;
  }

  function whole({ accounts, months, isCut }: Ledger) {
    const month = months.at(-1)!;
    const [held, failed] = [accounts.filter((one) => one.held.has(month)).length, accounts.filter((one) => !one.held.has(month) && one.failed.has(month)).length];
    const missing = accounts.filter((one) => one.missing.has(month) && !one.failed.has(month)).length;
    const seen = query.get('falta') === 'sim' ? accounts.filter((one) => one.missing.size > 0 || one.failed.size > 0) : accounts;
    return html`
      <p role="status">Em ${month}: ${plural(held, 'conta guardada', 'contas guardadas')}, ${plural(missing, 'falta', 'faltam')}, ${plural(failed, 'falhou', 'falharam')}.${isCut ? ' Há mais contas do que a página mostra: filtre, ou exporte.' : ''}</p>
      ${seen.length === 0 ? empty('Nenhuma conta corresponde. Uma conta aparece aqui quando a sua primeira fatura é guardada, ou quando um job para ela falha.') : grid(seen, months, rows, open)}`;
  }

  return {
    title: 'Faturas',
    view: () => html`
      <form class="filters" @submit=${(event: Event) => event.preventDefault()}>
        ${input('operadora', 'Operadora')}${input('cnpj', 'CNPJ')}${input('conta', 'Conta')}
        <div class="field">
          <label for="filter-meses">Meses</label>
          <select id="filter-meses" name="meses" @change=${choose}>${ranges.map((count) => html`<option value=${count} ?selected=${count === ledger.months.length}>${count} meses</option>`)}</select>
        </div>
        <div class="field check"><label><input type="checkbox" name="falta" value="sim" .checked=${query.get('falta') === 'sim'} @change=${(event: Event) => place.choose({ falta: (event.target as HTMLInputElement).checked ? 'sim' : '' })}> Só as que têm falta</label></div>
      </form>
      <div class="row">${tables.map((table) => html`<button type="button" class="plain" @click=${() => save(table)}>${table.label}</button>`)}</div>
      ${reading.show(whole)}
      ${shown ? dialog(place, shown, () => {
        shown = undefined;
        place.redraw();
      }) : nothing}`,
  };
};
