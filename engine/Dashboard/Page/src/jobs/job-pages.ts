import type { BotPhone } from '../server/botphone';
import type { JobSummary } from '../server/types';
import type { JobState } from '../live/follower';

const pageSize = 200;

/** The list of jobs as far as it was scrolled to: a page is read when it is about to be seen. */
export class JobPages {
  readonly jobs: JobSummary[] = [];
  total = 0;
  /** Jobs that came since the list was read. */
  fresh = 0;
  error: Error | undefined;
  wasRead = false;
  #cursor: string | undefined;
  #reading = false;
  readonly #known = new Map<string, JobSummary>();

  constructor(
    readonly server: BotPhone,
    readonly filter: Readonly<{ status: string; operadora: string }>,
    readonly signal: AbortSignal,
    readonly changed: () => void,
  ) {}

  get isComplete(): boolean {
    return this.wasRead && this.#cursor === undefined;
  }

  /** Reads the next page, if there is one and none is being read. */
  async more(): Promise<void> {
    if (this.#reading || this.isComplete || this.error) return;
    this.#reading = true;
    try {
      const page = await this.server.jobs({ ...this.filter, limit: pageSize, cursor: this.#cursor }, this.signal);
      this.#cursor = page.next_cursor;
      this.total = page.total_jobs;
      this.wasRead = true;
      for (const job of page.jobs) {
        if (this.#known.has(job.job_id)) continue;
        this.#known.set(job.job_id, job);
        this.jobs.push(job);
      }
      if (page.jobs.length === 0) this.#cursor = undefined;
    } catch (error) {
      if (!this.signal.aborted) this.error = error as Error;
    }
    this.#reading = false;
    this.changed();
  }

  /** A job's new state, if it is in the list; a job that is not may be new. */
  update(id: string, { status, progress, result = null, error = null }: JobState): void {
    const job = this.#known.get(id);
    if (job) Object.assign(job, { status, progress, result, error });
    else if (status === 'PENDING') this.fresh++;
    else return;
    this.changed();
  }
}
