import type { Field } from '../server/types';

/** What every request takes besides its operator's fields. */
export const processo: Field = { name: 'processo_id', description: 'Processo a avisar no fim', required: false, secret: false, format: 'text', example: 'b4148f5f-e820-408a-b623-8f1ba3fd2578' };
