/**
 * Where small values outlive a page: for the browser session (scroll, open cards) or for good (settings, drafts), and a
 * place for second copies of the latter. Values come back as `unknown`; whoever owns a key parses it. A damaged store reads as empty and never throws.
 */
import { browser } from 'wxt/browser';

type Area = typeof browser.storage.local;

const memoryIn = (area: () => Area) => ({
  async get(key: string): Promise<unknown> {
    try {
      return (await area().get(key))[key];
    } catch {
      return undefined;
    }
  },
  async set(key: string, value: unknown): Promise<void> {
    try {
      await area().set({ [key]: value });
    } catch {
      // Full or damaged: what is lost here is a scroll position or a draft that is still on the screen.
    }
  },
  alone: (key: string, work: () => Promise<void>): Promise<void> => navigator.locks.request(`memory-${key}`, work),
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

const COPY_DEADLINE_MS = 2_000;
const fileOf = async (key: string, create: boolean) =>
  (await navigator.storage.getDirectory()).getFileHandle(`${key}.json`, { create });

/**
 * One file per key in the origin private file system, which lies in another folder and engine than local storage. A file
 * is replaced as a whole. Missing in private windows of Firefox; then there is no copy.
 */
export const createCopyMemory = () => ({
  async get(key: string): Promise<unknown> {
    const found = (async () => JSON.parse(await (await (await fileOf(key, false)).getFile()).text()))();
    const late = new Promise((resolve) => setTimeout(resolve, COPY_DEADLINE_MS));
    return Promise.race([found, late]).catch(() => undefined);
  },
  async set(key: string, value: unknown): Promise<void> {
    try {
      const output = await (await fileOf(key, true)).createWritable();
      await output.write(JSON.stringify(value));
      await output.close();
    } catch {
      // The first place has it.
    }
  },
});
