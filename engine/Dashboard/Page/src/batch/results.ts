import type { JobState } from '../live/follower';
import type { BotPhone } from '../server/botphone';
import type { Line } from './line';

const pageSize = 500;

/** What becomes of the jobs that the lines have made. */
export class Results {
  readonly #lines = new Map<string, Line>();
  // What is told of a job before the answer that names it has arrived.
  readonly #early = new Map<string, Line['state']>();

  constructor(
    readonly server: BotPhone,
    readonly operator: string,
  ) {}

  add(line: Line): void {
    this.#lines.set(line.job!, line);
    const early = this.#early.get(line.job!);
    if (early) line.state = early;
  }

  /** @returns Whether it is a job of a line. */
  hear(job: string, { status, progress, result = null, error = null, error_code = null }: JobState, isSending: boolean): boolean {
    const line = this.#lines.get(job);
    if (line && !line.hasEnded) line.state = { status, progress, result, error, error_code };
    if (!line && isSending) this.#early.set(job, { status, progress, result, error, error_code });
    if (!isSending) this.#early.clear();
    return line !== undefined;
  }

  /** Reads what has not ended again: the newest jobs, page after page, until all of them were seen. */
  async read(signal: AbortSignal): Promise<void> {
    const open = new Set([...this.#lines].filter(([, line]) => !line.hasEnded).map(([job]) => job));
    for (let cursor: string | undefined; open.size > 0; ) {
      const page = await this.server.jobs({ operadora: this.operator, limit: pageSize, cursor }, signal);
      for (const job of page.jobs) if (open.delete(job.job_id)) this.hear(job.job_id, job, true);
      if (!(cursor = page.next_cursor)) break;
    }
    // It ended more than a day ago, and nobody knows how.
    for (const job of open) this.#lines.get(job)!.state = { status: 'FAILED', progress: 0, error: 'O servidor não conhece mais este job.' };
  }
}
