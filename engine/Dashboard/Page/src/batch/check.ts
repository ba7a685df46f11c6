import { isEmpty, isNoUuid } from '../forms/faults';
import { processo } from '../forms/processo';
import type { Field } from '../server/types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is wrong with a value, as far as its field says what it takes; the server has the last word. */
export function faultOf({ name, required, format }: Field, value: string): string | undefined {
  if (value === '') return required ? isEmpty : undefined;
  if (format === 'cnpj') return faultOfCnpj(value);
  if (format === 'date' && !isDate(value)) return 'Data inválida: use DD/MM/AAAA';
  return name === processo.name && !uuid.test(value) ? isNoUuid : undefined;
}

// A spreadsheet takes a CNPJ without marks for a number: it drops the zeros before it, or writes 1,12E+13.
function faultOfCnpj(value: string): string | undefined {
  const characters = value.replace(/[./\-\s\u00ad]/g, '').toUpperCase();
  if (/^[0-9A-Z]{12}[0-9]{2}$/.test(characters)) return undefined;
  return /^\d{8,13}$/.test(value) || /^\d[\d.,]*E\+?\d+$/i.test(value) ? 'CNPJ inválido: formate a coluna como texto, ou a planilha corta os zeros' : 'CNPJ inválido';
}

function isDate(value: string): boolean {
  const [, day = 0, month = 0, year = 0] = (/^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value) ?? []).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
