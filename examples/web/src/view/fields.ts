import { fieldOf, textOf } from '../server/faults';
import type { Field, FieldFault } from '../types';
import { FieldView } from './field';

// Every operator takes it beside its own fields.
const PROCESSO: Field = {
  name: 'processo_id',
  description: 'Processo a avisar no fim: o UUID dele no seu sistema',
  required: false,
  secret: false,
  format: 'text',
  example: null,
};

/** The fields that an operator asks for. */
export class Fields {
  readonly views: FieldView[];

  constructor(payload: Field[]) {
    const own = payload.some(({ name }) => name === PROCESSO.name);
    this.views = (own ? payload : [...payload, PROCESSO]).map((field) => new FieldView(field));
  }

  /** What was filled in. */
  get values(): Record<string, string> {
    return Object.fromEntries(this.views.map(({ input }) => [input.name, input.value]).filter(([, value]) => value !== ''));
  }

  /** Fills in what another operator asked for under the same name. */
  fill(values: Record<string, string>): void {
    for (const { input } of this.views) input.value = values[input.name] ?? '';
  }

  forgetSecrets(): void {
    for (const { input } of this.views) if (input.type === 'password') input.value = '';
  }

  /** Shows each fault beside its field and goes to the first. */
  blame(faults: FieldFault[]): void {
    const texts = new Map(faults.map((fault) => [fieldOf(fault), textOf(fault)]));
    for (const view of this.views) view.blame(texts.get(view.input.name) ?? '');
    this.views.find(({ input }) => texts.has(input.name))?.input.focus();
  }

  /** Those that are of no field here. */
  others(faults: FieldFault[]): FieldFault[] {
    return faults.filter((fault) => !this.views.some(({ input }) => input.name === fieldOf(fault)));
  }
}
