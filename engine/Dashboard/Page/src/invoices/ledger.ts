import type { BotPhone } from '../server/botphone';
import type { Entry, Gaps } from '../server/types';
import type { Month } from './month';

const pageSize = 500;
const mostAccounts = 5_000;

/** An account's invoices, and the months that have none. */
export interface Account {
  readonly operadora: string;
  readonly cnpj: string;
  readonly conta: string;
  readonly held: ReadonlyMap<Month, readonly Entry[]>;
  readonly missing: ReadonlySet<Month>;
}

export interface Ledger {
  readonly accounts: readonly Account[];
  /** There are more accounts than a page can show. */
  readonly isCut: boolean;
}

type Filter = Readonly<{ operadora: string; cnpj: string; conta: string }>;

/** The accounts of a time, with what is held and what is missing of each month. */
export async function readLedger(server: BotPhone, filter: Filter, months: readonly Month[], signal: AbortSignal): Promise<Ledger> {
  const range = { ...filter, desde: months[0]!, ate: months.at(-1)!, limit: pageSize };
  const accounts = new Map<string, { operadora: string; cnpj: string; conta: string; held: Map<Month, Entry[]>; missing: Set<Month> }>();
  const accountOf = ({ operadora, cnpj, conta }: Entry | Gaps) => {
    const key = JSON.stringify([operadora, cnpj, conta]);
    const known = accounts.get(key) ?? { operadora, cnpj, conta, held: new Map(), missing: new Set() };
    accounts.set(key, known);
    return known;
  };

  for await (const page of server.invoices(range, signal)) {
    for (const entry of page) {
      const { held } = accountOf(entry);
      held.set(entry.mes, [...(held.get(entry.mes) ?? []), entry]);
    }
    if (accounts.size > mostAccounts) break;
  }
  for await (const page of server.gaps(range, signal)) {
    for (const gaps of page) gaps.lacunas.forEach((month) => accountOf(gaps).missing.add(month));
    if (accounts.size > mostAccounts) break;
  }
  const sorted = [...accounts.values()].sort((one, other) => one.operadora.localeCompare(other.operadora) || one.cnpj.localeCompare(other.cnpj) || one.conta.localeCompare(other.conta));
  return { accounts: sorted.slice(0, mostAccounts), isCut: accounts.size > mostAccounts };
}
