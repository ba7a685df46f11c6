import { faultsByField } from '../forms/faults';
import type { Place } from '../page/page';
import { newKey } from '../server/key';
import type { Refusal } from '../server/refusal';
import type { Operator } from '../server/types';
import type { Line } from './line';

const atOnce = 4;

/**
 * Sends the lines, a few at a time. Each has a key of its own for as long as it is here: what may have arrived is sent again without making a
 * second job.
 */
export class Sender {
  isSending = false;
  /** Why it stopped before the end. */
  problem = '';
  /** The server asked for patience: until when. */
  pausedUntil = 0;
  readonly #batch = newKey();
  #stop = new AbortController();
  #queue: Line[] = [];

  /** @param accepted Is called with each line that has become a job. */
  constructor(
    readonly place: Pick<Place, 'server' | 'signal' | 'redraw'>,
    readonly operator: Operator,
    readonly lines: readonly Line[],
    readonly accepted: (line: Line) => void,
  ) {}

  /** Sends what is still to be sent, until there is no more, the user stops it, or the server cannot be reached. */
  async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.problem = '';
    this.#stop = new AbortController();
    this.#queue = this.lines.filter(({ isToSend }) => isToSend);
    this.place.redraw();
    await Promise.all(Array.from({ length: atOnce }, () => this.#work()));
    this.isSending = false;
    this.place.redraw();
  }

  stop = (): void => this.#stop.abort();

  async #work(): Promise<void> {
    const stop = AbortSignal.any([this.#stop.signal, this.place.signal]);
    while (this.#queue.length > 0) {
      await until(this.pausedUntil, stop);
      const line = stop.aborted ? undefined : this.#queue.shift();
      if (!line) return;
      line.phase = 'sending';
      this.place.redraw();
      await this.#submit(line);
      this.place.redraw();
    }
  }

  async #submit(line: Line): Promise<void> {
    try {
      const { job_id } = await this.place.server.submit(this.operator.route, line.values, `${this.#batch}-${line.row}`);
      line.phase = 'accepted';
      line.job = job_id;
      line.state = { status: 'PENDING', progress: 0 };
      line.forgetSecrets(this.operator.payload);
      this.accepted(line);
    } catch (error) {
      this.#heed(line, error as Refusal);
    }
  }

  #heed(line: Line, { status, message, faults, wait }: Refusal): void {
    line.phase = 'ready';
    if (status === 422 || status === 409 || status === 413) {
      line.phase = 'refused';
      line.faults = faultsByField(faults);
      if (faults.length === 0) line.refusal = message;
      line.forgetSecrets(this.operator.payload);
    } else if (status === 429 || status === 503) {
      this.pausedUntil = Math.max(this.pausedUntil, Date.now() + (wait || 1) * 1000);
      this.#queue.unshift(line);
    } else {
      // Of no fault of the line's: it may be sent again.
      this.problem = message;
      this.stop();
    }
  }
}

const until = (moment: number, signal: AbortSignal): Promise<void> =>
  new Promise((come) => {
    const left = moment - Date.now();
    if (left <= 0 || signal.aborted) return come();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      come();
    };
    const timer = setTimeout(done, left);
    signal.addEventListener('abort', done);
  });
