import { html, nothing } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { faultsByField } from '../forms/faults';
import { field } from '../forms/field';
import type { PageFactory } from '../page/page';
import { empty } from '../page/parts';
import { Reading } from '../page/reading';
import { addressOfPage } from '../page/route';
import { newKey } from '../server/key';
import { Refusal } from '../server/refusal';
import type { Field, Operator } from '../server/types';

const processo: Field = { name: 'processo_id', description: 'Processo a avisar no fim', required: false, secret: false, format: 'text', example: 'b4148f5f-e820-408a-b623-8f1ba3fd2578' };

/** The form of an operator, drawn from what it says it needs; of one that was deployed a second ago too. */
export const newJob: PageFactory = (place) => {
  const { server, live, signal, redraw } = place;
  const operators = new Reading(place, async (until) => (await server.operators(until)).operadoras);
  let code = place.rest[0] ?? '';
  let key = newKey();
  let faults: ReadonlyMap<string, string> = new Map();
  let problem = '';
  let busy = false;

  operators.refresh();
  void live.followOperators(operators.refresh, signal);
  // The password stays nowhere.
  signal.addEventListener('abort', () => document.querySelectorAll<HTMLInputElement>('input[type=password]').forEach((input) => (input.value = '')), { once: true });

  function choose(event: Event): void {
    code = (event.target as HTMLSelectElement).value;
    faults = new Map();
    problem = '';
    key = newKey();
    redraw();
  }

  async function submit(event: SubmitEvent, operator: Operator): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const form = event.target as HTMLFormElement;
    const given = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    busy = true;
    problem = '';
    faults = new Map();
    redraw();
    try {
      const { job_id } = await server.submit(operator.route, Object.fromEntries(given.filter(([, value]) => value !== '')), key);
      form.reset();
      location.hash = addressOfPage(['job', job_id]);
    } catch (error) {
      problem = (error as Error).message;
      if (error instanceof Refusal) faults = faultsByField(error.faults);
      busy = false;
      redraw();
      if (faults.size > 0) requestAnimationFrame(() => form.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus());
    }
  }

  const form = (operator: Operator) => keyed(operator.code, html`
    <form class="card" novalidate @submit=${(event: SubmitEvent) => submit(event, operator)} @input=${() => (key = newKey())}>
      ${repeat([...operator.payload, processo], ({ name }) => name, (one) => field(one, faults.get(one.name)))}
      <p class="fault" role="alert">${problem}</p>
      <button type="submit" ?disabled=${busy}>${busy ? 'Enviando…' : 'Buscar a fatura'}</button>
    </form>`);

  return {
    title: 'Novo job',
    view: () => operators.show((all) => {
      if (all.length === 0) return empty('Nenhuma operadora está carregada. Ponha a pasta de uma em plugins/, e ela aparece aqui sozinha.');
      const operator = all.find((one) => one.code === code) ?? (code ? undefined : all[0]);
      return html`
        <div class="narrow stack">
          <div class="field">
            <label for="operator">Operadora</label>
            <select id="operator" @change=${choose}>
              ${operator ? nothing : html`<option selected value=${code}>${code} (não está mais carregada)</option>`}
              ${repeat(all, (one) => one.code, (one) => html`<option value=${one.code} ?selected=${one === operator}>${one.code}</option>`)}
            </select>
          </div>
          ${operator ? form(operator) : empty(`A operadora ${code} não está carregada agora.`)}
        </div>`;
    }),
  };
};
