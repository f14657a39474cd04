/**
 * Where small values outlive a page: for the browser session (scroll, open cards) or for good (settings, drafts), and a
 * place for second copies of the latter. Values come back as `unknown`; whoever owns a key parses it. A damaged store reads as empty and never throws.
 */
import { browser } from 'wxt/browser';
import { inTime } from './in-time';

/** How long another window, or one of these places, is waited for. */
const DEADLINE_MS = 2_000;

type Area = typeof browser.storage.local;

/** Null where it fails or does not answer soon: one call that never answers would hold up all that wait behind it. */
const orNull = <T>(work: () => Promise<T>): Promise<T | null> => inTime(work(), DEADLINE_MS).catch(() => null);

const memoryIn = (area: () => Area) => ({
  async get(key: string): Promise<unknown> {
    try {
      return (await area().get(key))[key];
    } catch {
      return undefined;
    }
  },
  read: (key: string): Promise<{ value: unknown } | null> =>
    orNull(async () => ({ value: (await area().get(key))[key] })),
  /** False where it is full or damaged. */
  set: async (key: string, value: unknown): Promise<boolean> =>
    (await orNull(async () => {
      await area().set({ [key]: value });
      return true;
    })) ?? false,
  /** Rejects where another window does not end its work. */
  alone: (key: string, work: () => Promise<void>): Promise<void> =>
    navigator.locks.request(`memory-${key}`, { signal: AbortSignal.timeout(DEADLINE_MS) }, work),
  watch(key: string, next: () => void): () => void {
    const changed = (changes: object) => {
      if (key in changes) next();
    };
    const { onChanged } = area();
    onChanged.addListener(changed);
    return () => onChanged.removeListener(changed);
  },
});

/** Gone when the browser closes. */
export const createSessionMemory = () => memoryIn(() => browser.storage.session);
export const createLocalMemory = () => memoryIn(() => browser.storage.local);

const fileOf = async (key: string, create: boolean) =>
  (await navigator.storage.getDirectory()).getFileHandle(`${key}.json`, { create });
const readFrom = async (key: string): Promise<unknown> =>
  JSON.parse(await (await (await fileOf(key, false)).getFile()).text());
const writeTo = async (key: string, value: unknown): Promise<boolean> => {
  const output = await (await fileOf(key, true)).createWritable();
  await output.write(JSON.stringify(value));
  await output.close();
  return true;
};

/**
 * One file per key in the origin private file system, which lies in another folder and engine than local storage. A file
 * is replaced as a whole. Missing in private windows of Firefox; then there is no copy. One that does not answer holds
 * up nobody.
 */
export const createCopyMemory = () => ({
  read: (key: string): Promise<{ value: unknown } | null> =>
    orNull(() =>
      readFrom(key).then(
        (value) => ({ value }),
        () => ({ value: undefined }),
      ),
    ),
  set: async (key: string, value: unknown): Promise<boolean> => (await orNull(() => writeTo(key, value))) ?? false,
});
