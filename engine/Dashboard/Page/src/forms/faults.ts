import type { FieldFault } from '../server/types';

const words: Readonly<Record<string, string>> = {
  'value_error.missing': 'Preencha este campo',
  'type_error.none.not_allowed': 'Preencha este campo',
  'value_error.any_str.min_length': 'Preencha este campo',
  'type_error.str': 'Precisa ser um texto',
  'type_error.uuid': 'Precisa ser um UUID, como b4148f5f-e820-408a-b623-8f1ba3fd2578',
};

/** What is wrong with each field, in words for who fills it in; the server's own where they are Portuguese already. */
export const faultsByField = (faults: readonly FieldFault[]): ReadonlyMap<string, string> =>
  new Map(faults.map(({ loc, msg, type }) => [String(loc.at(-1)), words[type] ?? msg.charAt(0).toUpperCase() + msg.slice(1)]));
