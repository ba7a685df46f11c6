import { Refusal } from './refusal';
import type { Deploy, Entry, FailedAccount, Gaps, JobCreated, JobList, JobStatus, Node, Operators, Statistics, Token } from './types';

type Query = Readonly<Record<string, string | number | undefined>>;

/** The server's public API, as any frontend may use it. */
export class BotPhone {
  /** The token was refused: it has expired meanwhile. */
  onExpired: (refusal: Refusal) => void = () => {};

  constructor(readonly token: string) {}

  tokenInfo = (signal?: AbortSignal) => this.read<Token>('auth/token', {}, signal);

  jobs = (query: Query = {}, signal?: AbortSignal) => this.read<JobList>('jobs', query, signal);

  job = (id: string, signal?: AbortSignal) => this.read<JobStatus>(`status/${encodeURIComponent(id)}`, {}, signal);

  operators = (signal?: AbortSignal) => this.read<Operators>('operadoras', {}, signal);

  /** What happened to operators, the newest first. */
  deploys = (signal?: AbortSignal) => this.read<{ historico: Deploy[] }>('operadoras/historico', {}, signal);

  /** The servers that work together. */
  nodes = (signal?: AbortSignal) => this.read<{ nos: Node[] }>('nos', {}, signal);

  /** What became of the jobs of so many days, today included. */
  statistics = (days: number, signal?: AbortSignal) => this.read<Statistics>('estatisticas', { dias: days }, signal);

  /** All invoices that match, page after page. */
  invoices = (query: Query = {}, signal?: AbortSignal) => this.pages<'faturas', Entry>('faturas', 'faturas', query, signal);

  /** The accounts of which months are missing, page after page. */
  gaps = (query: Query = {}, signal?: AbortSignal) => this.pages<'contas', Gaps>('faturas/lacunas', 'contas', query, signal);

  /** The accounts whose last job failed, page after page. */
  failures = (query: Query = {}, signal?: AbortSignal) => this.pages<'falhas', FailedAccount>('faturas/falhas', 'falhas', query, signal);

  /** A table for a spreadsheet: of the invoices, of the months that are missing, or of what failed. */
  table = async (path: 'faturas' | 'faturas/lacunas' | 'faturas/falhas', query: Query = {}, signal?: AbortSignal) => (await this.get(path, { ...query, formato: 'csv' }, signal)).blob();

  /**
   * Asks for an invoice.
   *
   * @param route The operator's own.
   * @param payload Its fields.
   * @param key The same for every try of one request, so that it makes one job.
   */
  async submit(route: string, payload: Readonly<Record<string, string>>, key: string): Promise<JobCreated> {
    const response = await this.send(`executar/${encodeURIComponent(route)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(payload),
    });
    return (await response.json()) as JobCreated;
  }

  /** A stored file, or a piece of evidence. */
  async file(key: string, signal?: AbortSignal): Promise<Blob> {
    return (await this.send(`arquivos/${key.split('/').map(encodeURIComponent).join('/')}`, { signal })).blob();
  }

  private async read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
    return (await (await this.get(path, query, signal)).json()) as T;
  }

  private get(path: string, query: Query, signal?: AbortSignal): Promise<Response> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return this.send(search ? `${path}?${search}` : path, { signal });
  }

  private async *pages<Name extends string, T>(path: string, name: Name, query: Query, signal?: AbortSignal): AsyncGenerator<T[]> {
    for (let cursor: string | undefined; ; ) {
      const page = await this.read<Record<Name, T[]> & { next_cursor?: string }>(path, { ...query, cursor }, signal);
      yield page[name];
      if (!(cursor = page.next_cursor)) return;
    }
  }

  /** The answer to a request, or the reason why there is none. */
  async send(path: string, { signal, headers, ...init }: Omit<RequestInit, 'signal' | 'headers'> & { signal?: AbortSignal | undefined; headers?: Record<string, string> } = {}): Promise<Response> {
    const response = await fetch(addressOf(path), { ...init, headers: { Authorization: `Bearer ${this.token}`, ...headers }, signal: signal ?? null }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw Refusal.unreached;
    });
    if (response.ok) return response;
    const refusal = await Refusal.of(response);
    if (refusal.status === 401) this.onExpired(refusal);
    throw refusal;
  }
}

/** Where something of the server's is: the page may be below any path of a proxy. */
export const addressOf = (path: string): URL => new URL(path, document.baseURI);
