import { html, nothing, type TemplateResult } from 'lit-html';
import { fileName, type Blobs } from '../page/blobs';
import type { Place } from '../page/page';
import { saveButton } from '../page/save-button';

/** What the portal showed when the job failed: its picture here, its report and source to take. */
export function evidence(place: Place, blobs: Blobs, keys: readonly string[]): TemplateResult | typeof nothing {
  if (keys.length === 0) return nothing;
  const picture = keys.find((key) => key.endsWith('.png'));
  const address = picture && blobs.addressOf(picture);
  return html`
    <section class="card" aria-labelledby="evidence">
      <h2 id="evidence">O que o portal mostrava</h2>
      ${address ? html`<a href=${address} target="_blank" rel="noreferrer"><img class="picture" src=${address} alt="A página do portal na hora da falha"></a>` : nothing}
      <div class="row">${keys.map((key) => saveButton(place, key, `Baixar ${fileName(key)}`))}</div>
    </section>`;
}
