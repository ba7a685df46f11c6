import type { BotPhone } from '../server/botphone';
import type { Place } from './page';

/** Files of the server as addresses that the page can show, for as long as the page is open. */
export class Blobs {
  readonly #addresses = new Map<string, string>();

  constructor(
    readonly server: BotPhone,
    readonly place: Pick<Place, 'redraw' | 'signal'>,
  ) {
    place.signal.addEventListener('abort', () => this.#addresses.forEach((address) => URL.revokeObjectURL(address)), { once: true });
  }

  /** The address of a file, or nothing until it has arrived, which draws the page again. */
  addressOf(key: string): string | undefined {
    const known = this.#addresses.get(key);
    if (known === undefined) {
      this.#addresses.set(key, '');
      void this.#fetch(key);
    }
    return known || undefined;
  }

  async #fetch(key: string): Promise<void> {
    try {
      this.#addresses.set(key, URL.createObjectURL(await this.server.file(key, this.place.signal)));
      this.place.redraw();
    } catch {
      // What cannot be shown can still be asked for with its button, which then tells why.
    }
  }
}

/** Hands a file over to the user. */
export function handOver(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const fileName = (key: string): string => key.split('/').at(-1)!;
