import Papa from 'papaparse';
import type { Field } from '../server/types';
import type { Line } from './line';

// What a spreadsheet would run.
const formulas = /^[=+\-@\t\r\n]/;

/** The header that a spreadsheet for these fields has, and a line to show how it is filled in; passwords are nobody's example. */
export const exampleTable = (fields: readonly Field[]): Blob =>
  tableOf([fields.map(({ name }) => name), fields.map(({ secret, example }) => (secret ? '' : example ?? ''))]);

/** What became of each line, without what is secret. */
export function resultTable(lines: readonly Line[], fields: readonly Field[]): Blob {
  const names = fields.filter(({ secret }) => !secret).map(({ name }) => name);
  return tableOf([
    ['linha', ...names, 'job_id', 'status', 'result', 'error_code', 'error'],
    ...lines.map((line) => {
      const { row, values, job, state } = line;
      return [row, ...names.map((name) => values[name]), job, state?.status ?? (line.isFaulty ? 'RECUSADA' : 'NAO_ENVIADA'), state?.result, state?.error_code, state?.error ?? line.problem];
    }),
  ]);
}

// As Excel in Portuguese expects it.
const tableOf = (rows: readonly unknown[][]): Blob => new Blob(['\ufeff', Papa.unparse([...rows], { delimiter: ';', escapeFormulae: formulas }), '\r\n'], { type: 'text/csv' });
