/**
 * Lasting memory that knows what of it is not kept: a full disk refuses what nobody is asked about, such as settings, drafts
 * and what is being compared. It stays in the window, is tried again, and the person is told not to close it.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type SharedMemory, throttled } from './memory';

export interface KeptMemory extends SharedMemory {
  /** Something that was to be kept is in this window only. */
  unkept: ReadonlySignal<boolean>;
}

const AGAIN_MS = 5_000;

/** `own`: keys whose owner tries again. */
export function createKeptMemory(memory: SharedMemory, own: readonly string[]): KeptMemory {
  const waiting = new Map<string, unknown>();
  const unkept = signal(false);
  async function set(key: string, value: unknown): Promise<boolean> {
    waiting.set(key, value);
    const kept = await memory.set(key, value);
    // Else something newer was set meanwhile, which is about to be kept or refused itself.
    if (kept && waiting.get(key) === value) waiting.delete(key);
    unkept.value = kept ? unkept.value && waiting.size > 0 : true;
    if (unkept.value) again.trigger();
    return kept;
  }
  const again = throttled(() => {
    for (const [key, value] of waiting) if (!own.includes(key)) void set(key, value);
  }, AGAIN_MS);
  return {
    get: async (key) => (waiting.has(key) && !own.includes(key) ? waiting.get(key) : memory.get(key)),
    alone: (key, work) => memory.alone(key, work),
    watch: (key, next) => memory.watch(key, next),
    set,
    unkept,
  };
}
