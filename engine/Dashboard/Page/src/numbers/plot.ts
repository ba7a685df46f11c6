import { html, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Place } from '../page/page';

const height = 260;

/** The colours of the page as they are now, by the names of its style. */
export type Colours = (name: string) => string;

export type Shape = Omit<uPlot.Options, 'width' | 'height'>;

const dark = matchMedia('(prefers-color-scheme: dark)');

/** A drawing of numbers that follows the width and the colours of the page. Whoever does not see it has the table below it. */
export class Plot {
  #box: HTMLElement | undefined;
  #plot: uPlot | undefined;
  #data: uPlot.AlignedData = [[]];
  readonly #sizes = new ResizeObserver(([entry]) => this.#plot?.setSize({ width: entry!.contentRect.width, height }));

  constructor(
    { signal }: Pick<Place, 'signal'>,
    readonly shape: (colours: Colours) => Shape,
  ) {
    dark.addEventListener('change', this.#draw, { signal });
    signal.addEventListener('abort', () => this.#clear(), { once: true });
  }

  /** @param table The same numbers in words. */
  view(data: uPlot.AlignedData, label: string, table: TemplateResult): TemplateResult {
    if (JSON.stringify(data) !== JSON.stringify(this.#data)) {
      this.#data = data;
      // What it is drawn of may have another number of lines or of names.
      this.#draw();
    }
    return html`
      <div class="plot" role="img" aria-label=${label} ${ref(this.#mount)}></div>
      <details><summary>Ver os números</summary><div class="table" tabindex="0" role="region" aria-label=${label}>${table}</div></details>`;
  }

  readonly #mount = (element?: Element): void => {
    this.#clear();
    this.#box = element as HTMLElement | undefined;
    if (!this.#box) return;
    this.#sizes.observe(this.#box);
    this.#draw();
  };

  readonly #draw = (): void => {
    this.#plot?.destroy();
    this.#plot = undefined;
    if (!this.#box) return;
    const style = getComputedStyle(document.documentElement);
    const colours: Colours = (name) => style.getPropertyValue(`--${name}`).trim();
    const axes = this.shape(colours).axes?.map((axis) => ({ stroke: colours('soft'), grid: { stroke: colours('line'), width: 1 }, ticks: { show: false }, ...axis }));
    this.#plot = new uPlot({ ...this.shape(colours), axes: axes ?? [], width: this.#box.clientWidth, height }, this.#data, this.#box);
  };

  #clear(): void {
    this.#sizes.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
  }
}

/** Numbers that are whole, from nought on. */
export const fromZero: uPlot.Scale = { range: (_, __, most) => [0, Math.max(1, (most ?? 0) * 1.08)] };

export const wholeNumbers = (_: uPlot, splits: number[]): string[] => splits.map((value) => (Number.isInteger(value) ? String(value) : ''));
