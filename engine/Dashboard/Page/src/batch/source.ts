import { html, nothing, type TemplateResult } from 'lit-html';
import { wordsOf } from '../forms/field';
import { handOver } from '../page/blobs';
import type { Field, Operator } from '../server/types';
import { exampleTable } from './tables';

/** Where the lines come from: a file that is chosen or dropped, or what is pasted. */
export const source = ({ code }: Operator, fields: readonly Field[], problem: string, read: (content: Blob, name: string) => void): TemplateResult => html`
  <section class="card" aria-labelledby="source">
    <h2 id="source">A planilha</h2>
    <p>Um arquivo CSV com um cabeçalho e uma linha para cada fatura. O que a ${code} pede:</p>
    <dl class="facts">
      ${fields.map((field) => html`<dt><code>${field.name}</code></dt><dd>${wordsOf(field).label}${field.required ? nothing : html` <span class="optional">opcional</span>`}</dd>`)}
    </dl>
    <p><button type="button" class="plain" @click=${() => handOver(exampleTable(fields), `lote-${code.toLowerCase()}.csv`)}>Baixar um modelo</button></p>
    ${problem ? html`<p class="fault" role="alert">${problem}</p>` : nothing}
    <div class="drop" @dragover=${drag} @dragleave=${drag} @drop=${(event: DragEvent) => drop(event, read)}>
      <label for="file">Escolha o arquivo, ou solte-o aqui</label>
      <input id="file" type="file" accept=".csv,.txt,text/csv,text/plain" aria-describedby="file-hint" @change=${(event: Event) => chosen(event, read)}>
      <p class="hint" id="file-hint">Nada é enviado antes de você conferir. As senhas ficam só na memória desta página, até cada linha ser aceita.</p>
    </div>
    <details>
      <summary>Ou cole as células</summary>
      <form class="paste" autocomplete="off" @submit=${(event: SubmitEvent) => pasted(event, read)}>
        <label for="cells">Cabeçalho e linhas, como copiados da planilha</label>
        <textarea id="cells" name="cells" rows="5" required autocomplete="off" spellcheck="false"></textarea>
        <button type="submit" class="plain">Conferir o que colei</button>
      </form>
    </details>
  </section>`;

function drag(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.toggle('over', event.type === 'dragover');
}

function drop(event: DragEvent, read: (content: Blob, name: string) => void): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.remove('over');
  const file = event.dataTransfer?.files[0];
  if (file) read(file, file.name);
}

function chosen(event: Event, read: (content: Blob, name: string) => void): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file) read(file, file.name);
  // So that the same file, corrected, can be chosen again.
  input.value = '';
}

function pasted(event: SubmitEvent, read: (content: Blob, name: string) => void): void {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  read(new Blob([String(new FormData(form).get('cells'))]), 'O que você colou');
  form.reset();
}
