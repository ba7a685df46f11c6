import type { BotPhone } from '../server/botphone';
import type { LiveLine, OperatorNews } from './follower';

/** A message of the event stream. */
export type Message =
  | { type: 'connection' }
  | ({ type: 'log' } & LiveLine)
  | { type: 'system_status'; jobs_pending: number; jobs_active: number; jobs_done: number }
  | ({ type: 'operator' } & OperatorNews)
  | { type: 'dropped'; count: number };

/** The event stream, read with fetch: so the token stays out of the address. */
export async function* readStream(server: BotPhone, signal: AbortSignal): AsyncGenerator<Message> {
  const response = await server.send('events/logs', { signal });
  let rest = '';
  for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
    const texts = (rest + part).split('\n\n');
    rest = texts.pop()!;
    for (const text of texts) {
      const data = text.split('\n').find((line) => line.startsWith('data:'));
      if (data) yield JSON.parse(data.slice('data:'.length)) as Message;
    }
  }
}
