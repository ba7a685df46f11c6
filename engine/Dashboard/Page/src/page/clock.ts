import type { Place } from './page';

/** Draws the page again every second, for what counts the time that goes on; not while nobody looks. */
export function tick({ redraw, signal }: Place): void {
  const timer = setInterval(() => document.hidden || redraw(), 1000);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
