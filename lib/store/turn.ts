/**
 * One writer at a time across panel, tab and worker. Whoever writes keeps the turn, so that the next write costs
 * nothing, until another context asks for it: asking for the lock before each write would add half of what it costs.
 */
import { withDeadline } from './failures';

export interface Turn {
  /** Resolves once this context may write. Another one is not waited for for longer than an answer may take. */
  take(): Promise<void>;
  /** Takes the turn if nobody has it. */
  tryTake(): Promise<boolean>;
  give(): void;
  held(): boolean;
  close(): void;
}

const ASK_EVERY_MS = 100;

/** `onWanted` runs while the turn is held and another context waits for it. */
export function createTurn(name: string, onWanted: () => void): Turn {
  const lock = `${name}-writer`;
  const channel = new BroadcastChannel(lock);
  let release: (() => void) | null = null;
  let asking: Promise<void> | null = null;
  const closing = new AbortController();

  channel.addEventListener('message', () => {
    if (release) onWanted();
  });
  /** Holds the lock until `give`. */
  const hold = (): Promise<void> =>
    new Promise<void>((resolve) => {
      release = resolve;
    });

  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      closing.signal.throwIfAborted();
      const nag = setInterval(() => channel.postMessage('wanted'), ASK_EVERY_MS);
      channel.postMessage('wanted');
      closing.signal.addEventListener('abort', () => clearInterval(nag));
      navigator.locks
        .request(lock, { signal: closing.signal }, () => {
          clearInterval(nag);
          resolve();
          return hold();
        })
        .catch((error: unknown) => {
          clearInterval(nag);
          reject(error);
        });
    });

  return {
    take() {
      if (release) return Promise.resolve();
      asking ??= ask().finally(() => {
        asking = null;
      });
      const own = asking;
      return withDeadline(own).catch((error: unknown) => {
        // Nobody waits for it any more: what comes too late is given back.
        void own.then(onWanted, () => undefined);
        throw error;
      });
    },
    tryTake: () =>
      new Promise((resolve, reject) => {
        navigator.locks
          .request(lock, { ifAvailable: true }, (granted) => {
            resolve(granted !== null);
            return granted ? hold() : undefined;
          })
          .catch(reject);
      }),
    give() {
      release?.();
      release = null;
    },
    held: () => release !== null,
    close() {
      release?.();
      release = null;
      closing.abort();
      channel.close();
    },
  };
}
