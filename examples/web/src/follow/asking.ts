import type { BotPhone } from '../server/botphone';
import type { JobRecord } from './record';
import { sleep } from './time';

const EVERY = 5_000;

/** Asks once, where nothing live gets through, and rests. Each time the better ways are tried before. */
export async function byAsking(server: BotPhone, record: JobRecord, signal: AbortSignal): Promise<void> {
  record.see(await server.status(record.jobId, signal));
  record.watcher.connected('asking');
  if (!record.hasEnded) await sleep(EVERY, signal);
}
