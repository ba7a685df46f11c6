import type { JobCreated, JobStatus, Operators, Token } from '../types';
import { Refusal } from './refusal';

/** The server, for who holds a token. */
export class BotPhone {
  /** Called when the token is no longer good. */
  onExpired: (refusal: Refusal) => void = () => {};

  constructor(readonly address: string, readonly token: string) {}

  get socketAddress(): string {
    return `${this.address.replace(/^http/, 'ws')}/ws/notifications`;
  }

  tokenInfo(): Promise<Token> {
    return this.read('/auth/token');
  }

  operators(): Promise<Operators> {
    return this.read('/operadoras');
  }

  status(jobId: string, signal?: AbortSignal): Promise<JobStatus> {
    return this.read(`/status/${jobId}`, { signal });
  }

  /** Sent again with the same key, it gives the same job. */
  submit(route: string, request: Record<string, string>, key: string): Promise<JobCreated> {
    return this.read(`/executar/${encodeURIComponent(route)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(request),
    });
  }

  async file(key: string): Promise<ArrayBuffer> {
    const answer = await this.fetch(`/arquivos/${key.split('/').map(encodeURIComponent).join('/')}`);
    return answer.arrayBuffer().catch((error: unknown) => this.unreachable(error));
  }

  async fetch(path: string, options: RequestInit = {}): Promise<Response> {
    const headers = { ...options.headers, Authorization: `Bearer ${this.token}` };
    const answer = await fetch(this.address + path, { ...options, headers }).catch((error: unknown) => this.unreachable(error));
    if (answer.ok) return answer;
    const refusal = await Refusal.of(answer);
    if (refusal.status === 401) this.onExpired(refusal);
    throw refusal;
  }

  private async read<T>(path: string, options?: RequestInit): Promise<T> {
    const answer = await this.fetch(path, options);
    return answer.json().catch((error: unknown) => this.unreachable(error));
  }

  // The browser does not tell why: the server is away, the line is cut, the page may not call it.
  private unreachable(error: unknown): never {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Refusal.unreachable(this.address);
  }
}
