import type { FieldFault } from '../server/types';

export const isEmpty = 'Preencha este campo';
export const isNoUuid = 'Precisa ser um UUID, como b4148f5f-e820-408a-b623-8f1ba3fd2578';

const words: Readonly<Record<string, string>> = {
  'value_error.missing': isEmpty,
  'type_error.none.not_allowed': isEmpty,
  'value_error.any_str.min_length': isEmpty,
  'value_error.any_str.max_length': 'É longo demais',
  'type_error.str': 'Precisa ser um texto',
  'type_error.uuid': isNoUuid,
};

/** What is wrong with each field, in words for who fills it in; the server's own where they are Portuguese already. */
export const faultsByField = (faults: readonly FieldFault[]): Map<string, string> =>
  new Map(faults.map(({ loc, msg, type }) => [String(loc.at(-1)), words[type] ?? msg.charAt(0).toUpperCase() + msg.slice(1)]));
