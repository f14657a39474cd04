/** Ticks after every completed change, in this window and, through a broadcast, in all others and the worker. */
import type { Subscribable } from './contract';

export interface Changes extends Subscribable<number> {
  /** Tells this window. */
  tell(): void;
  /** Tells everyone. */
  announce(): void;
  close(): void;
}

export function createChanges(name: string): Changes {
  const listeners = new Set<(tick: number) => void>();
  const channel = new BroadcastChannel(`${name}-changes`);
  let tick = 0;
  const tell = () => {
    tick += 1;
    for (const listener of [...listeners]) listener(tick);
  };
  channel.addEventListener('message', tell);
  return {
    subscribe(next) {
      listeners.add(next);
      return () => {
        listeners.delete(next);
      };
    },
    tell,
    announce() {
      channel.postMessage('changed');
      tell();
    },
    close() {
      listeners.clear();
      channel.close();
    },
  };
}

/** A value that tells its listeners, and newcomers at once. */
export function createCell<T>(initial: T): Subscribable<T> & { set(value: T): void } {
  const listeners = new Set<(value: T) => void>();
  let now = initial;
  return {
    subscribe(next) {
      listeners.add(next);
      next(now);
      return () => {
        listeners.delete(next);
      };
    },
    set(value) {
      now = value;
      for (const listener of [...listeners]) listener(value);
    },
  };
}
