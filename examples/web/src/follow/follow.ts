import type { BotPhone } from '../server/botphone';
import { Refusal } from '../server/refusal';
import type { JobStatus } from '../types';
import { byAsking } from './asking';
import type { JobRecord } from './record';
import { overSocket } from './socket';
import { overStream } from './stream';
import { sleep } from './time';

/** Returns when its connection is over, or the job. */
type Way = (server: BotPhone, record: JobRecord, signal: AbortSignal) => Promise<void>;

// The best first. What some network does not let through, the next one gets around.
const WAYS: Way[] = [overSocket, overStream, byAsking];
const SHORTEST = 1_000;
const LONGEST = 30_000;

/** Follows a job to its end, however often the line is cut. Only a refusal that will not pass ends it before. */
export async function follow(server: BotPhone, record: JobRecord, signal: AbortSignal): Promise<JobStatus> {
  for (let pause = SHORTEST; ; pause = Math.min(pause * 2, LONGEST)) {
    let wait = 0;
    for (const way of WAYS) {
      const before = record.news;
      wait = await secondsToWait(() => way(server, record, signal));
      signal.throwIfAborted();
      if (record.news === before) continue;
      pause = SHORTEST;
      break;
    }

    if (record.hasEnded) {
      wait = await secondsToWait(async () => record.see(await server.status(record.jobId, signal)));
      if (record.job) return record.job;
    }

    record.watcher.connected('lost');
    // Not all clients of a server that comes back at the same moment.
    await sleep(Math.max(pause * (0.5 + Math.random() / 2), wait * 1000), signal);
  }
}

async function secondsToWait(attempt: () => Promise<void>): Promise<number> {
  try {
    await attempt();
    return 0;
  } catch (error) {
    if (error instanceof Refusal && error.passes) return error.wait;
    throw error;
  }
}
