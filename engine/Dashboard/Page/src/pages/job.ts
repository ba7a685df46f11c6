import { html, nothing } from 'lit-html';
import { evidence } from '../job/evidence';
import { Log } from '../job/log';
import { failure, invoiceFacts } from '../job/outcome';
import { PdfView } from '../job/pdf-view';
import { steps } from '../job/steps';
import { Blobs } from '../page/blobs';
import { tick } from '../page/clock';
import { clientOf, formatDuration, formatMoment } from '../page/format';
import type { PageFactory } from '../page/page';
import { chip, statusName } from '../page/parts';
import { Reading } from '../page/reading';
import { saveButton } from '../page/save-button';
import { hasEnded, type Document, type JobStatus } from '../server/types';
import '../style/job.css';

/** One job, from its first line to its invoice or its failure. */
export const job: PageFactory = (place) => {
  const { server, live, signal, redraw, announce } = place;
  const id = place.rest[0] ?? '';
  const log = new Log();
  const blobs = new Blobs(server, place);
  const pdfs = new Map<string, PdfView>();
  const status = new Reading(place, async (until) => {
    const read = await server.job(id, until);
    log.read(read.logs);
    return read;
  });

  status.refresh();
  tick(place);
  live.follow({
    job: id,
    stale: status.refresh,
    update(_, { status: now, progress }) {
      const known = status.value;
      if (!known || known.status !== now) status.refresh();
      if (known && known.status !== now) announce(`Job ${statusName(now).toLowerCase()}`);
      if (known && progress > known.progress) known.progress = progress;
      redraw();
    },
    line(line) {
      log.hear(line);
      redraw();
    },
  }, signal);

  const pdfOf = ({ key }: Document) => {
    if (!pdfs.has(key)) pdfs.set(key, new PdfView(place, key));
    return pdfs.get(key)!.view();
  };

  const summary = (one: JobStatus) => html`
    <section class="card" aria-label="Resumo">
      <div class="heading"><div class="row">${chip(one.status)}${clientOf(one) ? html`<strong class="number">${clientOf(one)}</strong>` : nothing}</div><span class="soft number">${one.started_at ? formatDuration(one.started_at, one.completed_at, Date.now()) : ''}</span></div>
      ${hasEnded(one) ? nothing : html`<div class="progress"><progress max="100" .value=${one.progress} aria-label="Andamento"></progress><span>${one.progress}%</span></div>`}
      <p class="soft">Criado em ${formatMoment(one.created_at)}${one.operator_version ? ` · ${one.operadora} ${one.operator_version}` : ''}${one.attempt > 1 ? ` · ${one.attempt}ª tentativa` : ''}${one.processo_id ? ` · processo ${one.processo_id}` : ''}</p>
    </section>`;

  return {
    title: () => (status.value ? `Job da ${status.value.operadora}` : 'Job'),
    view: () => status.show((one) => html`
      ${summary(one)}
      ${one.status === 'FAILED' ? failure(one) : nothing}
      ${evidence(place, blobs, one.evidence)}
      ${one.documents.map((document) => html`
        <section class="card document" aria-label="Documento">
          <h2>${document.kind === 'fatura' ? 'A fatura' : 'O arquivo cadastrado'}</h2>
          ${invoiceFacts(document)}
          ${document.key.endsWith('.pdf') ? pdfOf(document) : saveButton(place, document.key, 'Baixar')}
        </section>`)}
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">Passo a passo</h2>
        ${log.lines.length === 0 ? html`<p class="soft">${one.status === 'PENDING' ? 'O job espera a sua vez na fila.' : 'Nada ainda.'}</p>` : steps(log.lines, one.status === 'RUNNING', Date.now())}
        <details><summary>Log completo</summary><pre tabindex="0">${log.lines.map(({ timestamp, level, message }) => `${timestamp} ${level.padEnd(5)} ${message}\n`)}</pre></details>
      </section>`),
  };
};
