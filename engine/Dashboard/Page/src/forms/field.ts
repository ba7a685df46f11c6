import { html, nothing, type TemplateResult } from 'lit-html';
import type { Field } from '../server/types';
import { mask } from './mask';

/** A field as its operator describes it, and what is wrong with what it holds. */
export function field({ name, description, required, secret, format, example }: Field, fault: string | undefined): TemplateResult {
  const [label = name, ...rest] = description.split(': ');
  const hint = rest.join(': ');
  const described = [hint && `hint-${name}`, fault && `fault-${name}`].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label for="field-${name}">${label}${required ? nothing : html` <span class="optional">opcional</span>`}</label>
      <input id="field-${name}" name=${name} type=${secret ? 'password' : 'text'} placeholder=${(!secret && example) || nothing}
        autocomplete=${secret ? 'new-password' : 'off'} spellcheck="false" autocapitalize="off"
        aria-required=${required ? 'true' : 'false'} aria-invalid=${fault ? 'true' : nothing} aria-describedby=${described || nothing}
        @input=${(event: Event) => mask(event.target as HTMLInputElement, format)}>
      ${hint ? html`<p class="hint" id="hint-${name}">${hint.charAt(0).toUpperCase() + hint.slice(1)}</p>` : nothing}
      ${fault ? html`<p class="fault" id="fault-${name}">${fault}</p>` : nothing}
    </div>`;
}
