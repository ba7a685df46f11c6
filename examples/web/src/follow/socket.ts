import type { BotPhone } from '../server/botphone';
import type { Notice } from '../types';
import type { JobRecord } from './record';
import { Silence } from './time';

const PING_EVERY = 10_000;
const TOO_SILENT = 25_000;

/** Over the WebSocket: to who subscribes, the server tells the state, all lines so far, then what comes. */
export function overSocket(server: BotPhone, record: JobRecord, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(server.socketAddress);
    const silence = new Silence(TOO_SILENT, end);
    const pings = setInterval(() => say({ action: 'ping' }), PING_EVERY);
    let place = 0;

    socket.onopen = () => say({ action: 'subscribe', job_id: record.jobId, token: server.token });
    socket.onmessage = ({ data }) => {
      silence.heard();
      take(JSON.parse(data) as Notice);
    };
    socket.onclose = end;
    signal.addEventListener('abort', end);

    function say(message: object): void {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    }

    function take(notice: Notice): void {
      switch (notice.type) {
        case 'job_update':
          record.watcher.connected('live');
          record.change(notice.data);
          if (record.hasEnded) end();
          break;
        case 'log':
          record.say(place++, notice);
          break;
        case 'dropped': // Lines are missing: after another subscription they come.
        case 'error': // The other ways say what it is.
          end();
      }
    }

    function end(): void {
      clearInterval(pings);
      silence.end();
      signal.removeEventListener('abort', end);
      socket.onmessage = socket.onclose = null;
      socket.close();
      resolve();
    }
  });
}
