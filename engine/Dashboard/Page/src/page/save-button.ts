import { html, type TemplateResult } from 'lit-html';
import { fileName, handOver } from './blobs';
import type { Place } from './page';

/** A button that fetches a stored file and hands it over; what goes wrong is told. */
export const saveButton = ({ server, announce, signal }: Pick<Place, 'server' | 'announce' | 'signal'>, key: string, words: string): TemplateResult => {
  const save = async () => {
    try {
      handOver(await server.file(key, signal), fileName(key));
    } catch (error) {
      announce((error as Error).message);
    }
  };
  return html`<button type="button" class="plain" @click=${save}>${words}</button>`;
};
