/**
 * A value that outlives the window. Nothing is written before what is there has been read: until then a change is shown
 * over an empty value, and applied again to what comes.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Memory, throttled } from './memory';

export interface Lasting<T> {
  value: ReadonlySignal<T>;
  change(next: (old: T) => T): void;
}

/** Memory that cannot be read is asked again. */
const AGAIN_MS = 5_000;

/** `parse` answers null for what is damaged or missing: then `empty` is where it begins. */
export function createLasting<T>(
  memory: Memory,
  key: string,
  empty: T,
  parse: (stored: unknown) => T | null,
): Lasting<T> {
  const value = signal(empty);
  /** What was changed before anything has come; null since. */
  let early: ((old: T) => T)[] | null = [];
  const write = () => void memory.set(key, value.value);
  const read = async () => {
    const found = await memory.read(key);
    if (!found) return again.trigger();
    const changes = early ?? [];
    early = null;
    value.value = changes.reduce((old, next) => next(old), parse(found.value) ?? empty);
    if (changes.length > 0) write();
  };
  const again = throttled(() => void read(), AGAIN_MS);
  void read();
  return {
    value,
    change(next) {
      value.value = next(value.value);
      if (early) early.push(next);
      else write();
    },
  };
}
