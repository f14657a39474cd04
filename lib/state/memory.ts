/**
 * Where state outlives a component: two injected stores, one for the browser session (open cards, scroll per tab), one
 * that lasts (settings, drafts, what is being compared). Values come back as `unknown` and are parsed by their owner.
 */
export interface Memory {
  /** Undefined where nothing is, or where it cannot be read; waits for as long as that takes. */
  get(key: string): Promise<unknown>;
  /** What is there, or null where it cannot be read or does not come soon: nothing may be written over it then. */
  read(key: string): Promise<{ value: unknown } | null>;
  /** Whether it was written; false, too, where that is not heard of soon. */
  set(key: string, value: unknown): Promise<boolean>;
}

/** The same where several windows write at once. */
export interface SharedMemory extends Memory {
  /** Runs `work` while no other window runs such work for this key; rejects where its turn does not come. */
  alone(key: string, work: () => Promise<void>): Promise<void>;
  /** `next` runs after every change of the key, of other windows too. */
  watch(key: string, next: () => void): () => void;
}

/** Keeps nothing beyond the page's life; for tests and for windows without storage. */
export function createVolatileMemory(initial: Record<string, unknown> = {}): SharedMemory {
  const values = new Map(Object.entries(initial));
  const watchers = new Set<{ key: string; next: () => void }>();
  let turn: Promise<void> = Promise.resolve();
  return {
    get: async (key) => structuredClone(values.get(key)),
    read: async (key) => ({ value: structuredClone(values.get(key)) }),
    set: async (key, value) => {
      values.set(key, structuredClone(value));
      for (const watcher of [...watchers]) if (watcher.key === key) watcher.next();
      return true;
    },
    alone(_, work) {
      turn = turn.then(work, work);
      return turn;
    },
    watch(key, next) {
      const watcher = { key, next };
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}

/** Calls `run` at most once per `wait` milliseconds, with the last state. Returns the trigger and its undo. */
export function throttled(run: () => void, wait: number): { trigger: () => void; flush: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    run();
  };
  return {
    trigger: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        run();
      }, wait);
    },
    flush,
  };
}
