/**
 * A value that outlives the window and that several windows change. Each change is a function of what it was, applied to
 * what is there when it is written; nothing is written over what could not be read.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type SharedMemory, throttled } from './memory';

export interface Lasting<T> {
  value: ReadonlySignal<T>;
  change(next: (old: T) => T): void;
  /** Looks at what is there by now. */
  refresh(): void;
}

/** Memory that cannot be read is asked again. */
const AGAIN_MS = 5_000;

/** `parse` answers null for what is damaged or missing: then `empty` is where it begins. */
export function createLasting<T>(
  memory: SharedMemory,
  key: string,
  empty: T,
  parse: (stored: unknown) => T | null,
): Lasting<T> {
  const value = signal(empty);
  /** Shown, and not written yet. */
  let pending: ((old: T) => T)[] = [];
  let working: Promise<void> = Promise.resolve();
  const applied = (base: T) => pending.reduce((old, next) => next(old), base);

  const write = async () => {
    const found = await memory.read(key);
    if (!found) return again.trigger();
    const next = applied(parse(found.value) ?? empty);
    value.value = next;
    if (pending.length === 0) return;
    pending = [];
    await memory.set(key, next);
  };
  /** One after the other, in all windows, so that nothing is read while it is being written. */
  const refresh = () => {
    working = working.then(() => memory.alone(key, write)).catch(() => again.trigger());
  };
  const again = throttled(refresh, AGAIN_MS);
  refresh();
  return {
    value,
    change(next) {
      value.value = next(value.value);
      pending.push(next);
      refresh();
    },
    refresh,
  };
}
