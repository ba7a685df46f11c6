import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string };
}

// The page's policy lets only this one script be started by its address.
const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('botphone', { createScriptURL: (address) => (address === worker ? address : '') });
GlobalWorkerOptions.workerPort = new Worker(policy?.createScriptURL(worker) ?? worker, { type: 'module' });

const mostPages = 20;
const sharpness = 2;

/** Opens a PDF. Whoever opens it destroys it. */
export const openPdf = (content: ArrayBuffer): Promise<PDFDocumentProxy> => getDocument({ data: content, isEvalSupported: false, enableXfa: false }).promise;

/** Draws the pages into an element as pictures as wide as it is; the text of each goes with it, for those who cannot see it. */
export async function drawPdf(pdf: PDFDocumentProxy, into: HTMLElement, signal: AbortSignal): Promise<void> {
  into.replaceChildren();
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && !signal.aborted; number++) {
    const page = await pdf.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (Math.min(into.clientWidth, 900) * sharpness) / natural.width });
    const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height });
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `Página ${number} de ${pdf.numPages}`);
    into.append(canvas);
    await page.render({ canvas, viewport }).promise;
    const { items } = await page.getTextContent();
    const text = Object.assign(document.createElement('p'), { className: 'unseen', textContent: items.map((item) => ('str' in item ? item.str : '')).join(' ') });
    canvas.after(text);
  }
}
