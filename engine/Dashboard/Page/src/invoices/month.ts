/** A month as the API writes it: `01/2026`. */
export type Month = string;

const write = (year: number, month: number): Month => `${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}/${year + Math.floor(month / 12)}`;

/** The last months, the present one included; the first comes first. */
export function lastMonths(count: number, now: Date): readonly Month[] {
  // Invoices fall due in Brasília.
  const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo', year: 'numeric', month: '2-digit' }).format(now).split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) => write(year, month - 1 - (count - 1 - index)));
}
