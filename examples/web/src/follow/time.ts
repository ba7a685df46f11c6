/** Waits, but no longer than until the network is back. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', done);

    function done(): void {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    }
  });
}

/** Does something when nothing was heard for too long: a dead line often looks like a silent one. */
export class Silence {
  private timer = 0;

  constructor(private readonly milliseconds: number, private readonly broken: () => void) {
    this.heard();
  }

  heard(): void {
    this.end();
    this.timer = window.setTimeout(this.broken, this.milliseconds);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
