import { html, nothing, type TemplateResult } from 'lit-html';
import { clientOf, formatDuration, formatTime } from '../page/format';
import { chip } from '../page/parts';
import type { JobSummary } from '../server/types';
import type { RunningJob } from './situation';

export const jobLink = ({ job_id }: { job_id: string }): string => `#/job/${job_id}`;

/** A job that runs: what it does, how far it is, and since when. */
export const runningCard = (job: RunningJob, now: number): TemplateResult => html`
  <li class="card running" aria-label="Job da ${job.operadora}">
    <div class="heading">
      <h3><a href=${jobLink(job)}>${job.operadora}</a></h3>
      <span class="soft number">${job.started_at ? formatDuration(job.started_at, null, now) : ''}</span>
    </div>
    ${clientOf(job) ? html`<p class="soft client">${clientOf(job)}</p>` : nothing}
    <div class="progress"><progress max="100" .value=${job.progress} aria-label="Andamento"></progress><span>${job.progress}%</span></div>
    <p class="step">${job.step}</p>
  </li>`;

export const waitingRow = (job: JobSummary, now: number): TemplateResult => html`
  <li><a href=${jobLink(job)}>${job.operadora}</a> <span class="soft client">${clientOf(job)}</span> <span class="soft number">espera há ${formatDuration(job.created_at, null, now)}</span></li>`;

/** A job that ended; one that failed says why and what to do. */
export const endedRow = (job: JobSummary): TemplateResult => html`
  <li class=${job.status.toLowerCase()}>
    <time datetime=${job.completed_at!}>${formatTime(job.completed_at!)}</time>
    ${chip(job.status)}
    <a href=${jobLink(job)}>${job.operadora}</a>
    <span class="soft client">${clientOf(job)}</span>
    ${job.started_at ? html`<span class="soft number">${formatDuration(job.started_at, job.completed_at, 0)}</span>` : nothing}
    ${job.error ? html`<p>${job.error}</p>` : nothing}
  </li>`;
