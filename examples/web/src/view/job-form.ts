import { textOf } from '../server/faults';
import { Refusal } from '../server/refusal';
import type { Operator } from '../types';
import { Alert, make, messageOf } from './dom';
import { Fields } from './fields';

const LEAD = 'O robô entra no portal da operadora por você, acha a fatura, baixa o PDF e confere se é mesmo ela.';
const NONE = 'Este servidor está sem operadoras. Fale com quem cuida dele.';

/** Sends a request; resolves once it was accepted. */
export type Submit = (operator: Operator, request: Record<string, string>, key: string) => Promise<void>;

/** The form for a job, with the fields of the operator that is chosen. */
export function jobForm(operators: Operator[], submit: Submit): HTMLElement {
  const alert = new Alert();
  const place = make('div', { className: 'fields' });
  const choice = make('select', { id: 'operadora' }, ...operators.map(({ code }) => make('option', { value: code }, code)));
  const send = make('button', { type: 'submit' }, 'Buscar a fatura');
  const which = make('div', { className: 'field' }, make('label', { htmlFor: choice.id }, 'Operadora'), choice);
  const form = make('form', { noValidate: true }, which, place, alert.element, send);
  let fields = new Fields([]);
  let key = newKey();

  // The same request keeps its key, however often it is sent: a lost answer makes no second job.
  form.oninput = () => (key = newKey());
  choice.onchange = draw;
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!send.disabled) void sendIt();
  };
  draw();
  return make('section', {}, make('h2', { tabIndex: -1 }, 'Qual fatura você quer?'), make('p', { className: 'lead' }, LEAD), operators.length > 0 ? form : NONE);

  function chosen(): Operator | undefined {
    return operators.find(({ code }) => code === choice.value);
  }

  function draw(): void {
    const values = fields.values;
    fields = new Fields(chosen()?.payload ?? []);
    fields.fill(values);
    place.replaceChildren(...fields.views.map(({ element }) => element));
    alert.say('');
  }

  async function sendIt(): Promise<void> {
    send.disabled = true;
    send.textContent = 'Enviando…';
    alert.say('');
    fields.blame([]);
    try {
      await submit(chosen()!, fields.values, key);
      fields.forgetSecrets();
      key = newKey();
    } catch (error) {
      const faults = error instanceof Refusal ? error.faults : [];
      alert.say([messageOf(error), ...fields.others(faults).map(textOf)].join(' '));
      fields.blame(faults);
    } finally {
      send.disabled = false;
      send.textContent = 'Buscar a fatura';
    }
  }
}

const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
