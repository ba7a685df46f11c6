const mostBytes = 10 * 1024 * 1024;

/** A file that holds no table of text; the words are for the user. */
export class Unreadable extends Error {}

/** The text of a file: in UTF-8 with or without its mark, or in what Excel saves in Portuguese. */
export async function readText(file: Blob): Promise<string> {
  if (file.size > mostBytes) throw new Unreadable('O arquivo passa de 10 MiB. Divida a planilha em partes.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, 0x50, 0x4b)) throw new Unreadable('Isto é uma pasta do Excel, não um CSV. No Excel, use Salvar como, CSV UTF-8.');
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
