import type { BotPhone } from '../server/botphone';
import type { JobRecord } from './record';
import { Silence } from './time';

// The server says something at least every 5 s.
const TOO_SILENT = 20_000;

/** Over server-sent events. Whatever comes is a reason to look at the job again, which shows everything. */
export async function overStream(server: BotPhone, record: JobRecord, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const end = () => over.abort();
  const silence = new Silence(TOO_SILENT, end);
  signal.addEventListener('abort', end);
  try {
    const stream = await server.fetch(`/events/logs?job_id=${record.jobId}`, { signal: over.signal });
    const reader = stream.body!.getReader();
    while (!record.hasEnded && !(await reader.read().catch(() => ({ done: true }))).done) {
      silence.heard();
      record.see(await server.status(record.jobId, over.signal));
      record.watcher.connected('live');
    }
  } catch (error) {
    if (!over.signal.aborted) throw error;
  } finally {
    silence.end();
    signal.removeEventListener('abort', end);
    end();
  }
}
