import type { LiveLine } from '../live/follower';
import type { Line } from '../server/types';

/** A job's lines in order: those that were read, and those that came since, each once. */
export class Log {
  lines: readonly Line[] = [];
  #last = 0;

  /** What the server keeps takes the place of what was heard, unless more was heard since. */
  read(lines: readonly Line[]): void {
    if (lines.length >= this.lines.length) this.lines = lines;
  }

  /** A line that is told; after a reconnection all are told again. */
  hear({ id, timestamp, level, message }: LiveLine): void {
    if (id <= this.#last) return;
    this.#last = id;
    if (this.lines.some((line) => line.timestamp === timestamp && line.message === message)) return;
    this.lines = [...this.lines, { timestamp, level, message }];
  }
}
