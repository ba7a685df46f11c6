import type { BotPhone } from '../server/botphone';
import type { JobSummary, Line } from '../server/types';

const mostCards = 20;
const mostWaiting = 50;
const mostEnded = 12;

/** What the server is doing. */
export interface Situation {
  readonly running: readonly RunningJob[];
  /** How many run, also those that are not among the cards. */
  readonly totalRunning: number;
  /** In the order of their turn, if they are few. */
  readonly waiting: readonly JobSummary[];
  readonly totalWaiting: number;
  /** The last that ended, the newest first. */
  readonly ended: readonly JobSummary[];
}

export interface RunningJob extends JobSummary {
  /** What it said last. */
  step: string;
}

export async function readSituation(server: BotPhone, signal: AbortSignal): Promise<Situation> {
  const [running, waiting, completed, failed] = await Promise.all([
    server.jobs({ status: 'RUNNING', limit: mostCards }, signal),
    server.jobs({ status: 'PENDING', limit: mostWaiting }, signal),
    server.jobs({ status: 'COMPLETED', limit: mostEnded }, signal),
    server.jobs({ status: 'FAILED', limit: mostEnded }, signal),
  ]);
  return {
    running: await Promise.all(running.jobs.toReversed().map(async (job) => ({ ...job, step: await stepOf(server, job.job_id, signal) }))),
    totalRunning: running.total_jobs,
    waiting: waiting.jobs.toReversed(),
    totalWaiting: waiting.total_jobs,
    ended: [...completed.jobs, ...failed.jobs].sort((one, other) => other.completed_at!.localeCompare(one.completed_at!)).slice(0, mostEnded),
  };
}

async function stepOf(server: BotPhone, id: string, signal: AbortSignal): Promise<string> {
  const { logs } = await server.job(id, signal);
  return lastStep(logs);
}

const lastStep = (lines: readonly Line[]): string => lines.at(-1)?.message ?? '';
