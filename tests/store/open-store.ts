/** Stores of their own database, gone after the test. */
import { onTestFinished } from 'vitest';
import { openClipStore, type StoreOptions } from '@/lib/store/open-clip-store';

let made = 0;
export const freshName = (): string => `test-${Date.now()}-${made++}`;

/** A store on its own database. */
export function openStore(options: StoreOptions = {}) {
  const name = options.name ?? freshName();
  const store = openClipStore({ ...options, name });
  onTestFinished(() => {
    indexedDB.deleteDatabase(name);
  });
  return { name, store };
}

/** The value of a result that must be one. */
export async function valueIn<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: string; detail?: string | undefined }>,
) {
  const answer = await result;
  if (!answer.ok) throw new Error(`${answer.error}: ${answer.detail ?? ''}`);
  return answer.value;
}
