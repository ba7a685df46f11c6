import type { Field } from '../server/types';

type Format = Field['format'];

const cnpjMarks: readonly (readonly [at: number, mark: string])[] = [[12, '-'], [8, '/'], [5, '.'], [2, '.']];
const dateMarks: readonly (readonly [at: number, mark: string])[] = [[4, '/'], [2, '/']];

/** What was typed or pasted, as the field is written: `12.ABC.345/01DE-35`, `10/01/2026`; other texts as they are. */
export function masked(format: Format, typed: string): string {
  if (format === 'cnpj') return marked(typed.toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, 14), cnpjMarks);
  if (format === 'date') return marked(typed.replace(/\D/g, '').slice(0, 8), dateMarks);
  return typed;
}

/** Writes what is typed into a field as it should be, with the caret behind the same character. */
export function mask(input: HTMLInputElement, format: Format): void {
  const typed = input.value;
  const written = masked(format, typed);
  if (written === typed) return;
  const before = masked(format, typed.slice(0, input.selectionStart ?? typed.length)).length;
  input.value = written;
  input.setSelectionRange(before, before);
}

// A mark comes only when something stands behind it: so it can be deleted.
const marked = (characters: string, marks: typeof cnpjMarks): string =>
  marks.reduce((text, [at, mark]) => (characters.length > at ? text.slice(0, at) + mark + text.slice(at) : text), characters);
