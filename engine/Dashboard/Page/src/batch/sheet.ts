import Papa from 'papaparse';
import type { Field } from '../server/types';
import { faultOf } from './check';
import { findColumns } from './columns';
import { Line } from './line';
import { Unreadable } from './text';

const separators = [';', ',', '\t'];

/** What a spreadsheet holds for an operator. */
export interface Sheet {
  readonly lines: readonly Line[];
  readonly missing: readonly string[];
  readonly ignored: readonly string[];
}

export function readSheet(text: string, fields: readonly Field[]): Sheet {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separatorOf(text, fields) });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new Unreadable(`As aspas da linha ${(broken.row ?? 0) + 1} não fecham como deviam.`);
  const first = data.findIndex(isFilled);
  if (first < 0) throw new Unreadable('Não há nada aqui.');
  const header = data[first]!;
  const { places, missing, ignored } = findColumns(header, fields);
  const lines = data.flatMap((cells, at) => (at > first && isFilled(cells) ? [lineOf(at + 1, cells, header.length, places, fields)] : []));
  if (lines.length === 0) throw new Unreadable('Só há o cabeçalho: falta ao menos uma linha.');
  return { lines, missing, ignored };
}

// The one by which most of the header makes sense: other cells may hold any of them.
const separatorOf = (text: string, fields: readonly Field[]): string =>
  separators
    .map((delimiter) => ({ delimiter, found: findColumns(Papa.parse<string[]>(text, { delimiter, preview: 1, skipEmptyLines: 'greedy' }).data[0] ?? [], fields).places.size }))
    .reduce((best, one) => (one.found > best.found ? one : best)).delimiter;

function lineOf(row: number, cells: readonly string[], width: number, places: ReadonlyMap<string, number>, fields: readonly Field[]): Line {
  const values: Record<string, string> = {};
  const faults = new Map<string, string>();
  // A separator inside a value moves all that follow: a password would not be what it was.
  if (cells.slice(width).some((cell) => cell.trim() !== '')) faults.set('', 'Há mais células do que no cabeçalho: ponha entre aspas o que contém o separador');
  for (const field of fields) {
    const cell = cells[places.get(field.name) ?? -1] ?? '';
    const value = field.secret ? cell : cell.trim();
    const fault = faultOf(field, value);
    if (fault) faults.set(field.name, fault);
    if (value !== '') values[field.name] = value;
  }
  return new Line(row, values, faults);
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');
