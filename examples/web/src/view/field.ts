import type { Field } from '../types';
import { make } from './dom';

const EXAMPLES = { text: '', cnpj: '12.345.678/0001-90', date: 'DD/MM/AAAA', path: 'fatura.pdf' };

/** One field of a form: its label, what to know of it, and what is wrong with it. */
export class FieldView {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  private readonly fault: HTMLElement;

  constructor({ name, description, required, secret, format, example }: Field) {
    const id = `campo-${name}`;
    const [label = name, ...hint] = description.split(': ');
    this.input = make('input', {
      id,
      name,
      type: secret ? 'password' : 'text',
      placeholder: secret ? '' : (example ?? EXAMPLES[format]),
      autocomplete: secret ? 'new-password' : 'off',
      autocapitalize: 'off',
      spellcheck: false,
      required,
    });
    this.fault = make('p', { id: `${id}-falta`, className: 'fault', hidden: true });
    const optional = required ? '' : make('span', { className: 'optional' }, ' opcional');
    const about = make('p', { id: `${id}-dica`, className: 'hint' }, hint.join(': '));
    this.input.setAttribute('aria-describedby', `${this.fault.id} ${about.id}`);
    this.element = make('div', { className: 'field' }, make('label', { htmlFor: id }, label, optional), this.input, this.fault, about);
  }

  /** Shows what is wrong; nothing, when all is well. */
  blame(text: string): void {
    this.fault.textContent = text;
    this.fault.hidden = text === '';
    this.input.ariaInvalid = text === '' ? null : 'true';
  }
}
