import { html, nothing, type TemplateResult } from 'lit-html';
import type { Field } from '../server/types';
import { mask } from './mask';

/** What a description says before its first colon is the label, the rest a hint. */
export function wordsOf({ name, description }: Field): { label: string; hint: string } {
  const [label, ...rest] = description.split(': ');
  const hint = rest.join(': ');
  return { label: label || name, hint: hint.charAt(0).toUpperCase() + hint.slice(1) };
}

/** A field as its operator describes it, and what is wrong with what it holds. */
export function field(described: Field, fault: string | undefined): TemplateResult {
  const { name, required, secret, format, example } = described;
  const { label, hint } = wordsOf(described);
  const more = [hint && `hint-${name}`, fault && `fault-${name}`].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label for="field-${name}">${label}${required ? nothing : html` <span class="optional">opcional</span>`}</label>
      <input id="field-${name}" name=${name} type=${secret ? 'password' : 'text'} placeholder=${(!secret && example) || nothing}
        autocomplete=${secret ? 'new-password' : 'off'} spellcheck="false" autocapitalize=${format === 'cnpj' ? 'characters' : 'off'} inputmode=${format === 'date' ? 'numeric' : nothing}
        aria-required=${required ? 'true' : 'false'} aria-invalid=${fault ? 'true' : nothing} aria-describedby=${more || nothing}
        @input=${(event: Event) => mask(event.target as HTMLInputElement, format)}>
      ${hint ? html`<p class="hint" id="hint-${name}">${hint}</p>` : nothing}
      ${fault ? html`<p class="fault" id="fault-${name}">${fault}</p>` : nothing}
    </div>`;
}
