import { Virtualizer, elementScroll, observeElementOffset, observeElementRect, type VirtualItem } from '@tanstack/virtual-core';
import type { Place } from './page';

/** Of many rows of one height in a box that scrolls, those that are seen. */
export class Rows {
  #box: HTMLElement | null = null;
  #count = 0;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  /** @param height Of a row, in pixels. */
  constructor({ redraw, signal }: Pick<Place, 'redraw' | 'signal'>, height: number) {
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
      count: 0,
      getScrollElement: () => this.#box,
      estimateSize: () => height,
      overscan: 10,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: redraw,
    });
    signal.addEventListener('abort', this.#virtualizer._didMount(), { once: true });
  }

  /** The box, once it is drawn; for `ref`. */
  readonly box = (element?: Element): void => {
    this.#box = (element as HTMLElement | undefined) ?? null;
    this.#virtualizer._willUpdate();
  };

  /**
   * Which rows to draw.
   *
   * @returns Their places in the list, and how many pixels the others take before and after them.
   */
  seen(count: number): { items: readonly VirtualItem[]; before: number; after: number } {
    if (count !== this.#count) {
      this.#count = count;
      this.#virtualizer.setOptions({ ...this.#virtualizer.options, count });
    }
    const items = this.#virtualizer.getVirtualItems();
    return { items, before: items[0]?.start ?? 0, after: this.#virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) };
  }
}
