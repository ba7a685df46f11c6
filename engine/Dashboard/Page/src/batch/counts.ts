import type { Line } from './line';

/** How many lines are how far. */
export interface Counts {
  readonly all: number;
  readonly faulty: number;
  readonly toSend: number;
  readonly sent: number;
  readonly done: number;
  readonly failed: number;
  /** Sent, and not at their end. */
  readonly open: number;
}

export function count(lines: readonly Line[]): Counts {
  const of = (is: (line: Line) => boolean) => lines.reduce((sum, line) => sum + (is(line) ? 1 : 0), 0);
  return {
    all: lines.length,
    faulty: of(({ isFaulty }) => isFaulty),
    toSend: of(({ isToSend, phase }) => isToSend || phase === 'sending'),
    sent: of(({ phase }) => phase === 'accepted'),
    done: of(({ state }) => state?.status === 'COMPLETED'),
    failed: of(({ state }) => state?.status === 'FAILED'),
    open: of(({ state, hasEnded }) => state !== undefined && !hasEnded),
  };
}
