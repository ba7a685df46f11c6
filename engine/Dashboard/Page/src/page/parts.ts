import { html, nothing, type TemplateResult } from 'lit-html';
import type { Status } from '../server/types';

const names: Record<Status, string> = { PENDING: 'Na fila', RUNNING: 'Rodando', COMPLETED: 'Pronto', FAILED: 'Falhou' };

export const statusName = (status: Status): string => names[status];

export const chip = (status: Status): TemplateResult => html`<span class="chip ${status.toLowerCase()}">${names[status]}</span>`;

/** What could not be shown, and what the user can do. */
export const problem = (words: string, action: unknown = nothing): TemplateResult => html`<div class="card problem" role="alert"><p>${words}</p>${action}</div>`;

export const empty = (words: string, action: unknown = nothing): TemplateResult => html`<div class="card empty"><p>${words}</p>${action}</div>`;

export const loading = (): TemplateResult => html`<p class="soft loading" role="status">Carregando…</p>`;
