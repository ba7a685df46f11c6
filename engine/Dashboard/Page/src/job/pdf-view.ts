import { html, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { fileName } from '../page/blobs';
import type { Place } from '../page/page';
import { saveButton } from '../page/save-button';

/** The pages of a stored PDF. What draws them is loaded only here. */
export class PdfView {
  #begun = false;
  #words = 'Abrindo a fatura…';

  constructor(
    readonly place: Place,
    readonly key: string,
  ) {}

  view(): TemplateResult {
    return html`
      <figure class="pdf">
        <figcaption class="heading"><span>${fileName(this.key)}</span>${saveButton(this.place, this.key, 'Baixar')}</figcaption>
        ${this.#words ? html`<p class="soft" role="status">${this.#words}</p>` : ''}
        <div class="pages" tabindex="0" role="region" aria-label="Páginas da fatura" ${ref(this.#draw)}></div>
      </figure>`;
  }

  readonly #draw = (element?: Element): void => {
    if (!element || this.#begun) return;
    this.#begun = true;
    void this.#drawInto(element as HTMLElement);
  };

  async #drawInto(element: HTMLElement): Promise<void> {
    const { server, signal, redraw } = this.place;
    try {
      const [{ openPdf, drawPdf }, content] = await Promise.all([import('./pdf'), server.file(this.key, signal)]);
      const pdf = await openPdf(await content.arrayBuffer());
      this.#words = pdf.numPages > 20 ? `As primeiras 20 de ${pdf.numPages} páginas; o arquivo inteiro está em Baixar.` : '';
      redraw();
      await drawPdf(pdf, element, signal);
      await pdf.loadingTask.destroy();
    } catch (error) {
      if (signal.aborted) return;
      this.#words = `A fatura não pôde ser mostrada aqui (${(error as Error).message}). Baixe o arquivo para ver.`;
      redraw();
    }
  }
}
