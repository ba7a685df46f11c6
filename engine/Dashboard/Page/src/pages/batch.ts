import { html, nothing } from 'lit-html';
import { count, type Counts } from '../batch/counts';
import { askBeforeLeaving } from '../batch/leaving';
import { Lot } from '../batch/lot';
import { progress } from '../batch/progress';
import { source } from '../batch/source';
import { rowHeight, table } from '../batch/table';
import { resultTable } from '../batch/tables';
import { readText } from '../batch/text';
import { noOperator, operatorChoice, pauseOf } from '../forms/operator-choice';
import { processo } from '../forms/processo';
import { handOver } from '../page/blobs';
import { formatTime, plural } from '../page/format';
import type { PageFactory } from '../page/page';
import { Reading } from '../page/reading';
import { Rows } from '../page/rows';
import type { Operator } from '../server/types';
import '../style/batch.css';
import '../style/new-job.css';

/** Many jobs at once: a spreadsheet is read, looked through, sent, and followed to the last result. */
export const batch: PageFactory = (place) => {
  const { server, live, signal, redraw, announce } = place;
  const operators = new Reading(place, async (until) => (await server.operators(until)).operadoras);
  const rows = new Rows(place, rowHeight);
  let code = place.rest[0] ?? '';
  let lot: Lot | undefined;
  let problem = '';
  let onlyFaulty = false;

  operators.refresh();
  void live.followOperators(operators.refresh, signal);
  askBeforeLeaving(() => lot?.sender.isSending ?? false, signal);
  const results = new Reading(place, async (until) => {
    await lot?.results.read(until);
    tell();
  });
  live.follow({
    job: '*',
    stale: () => lot && results.refresh(),
    update(job, state) {
      if (!lot?.results.hear(job, state, lot.sender.isSending)) return;
      tell();
      redraw();
    },
  }, signal);
  signal.addEventListener('abort', () => lot?.forget(), { once: true });

  async function read(operator: Operator, content: Blob, name: string): Promise<void> {
    problem = '';
    try {
      lot = new Lot(place, operator, await readText(content), name);
      onlyFaulty = false;
      const { all, faulty } = count(lot.sheet.lines);
      announce(`${plural(all, 'linha lida', 'linhas lidas')}, ${plural(faulty, 'com falha', 'com falhas')}.`);
      lead('#lines');
    } catch (error) {
      problem = (error as Error).message;
    }
    redraw();
  }

  async function send(sent: Lot): Promise<void> {
    lead('#lines');
    await sent.sender.send();
    // What was told while an answer was on its way.
    results.refresh();
    const { sent: accepted } = count(sent.sheet.lines);
    announce(sent.sender.problem || `${plural(accepted, 'linha enviada', 'linhas enviadas')}.`);
  }

  // Once, when nothing more is to come.
  function tell(): void {
    if (!lot || lot.wasTold || lot.sender.isSending) return;
    const { sent, open, done, failed, toSend } = count(lot.sheet.lines);
    if (sent === 0 || open + toSend > 0) return;
    lot.wasTold = true;
    announce(`Tudo terminou: ${plural(done, 'pronto', 'prontos')}, ${plural(failed, 'falhou', 'falharam')}.`);
  }

  function again(): void {
    lot?.forget();
    lot = undefined;
    lead('#operator');
    redraw();
  }

  // Whoever uses the keyboard goes on where the page does.
  const lead = (css: string) => requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(css)?.focus()));

  const actions = (shown: Lot, { toSend, sent, open }: Counts) => {
    const { sender, sheet, fields } = shown;
    if (sender.isSending) return html`<button type="button" class="plain" @click=${sender.stop}>Parar de enviar</button>`;
    return html`
      ${toSend > 0 && sheet.missing.length === 0 ? html`<button type="button" @click=${() => send(shown)}>${sender.problem ? 'Tentar de novo' : sent > 0 ? 'Continuar: enviar' : 'Enviar'} ${plural(toSend, 'linha', 'linhas')}</button>` : nothing}
      ${sent > 0 ? html`<button type="button" class="plain" @click=${() => handOver(resultTable(sheet.lines, fields), `resultados-${shown.operator.code.toLowerCase()}.csv`)}>Exportar os resultados</button>` : nothing}
      <button type="button" class="plain" @click=${again}>${sent === 0 ? 'Escolher outro arquivo' : 'Começar outro lote'}</button>
      ${sent > 0 && open > 0 ? html`<p class="soft">Você pode sair desta página: os jobs continuam, e estão em <a href="#/jobs">Jobs</a>.</p>` : nothing}`;
  };

  const whole = (shown: Lot, isLoaded: boolean) => {
    const { sender, sheet, fields, operator, name } = shown;
    const counts = count(sheet.lines);
    const seen = onlyFaulty ? sheet.lines.filter((line) => line.isFaulty || line.state?.status === 'FAILED') : sheet.lines;
    return html`
      <section class="card" aria-labelledby="lines">
        <div class="heading"><h2 id="lines" tabindex="-1">${name}</h2><span class="chip">${operator.code}</span></div>
        <p>${plural(counts.all, 'linha', 'linhas')}${counts.faulty > 0 ? html`, <strong class="fault">${plural(counts.faulty, 'com falha, que fica de fora', 'com falhas, que ficam de fora')}</strong>` : ''}.</p>
        ${sheet.missing.length > 0 ? html`<p class="fault" role="alert">${sheet.missing.length === 1 ? 'Falta a coluna' : 'Faltam as colunas'}: ${sheet.missing.join(', ')}. Complete a planilha e escolha-a de novo.</p>` : nothing}
        ${sheet.ignored.length > 0 ? html`<p class="soft">${sheet.ignored.length === 1 ? 'Uma coluna não é usada' : 'Estas colunas não são usadas'}: ${sheet.ignored.join(', ')}.</p>` : nothing}
        ${isLoaded ? pauseOf(operator) : html`<p class="fault" role="alert">A operadora ${operator.code} não está mais carregada.</p>`}
        ${counts.sent > 0 || sender.isSending ? progress(counts) : nothing}
        ${sender.isSending && sender.pausedUntil > Date.now() ? html`<p class="soft" role="status">O servidor pediu uma pausa: o envio continua sozinho às ${formatTime(new Date(sender.pausedUntil).toISOString())}.</p>` : nothing}
        ${sender.problem ? html`<p class="fault" role="alert">${sender.problem} O que já foi enviado não será enviado duas vezes.</p>` : nothing}
        <div class="row">${actions(shown, counts)}</div>
      </section>
      <div class="row"><label><input type="checkbox" .checked=${onlyFaulty} @change=${() => {
        onlyFaulty = !onlyFaulty;
        redraw();
      }}> Só as linhas com falhas</label></div>
      ${table({ lines: seen, fields, rows, canChoose: !sender.isSending, toggle: (line) => {
        line.isChosen = !line.isChosen;
        redraw();
      } })}`;
  };

  return {
    title: 'Em lote',
    view: () => operators.show((all) => {
      const operator = all.find((one) => one.code === (code ||= all[0]?.code ?? ''));
      if (lot) return whole(lot, all.some((one) => one.code === lot!.operator.code));
      if (all.length === 0) return noOperator();
      return html`
        <div class="narrow stack">
          ${operatorChoice(all, code, (chosen) => {
            code = chosen;
            problem = '';
            redraw();
          })}
          ${operator ? source(operator, [...operator.payload, processo], problem, (content, name) => void read(operator, content, name)) : html`<div class="card notice" role="alert"><p>A operadora ${code} não está carregada agora.</p></div>`}
        </div>`;
    }),
  };
};
