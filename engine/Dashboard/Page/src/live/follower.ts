import type { Line, Status } from '../server/types';

/** What a job is like now, as a live message says it. */
export interface JobState {
  status: Status;
  progress: number;
  operadora: string;
  cnpj?: string | null;
  filtro?: string | null;
  attempt?: number;
  result?: string | null;
  error?: string | null;
  error_code?: string | null;
}

/** A line of a job's log as it is written; ids only grow. */
export type LiveLine = Line & { id: number; job_id: string; operadora?: string };

/** An operator that came, went, or could not be loaded. */
export interface OperatorNews {
  code: string;
  version: string | null;
  state: 'loaded' | 'rejected' | 'removed' | 'rolled_back';
  message: string;
}

/** Someone who wants to know what happens. */
export interface Follower {
  /** A job's id, or `*` for all. */
  readonly job: string;
  update?(job: string, state: JobState): void;
  line?(line: LiveLine): void;
  /** What is shown may be old: the connection is new, or tells less than everything. */
  stale(): void;
}

/** How messages arrive: at once by either way, or by asking again; or not at all for now. */
export type Connection = 'socket' | 'stream' | 'polling' | 'lost';
