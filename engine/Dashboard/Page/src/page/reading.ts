import { html, type TemplateResult } from 'lit-html';
import { loading, problem } from './parts';
import type { Place } from './page';

const usualPause = 400;

/**
 * Something that is read from the server, and again whenever it may be old, but never twice at once nor without a pause. What was
 * read stays on the page while it is read again, and when that fails.
 */
export class Reading<T> {
  value: T | undefined;
  error: Error | undefined;
  #running = false;
  #again = false;
  #wake = () => {};
  #asked = 0;

  constructor(
    readonly place: Pick<Place, 'redraw' | 'signal'>,
    readonly read: (signal: AbortSignal) => Promise<T>,
    /** The shortest time between two readings, in milliseconds. */
    readonly pause = usualPause,
  ) {}

  /** Reads, or reads once more after the present reading. */
  refresh = (): void => {
    this.#again = true;
    if (!this.#running) void this.#run();
  };

  /** Reads something else: what was read is no answer to that. */
  restart(): void {
    this.#asked++;
    this.value = undefined;
    this.error = undefined;
    this.refresh();
    this.#wake();
  }

  /** Shows what was read, or why it was not. */
  show(view: (value: T) => TemplateResult): TemplateResult {
    if (this.value !== undefined) return view(this.value);
    return this.error ? problem(this.error.message, html`<button type="button" @click=${this.refresh}>Tentar de novo</button>`) : loading();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#again && !this.place.signal.aborted) {
      this.#again = false;
      const asked = this.#asked;
      try {
        const value = await this.read(this.place.signal);
        if (asked === this.#asked) [this.value, this.error] = [value, undefined];
      } catch (error) {
        if (this.place.signal.aborted) return;
        if (asked === this.#asked) this.error = error as Error;
      }
      this.place.redraw();
      await new Promise<void>((rested) => {
        this.#wake = rested;
        setTimeout(rested, this.pause);
      });
    }
    this.#running = false;
  }
}
