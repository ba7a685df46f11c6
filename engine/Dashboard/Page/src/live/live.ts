import type { BotPhone } from '../server/botphone';
import type { Connection, Follower, OperatorNews } from './follower';
import { Socket } from './socket';
import { readStream, type Message } from './stream';

const pollingPause = 5_000;
const longestPause = 15_000;

/**
 * Tells followers what happens, by the best way that the network lets through: the WebSocket, else the event stream, else by asking every few
 * seconds. A lost connection comes back by itself, and followers then read what they missed.
 */
export class Live {
  connection: Connection = 'lost';
  onConnection: () => void = () => {};

  readonly #followers = new Set<Follower>();
  readonly #socket: Socket;
  #wake = () => {};

  constructor(
    readonly server: BotPhone,
    readonly signal: AbortSignal,
  ) {
    this.#socket = new Socket(server.token, this.#followers);
    window.addEventListener('online', () => this.#wake(), { signal });
    void this.#stayConnected();
  }

  /** Follows until the signal. */
  follow(follower: Follower, signal: AbortSignal): void {
    this.#followers.add(follower);
    if (this.connection === 'socket') this.#socket.add(follower);
    else if (this.connection !== 'lost') follower.stale();
    signal.addEventListener('abort', () => {
      this.#followers.delete(follower);
      this.#socket.remove(follower);
    }, { once: true });
  }

  async #stayConnected(): Promise<void> {
    for (let pause = 500; !this.signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      if (await this.#socket.run(this.signal, () => this.#become('socket'))) pause = 250;
      else if (await this.#stream()) pause = 250;
      else if (await this.#poll()) pause = 250;
      this.#become('lost');
      await this.#rest(pause);
    }
  }

  // Lines come at once; what else has changed is read when they do.
  async #stream(): Promise<boolean> {
    let wasOpen = false;
    try {
      for await (const message of readStream(this.server, this.signal)) {
        if (!wasOpen) this.#become('stream');
        wasOpen = true;
        this.#hear(message);
      }
    } catch {
      // The network, or the server: told by the connection.
    }
    return wasOpen;
  }

  // For a while; then the better ways get another chance.
  async #poll(): Promise<boolean> {
    let answered = false;
    try {
      for (let times = 0; times < 12 && !this.signal.aborted; times++) {
        await this.server.tokenInfo(this.signal);
        this.#become('polling');
        answered = true;
        for (const follower of this.#followers) follower.stale();
        await this.#rest(pollingPause);
      }
    } catch {
      // Not there.
    }
    return answered;
  }

  #hear(message: Message): void {
    if (message.type === 'dropped' || message.type === 'system_status' || message.type === 'connection') {
      for (const follower of this.#followers) follower.stale();
      return;
    }
    if (message.type !== 'log') return;
    for (const follower of this.#followers) {
      if (follower.job !== '*' && follower.job !== message.job_id) continue;
      follower.line?.(message);
      follower.stale();
    }
  }

  /**
   * Follows what becomes of the operators until the signal; only the stream tells it.
   *
   * @param tell Is called with nothing when the connection is new: what is shown may be old.
   */
  async followOperators(tell: (news?: OperatorNews) => void, signal: AbortSignal): Promise<void> {
    for (let pause = 1_000; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      try {
        for await (const message of readStream(this.server, signal)) {
          pause = 1_000;
          if (message.type === 'connection') tell();
          if (message.type === 'operator') tell(message);
        }
      } catch {
        // It is tried again.
      }
      if (!signal.aborted) await rest(pause, signal);
    }
  }

  #become(connection: Connection): void {
    if (this.connection === connection) return;
    this.connection = connection;
    this.onConnection();
  }

  // The network that comes back ends it early.
  async #rest(milliseconds: number): Promise<void> {
    const waking = new AbortController();
    this.#wake = () => waking.abort();
    await rest(milliseconds, AbortSignal.any([this.signal, waking.signal]));
  }
}

const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((rested) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      rested();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
