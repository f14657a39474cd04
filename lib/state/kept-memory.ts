/**
 * Lasting memory that knows what of it is not kept: a full disk refuses what nobody is asked about, such as settings, drafts
 * and what is being compared. It stays in the window, is tried again, and the person is told not to close it. What another
 * window writes there meanwhile is newer and takes its place.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type SharedMemory, throttled } from './memory';

export interface KeptMemory extends SharedMemory {
  /** Something that was to be kept is in this window only. */
  unkept: ReadonlySignal<boolean>;
}

interface Refused {
  value: unknown;
  /** What lay there instead. */
  there: string | undefined;
  /** The place was written since, by whichever window. */
  touched: boolean;
  unwatch: () => void;
}

const AGAIN_MS = 5_000;

/** `own`: keys whose owner tries again. */
export function createKeptMemory(memory: SharedMemory, own: readonly string[]): KeptMemory {
  const waiting = new Map<string, Refused>();
  const newest = new Map<string, object>();
  /** Keys that cannot be read, so that nothing is written over them, and those whose turn does not come. */
  const blocked = new Set<string>();
  const unkept = signal(false);

  function tell(): void {
    unkept.value = waiting.size + blocked.size > 0;
    if (waiting.size > 0) again.trigger();
  }
  function block(what: string, isBlocked: boolean): void {
    if (isBlocked) blocked.add(what);
    else blocked.delete(what);
    tell();
  }
  function drop(key: string, refused = waiting.get(key)): void {
    if (!refused || waiting.get(key) !== refused) return;
    refused.unwatch();
    waiting.delete(key);
  }
  async function wait(key: string, value: unknown, isNewest: () => boolean): Promise<void> {
    const there = JSON.stringify((await memory.read(key))?.value);
    if (!isNewest()) return;
    drop(key);
    const unwatch = memory.watch(key, () => {
      refused.touched = true;
      void get(key);
    });
    const refused: Refused = { value, there, touched: false, unwatch };
    waiting.set(key, refused);
  }
  async function set(key: string, value: unknown): Promise<boolean> {
    const mine = {};
    newest.set(key, mine);
    const isNewest = () => newest.get(key) === mine;
    const before = waiting.get(key);
    if (before) before.value = value;
    const kept = await memory.set(key, value);
    if (kept) blocked.delete(`read ${key}`);
    // Else something newer was set meanwhile, which is about to be kept or refused itself.
    if (isNewest()) {
      if (kept) drop(key);
      else await wait(key, value, isNewest);
    }
    tell();
    return kept;
  }
  async function get(key: string): Promise<unknown> {
    const refused = own.includes(key) ? undefined : waiting.get(key);
    if (!refused) return memory.get(key);
    if (!refused.touched) return refused.value;
    const there = (await memory.read(key))?.value;
    // A late word of what this window wrote before, or a place that cannot be read now.
    if (there === undefined || JSON.stringify(there) === refused.there) return refused.value;
    drop(key, refused);
    tell();
    return there;
  }
  async function read(key: string): Promise<{ value: unknown } | null> {
    if (!own.includes(key) && waiting.has(key)) return { value: await get(key) };
    const found = await memory.read(key);
    block(`read ${key}`, found === null);
    return found;
  }
  async function alone(key: string, work: () => Promise<void>): Promise<void> {
    let isBlocked = true;
    try {
      await memory.alone(key, work);
      isBlocked = false;
    } finally {
      block(`turn ${key}`, isBlocked);
    }
  }
  async function retry(key: string, refused: Refused): Promise<void> {
    await get(key);
    if (waiting.get(key) !== refused) return;
    const { value } = refused;
    if ((await memory.set(key, value)) && refused.value === value) drop(key, refused);
    tell();
  }
  const again = throttled(() => {
    for (const [key, refused] of waiting) if (!own.includes(key)) void retry(key, refused);
  }, AGAIN_MS);

  return {
    get,
    read,
    alone,
    watch: (key, next) => memory.watch(key, next),
    set,
    unkept,
  };
}
