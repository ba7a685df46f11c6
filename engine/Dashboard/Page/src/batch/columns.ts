import type { Field } from '../server/types';

/** Where in a row each field is, and what else its header says. */
export interface Columns {
  readonly places: ReadonlyMap<string, number>;
  /** Fields that must be there, and are not. */
  readonly missing: readonly string[];
  /** Columns that are no field, or one that is there already. */
  readonly ignored: readonly string[];
}

/** Finds the fields in a header, whose names people write with capitals, accents and spaces. */
export function findColumns(header: readonly string[], fields: readonly Field[]): Columns {
  const places = new Map<string, number>();
  const ignored: string[] = [];
  header.forEach((title, place) => {
    const name = fields.find((one) => simple(one.name) === simple(title))?.name;
    if (name !== undefined && !places.has(name)) places.set(name, place);
    else if (title.trim() !== '') ignored.push(title.trim());
  });
  return { places, ignored, missing: fields.filter(({ name, required }) => required && !places.has(name)).map(({ name }) => name) };
}

const simple = (name: string): string => name.normalize('NFD').replace(/[^\p{Letter}\p{Number}]/gu, '').toLowerCase();
