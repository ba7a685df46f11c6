import type { FieldFault } from '../types';

const EMPTY = 'Preencha este campo';

// What the server says in English, so that older clients go on working.
const TEXTS: Record<string, string> = {
  'value_error.missing': EMPTY,
  'type_error.none.not_allowed': EMPTY,
  'value_error.any_str.min_length': EMPTY,
  'type_error.str': 'Precisa ser um texto',
  'type_error.uuid': 'Precisa ser um UUID, como b4148f5f-e820-408a-b623-8f1ba3fd2578',
};

/** The field at fault; of a fault that is nobody's, nothing. */
export const fieldOf = ({ loc }: FieldFault): string => (loc[0] === 'body' ? String(loc[1]) : '');

export function textOf({ type, msg }: FieldFault): string {
  return TEXTS[type] ?? msg.charAt(0).toUpperCase() + msg.slice(1);
}
