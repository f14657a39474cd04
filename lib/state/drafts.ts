/**
 * What is typed and not saved yet, by its owner (a clip, or an item that is not kept) and field. Kept for good and not
 * for the browser session, because an update of the extension ends the session's memory and comes unasked. Every window
 * writes what was typed in it and leaves what others wrote; the owners that were typed at longest ago are let go.
 */
import { signal } from '@preact/signals';
import { parseSafely, z } from '@/lib/core/model/zod';
import { type Memory, throttled } from './memory';

export type DraftFields = Readonly<Record<string, string>>;

export interface Drafts {
  /** Text by field; empty where nothing is typed. Reading it subscribes. */
  of(owner: string): DraftFields;
  /** Null: saved, or given up. */
  put(owner: string, field: string, text: string | null): void;
  start(): () => void;
}

export const DRAFTS_KEY = 'drafts';
const MOST_OWNERS = 200;
/** Short, because what was typed within it is lost when the extension is reloaded under somebody's hands. */
const REMEMBER_MS = 100;
const NONE: DraftFields = {};

const keptSchema = z.array(z.tuple([z.string().max(2_000), z.record(z.string().max(40), z.string().max(100_000))]));
/** Anything that does not parse is forgotten. */
export const parseDrafts = (stored: unknown): Map<string, DraftFields> =>
  new Map(parseSafely(keptSchema, stored).data ?? []);
const isEmpty = (fields: DraftFields) => Object.keys(fields).length === 0;

export function createDrafts(memory: Memory): Drafts {
  const typed = signal<ReadonlyMap<string, DraftFields>>(new Map());
  const touched = new Set<string>();
  let writing: Promise<void> = Promise.resolve();

  const read = async () => parseDrafts(await memory.get(DRAFTS_KEY));
  const write = async () => {
    const owners = [...touched];
    touched.clear();
    const kept = await read();
    for (const owner of owners) {
      // To the end, where the newest are.
      kept.delete(owner);
      const fields = typed.value.get(owner) ?? NONE;
      if (!isEmpty(fields)) kept.set(owner, fields);
    }
    await memory.set(DRAFTS_KEY, [...kept].slice(-MOST_OWNERS));
  };
  const remember = throttled(() => {
    writing = writing.then(write);
  }, REMEMBER_MS);

  return {
    of: (owner) => typed.value.get(owner) ?? NONE,
    put(owner, field, text) {
      const { [field]: _, ...others } = typed.value.get(owner) ?? NONE;
      typed.value = new Map(typed.value).set(owner, text === null ? others : { ...others, [field]: text });
      touched.add(owner);
      remember.trigger();
    },
    start() {
      void read().then((kept) => {
        typed.value = new Map([...kept, ...typed.value]);
      });
      return remember.flush;
    },
  };
}
