import type { BotPhone } from '../server/botphone';
import type { Entry, FailedAccount } from '../server/types';
import { monthOf, type Month } from './month';

const pageSize = 500;
const mostAccounts = 5_000;

/** An account's invoices, the months that have none, and why its last job failed. */
export interface Account {
  readonly operadora: string;
  readonly cnpj: string;
  readonly conta: string;
  readonly held: Map<Month, Entry[]>;
  readonly missing: Set<Month>;
  readonly failed: Map<Month, FailedAccount>;
}

export type Filter = Readonly<{ operadora: string; cnpj: string; conta: string }>;

/** The accounts of a time, with what is held, what is missing and what failed in each month. */
export class Ledger {
  #accounts: readonly Account[] = [];
  /** There are more accounts than a page can show. */
  isCut = false;

  constructor(
    readonly server: BotPhone,
    readonly filter: Filter,
    readonly months: readonly Month[],
  ) {}

  /** By operator, CNPJ and account. */
  get accounts(): readonly Account[] {
    return this.#accounts;
  }

  /** Reads all of it. */
  async read(signal: AbortSignal): Promise<void> {
    this.#keep(await this.#readPart(this.filter, signal));
  }

  /** Reads again what may have changed: the accounts of a client with an operator. */
  async readClient(operadora: string, cnpj: string, signal: AbortSignal): Promise<void> {
    const { filter } = this;
    if ((filter.operadora && filter.operadora.toUpperCase() !== operadora) || (filter.cnpj && plain(filter.cnpj) !== cnpj)) return;
    const others = this.#accounts.filter((account) => account.operadora !== operadora || account.cnpj !== cnpj);
    this.#keep([...others, ...(await this.#readPart({ ...filter, operadora, cnpj }, signal))]);
  }

  #keep(accounts: readonly Account[]): void {
    const sorted = [...accounts].sort((one, other) => one.operadora.localeCompare(other.operadora) || one.cnpj.localeCompare(other.cnpj) || one.conta.localeCompare(other.conta));
    this.#accounts = sorted.slice(0, mostAccounts);
    this.isCut = sorted.length > mostAccounts;
  }

  async #readPart(filter: Filter, signal: AbortSignal): Promise<readonly Account[]> {
    const accounts = new Map<string, Account>();
    const of = ({ operadora, cnpj, conta }: Filter): Account => {
      const key = JSON.stringify([operadora, cnpj, plain(conta)]);
      const known = accounts.get(key) ?? { operadora, cnpj, conta, held: new Map(), missing: new Set(), failed: new Map() };
      accounts.set(key, known);
      return known;
    };
    const range = { ...filter, desde: this.months[0]!, ate: this.months.at(-1)!, limit: pageSize };

    for await (const page of this.server.invoices(range, signal)) {
      for (const entry of page) {
        const { held } = of(entry);
        held.set(entry.mes, [...(held.get(entry.mes) ?? []), entry]);
      }
      if (accounts.size > mostAccounts) break;
    }
    // From an account's first invoice on.
    for await (const page of this.server.gaps({ ...filter, limit: pageSize }, signal)) {
      for (const gaps of page) for (const month of gaps.lacunas) if (this.months.includes(month)) of(gaps).missing.add(month);
      if (accounts.size > mostAccounts) break;
    }
    for await (const page of this.server.failures({ ...filter, limit: pageSize }, signal)) {
      for (const failure of page) {
        const month = monthOf(new Date(failure.em));
        if (this.months.includes(month)) of(failure).failed.set(month, failure);
      }
      if (accounts.size > mostAccounts) break;
    }
    return [...accounts.values()];
  }
}

// A request may name an account with marks that its invoices do not have.
const plain = (account: string): string => account.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
