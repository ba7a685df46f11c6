import { html, nothing } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { faultsByField } from '../forms/faults';
import { field } from '../forms/field';
import { noOperator, operatorChoice, pauseOf } from '../forms/operator-choice';
import { processo } from '../forms/processo';
import type { PageFactory } from '../page/page';
import { empty } from '../page/parts';
import { Reading } from '../page/reading';
import { addressOfPage } from '../page/route';
import { newKey } from '../server/key';
import { Refusal } from '../server/refusal';
import type { Operator } from '../server/types';
import '../style/new-job.css';

/** The form of an operator, drawn from what it says it needs; of one that was deployed a second ago too. */
export const newJob: PageFactory = (place) => {
  const { server, live, signal, redraw, announce } = place;
  const operators = new Reading(place, async (until) => meet((await server.operators(until)).operadoras));
  let code = place.rest[0] ?? '';
  // As it was last seen: what was typed for an operator that is gone stays, since it may come back.
  let operator: Operator | undefined;
  let isGone = false;
  let key = newKey();
  let faults = new Map<string, string>();
  let problem = '';
  let busy = false;

  operators.refresh();
  void live.followOperators(operators.refresh, signal);
  signal.addEventListener('abort', forgetPasswords, { once: true });

  function meet(all: readonly Operator[]): readonly Operator[] {
    code ||= all[0]?.code ?? '';
    const loaded = all.find((one) => one.code === code);
    if (operator && !loaded && !isGone) announce(`A operadora ${code} não está mais carregada.`);
    if (loaded && isGone) announce(`A operadora ${code} está de volta.`);
    isGone = code !== '' && !loaded;
    operator = loaded ?? operator;
    return all;
  }

  function choose(chosen: string): void {
    code = chosen;
    operator = undefined;
    isGone = false;
    meet(operators.value!);
    faults = new Map();
    problem = '';
    key = newKey();
    redraw();
  }

  // What has changed is another request, and what was wrong with it may be right now.
  function change(event: Event): void {
    key = newKey();
    if (faults.delete((event.target as HTMLInputElement).name)) redraw();
  }

  async function submit(event: SubmitEvent, { route, payload }: Operator): Promise<void> {
    event.preventDefault();
    if (busy || isGone) return;
    const form = event.target as HTMLFormElement;
    const given = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    busy = true;
    problem = '';
    faults = new Map();
    redraw();
    try {
      const { job_id } = await server.submit(route, Object.fromEntries(given.filter(([, value]) => value !== '')), key);
      form.reset();
      if (!signal.aborted) location.hash = addressOfPage(['job', job_id]);
    } catch (error) {
      problem = wordsFor(error as Error);
      if (error instanceof Refusal) faults = faultsByField(error.faults);
      // Filled in by something that does not say so, such as a program that keeps passwords.
      if (error instanceof Refusal && error.status === 409) key = newKey();
      if (error instanceof Refusal && error.status === 404) operators.refresh();
      const unseen = [...faults].filter(([name]) => ![...payload, processo].some((one) => one.name === name));
      if (unseen.length > 0) problem += ` ${unseen.map(([name, words]) => `${name}: ${words}.`).join(' ')}`;
      busy = false;
      redraw();
      requestAnimationFrame(() => (form.querySelector<HTMLElement>('[aria-invalid=true]') ?? form.querySelector<HTMLElement>('[role=alert]'))?.focus());
    }
  }

  const form = (of: Operator) => keyed(of.code, html`
    <form class="card" novalidate autocomplete="off" aria-label="Dados do job" @submit=${(event: SubmitEvent) => submit(event, of)} @input=${change}>
      <p class="fault" role="alert" tabindex="-1">${problem}</p>
      ${repeat([...of.payload, processo], ({ name }) => name, (one) => field(one, faults.get(one.name)))}
      <button type="submit" ?disabled=${busy || isGone}>${busy ? 'Enviando…' : 'Buscar a fatura'}</button>
    </form>`);

  return {
    title: 'Novo job',
    view: () => operators.show((all) => {
      if (all.length === 0 && !operator) return noOperator();
      return html`
        <div class="narrow stack">
          <p class="soft">São muitas? <a href="#/lote">Mande uma planilha de uma vez</a>.</p>
          ${operatorChoice(all, code, choose)}
          ${isGone && operator ? html`<div class="card notice" role="alert"><p>A operadora ${code} não está mais carregada. O que você digitou fica aqui: se ela voltar, é só enviar.</p></div>` : nothing}
          ${operator && !isGone ? pauseOf(operator) : nothing}
          ${operator ? form(operator) : empty(`A operadora ${code} não está carregada agora. Quando ela chegar, o formulário aparece aqui sozinho.`)}
        </div>`;
    }),
  };
};

// They stay nowhere.
function forgetPasswords(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type=password]')) input.value = '';
}

const wordsFor = (error: Error): string => (error instanceof Refusal && error.wait > 0 ? `${error.message} Tente de novo em ${error.wait} s.` : error.message);
