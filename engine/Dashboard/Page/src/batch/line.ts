import type { JobState } from '../live/follower';
import { hasEnded, type Field } from '../server/types';

/** What became of a line so far: only one that was accepted has a job. */
export type Phase = 'ready' | 'sending' | 'accepted' | 'refused';

/** A line of the spreadsheet, on its way to a job and its result. */
export class Line {
  phase: Phase = 'ready';
  isChosen = true;
  job: string | undefined;
  state: Pick<JobState, 'status' | 'progress' | 'result' | 'error' | 'error_code'> | undefined;
  /** Why the server refused it, where no field is to blame. */
  refusal = '';

  /**
   * @param row As the spreadsheet counts it.
   * @param values Of the fields, as they are sent.
   * @param faults What is wrong with which field; with the whole line where there is no name.
   */
  constructor(
    readonly row: number,
    readonly values: Record<string, string>,
    public faults: ReadonlyMap<string, string>,
  ) {}

  get isFaulty(): boolean {
    return this.faults.size > 0 || this.refusal !== '';
  }

  get isToSend(): boolean {
    return this.phase === 'ready' && this.isChosen && !this.isFaulty;
  }

  get hasEnded(): boolean {
    return this.state !== undefined && hasEnded(this.state);
  }

  /** All that is wrong with it, in words. */
  get problem(): string {
    return this.refusal || [...this.faults].map(([name, words]) => (name ? `${name}: ${words}` : words)).join('; ');
  }

  /** Nobody needs its passwords any more. */
  forgetSecrets(fields: readonly Field[]): void {
    for (const { name, secret } of fields) if (secret) delete this.values[name];
  }
}
