import type { Document } from '../types';
import type { BotPhone } from './botphone';

export const nameOf = ({ key }: Document): string => key.slice(key.lastIndexOf('/') + 1);

/** A stored file, whole and the same as the server's. */
export async function fetchDocument(server: BotPhone, { key, size, sha256 }: Document): Promise<Blob> {
  // Browsers offer it only there.
  if (!isSecureContext) throw new Error('Para conferir o arquivo, abra esta página por https:// ou nesta máquina.');
  const content = await server.file(key);
  if (content.byteLength !== size || (await digest(content)) !== sha256) throw new Error('O arquivo chegou danificado e foi descartado. O bom continua no servidor.');
  return new Blob([content], { type: 'application/pdf' });
}

async function digest(content: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
