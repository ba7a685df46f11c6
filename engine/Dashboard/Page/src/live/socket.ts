import { addressOf } from '../server/botphone';
import type { Follower, JobState, LiveLine } from './follower';

type Message =
  | { type: 'job_update'; job_id: string; data: JobState }
  | ({ type: 'log' } & LiveLine)
  | { type: 'dropped' | 'error' | 'pong' };

/** The WebSocket: everything, at once. */
export class Socket {
  #socket: WebSocket | undefined;

  constructor(
    readonly token: string,
    readonly followers: ReadonlySet<Follower>,
  ) {}

  /**
   * Tells the followers what happens until the connection ends.
   *
   * @param answered Is called once the server says something: some proxies open the connection, and carry nothing.
   * @returns Whether that ever was.
   */
  run(signal: AbortSignal, answered: () => void): Promise<boolean> {
    const address = addressOf('ws/notifications');
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = (this.#socket = new WebSocket(address));
    signal.addEventListener('abort', () => socket.close(), { once: true });
    return new Promise((ended) => {
      let hasAnswered = false;
      socket.onopen = () => this.#send({ action: 'ping' });
      socket.onmessage = ({ data }) => {
        if (!hasAnswered) {
          hasAnswered = true;
          answered();
          for (const follower of this.followers) this.add(follower);
        }
        this.#tell(JSON.parse(data as string) as Message);
      };
      socket.onclose = () => {
        this.#socket = undefined;
        ended(hasAnswered);
      };
    });
  }

  /** Begins to tell a follower; what it shows was read before, so it reads again. */
  add(follower: Follower): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#send({ action: 'subscribe', job_id: follower.job, token: this.token });
    follower.stale();
  }

  remove({ job }: Follower): void {
    if (this.#socket?.readyState !== WebSocket.OPEN || [...this.followers].some((other) => other.job === job)) return;
    this.#send({ action: 'unsubscribe', job_id: job });
  }

  #send(command: object): void {
    this.#socket?.send(JSON.stringify(command));
  }

  #tell(message: Message): void {
    if (message.type === 'dropped') this.#socket?.close();
    if (message.type !== 'job_update' && message.type !== 'log') return;
    for (const follower of this.followers) {
      if (follower.job !== '*' && follower.job !== message.job_id) continue;
      if (message.type === 'log') follower.line?.(message);
      else follower.update?.(message.job_id, message.data);
    }
  }
}
