/** A month as the API writes it: `01/2026`. */
export type Month = string;

const brasilia = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo', year: 'numeric', month: '2-digit' });

const write = (year: number, month: number): Month => `${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}/${year + Math.floor(month / 12)}`;

// Invoices fall due in Brasília.
const read = (moment: Date): [year: number, month: number] => brasilia.format(moment).split('-').map(Number) as [number, number];

export function monthOf(moment: Date): Month {
  const [year, month] = read(moment);
  return write(year, month - 1);
}

/** The last months, the present one included; the first comes first. */
export function lastMonths(count: number, now: Date): readonly Month[] {
  const [year, month] = read(now);
  return Array.from({ length: count }, (_, index) => write(year, month - 1 - (count - 1 - index)));
}
