import { hasEnded, type JobState, type JobStatus, type Line } from '../types';

export type Connection = 'live' | 'asking' | 'lost';

/** Who looks at a job. */
export interface Watcher {
  changed(state: JobState): void;
  /** The line at a place, counted from 0; what was there and behind it is gone. */
  said(place: number, line: Line): void;
  connected(how: Connection): void;
}

/** What is known of a job, whichever way it came. Every way tells the lines from the first on; each is passed on once. */
export class JobRecord {
  private readonly lines: Line[] = [];

  /** How many times something came. */
  news = 0;

  hasEnded = false;

  /** The whole job, once it was seen after its end. */
  job: JobStatus | undefined;

  constructor(readonly jobId: string, readonly watcher: Watcher) {}

  change(state: JobState): void {
    this.news++;
    this.hasEnded = hasEnded(state);
    this.watcher.changed(state);
  }

  say(place: number, line: Line): void {
    this.news++;
    const known = this.lines[place];
    if (known?.timestamp === line.timestamp && known.message === line.message) return;
    // A server that was killed may have lost lines that it had told: what it says now counts.
    this.lines.splice(place, Infinity, line);
    this.watcher.said(place, line);
  }

  see(job: JobStatus): void {
    job.logs.forEach((line, place) => this.say(place, line));
    this.change(job);
    if (this.hasEnded) this.job = job;
  }
}
