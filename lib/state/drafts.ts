/**
 * What is typed and not saved yet, by its owner (a clip, or an item that is not kept) and field. Kept for good and not
 * for the browser session, because an update of the extension ends the session's memory and comes unasked. Every window
 * writes what was typed in it and leaves what others wrote; the owners that were typed at longest ago are let go.
 */
import { signal } from '@preact/signals';
import { parseSafely, z } from '@/lib/core/model/zod';
import { type SharedMemory, throttled } from './memory';

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
/** The disk may have room again, or another window be done. */
const AGAIN_MS = 5_000;
const NONE: DraftFields = {};

/** More than a note can hold: what the library refuses is not lost with the window. Longer ones live on the screen only. */
const LONGEST = 1_000_000;

const keptSchema = z.array(z.unknown());
const ownerSchema = z.tuple([z.string().max(2_000), z.record(z.string().max(40), z.unknown())]);
const isKept = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST;
const isEmpty = (fields: DraftFields) => Object.keys(fields).length === 0;

/** Draft by draft: one that does not parse costs only itself. */
export function parseDrafts(stored: unknown): Map<string, DraftFields> {
  const drafts = new Map<string, DraftFields>();
  for (const row of parseSafely(keptSchema, stored).data ?? []) {
    const [owner = '', found = {}] = parseSafely(ownerSchema, row).data ?? [];
    const texts = Object.entries(found).filter((entry): entry is [string, string] => isKept(entry[1]));
    if (texts.length > 0) drafts.set(owner, Object.fromEntries(texts));
  }
  return drafts;
}

export function createDrafts(memory: SharedMemory): Drafts {
  const typed = signal<ReadonlyMap<string, DraftFields>>(new Map());
  /** Fields that were typed at here and are not kept yet, by owner. */
  let touched = new Map<string, Set<string>>();
  let working: Promise<void> = Promise.resolve();

  const read = async () => {
    const found = await memory.read(DRAFTS_KEY);
    return found && parseDrafts(found.value);
  };
  const touch = (owner: string, fields: Iterable<string>) => {
    const mine = touched.get(owner) ?? new Set();
    for (const field of fields) mine.add(field);
    touched.set(owner, mine);
  };
  /** What others kept, with what was typed here over it. */
  const merged = (owner: string, kept: DraftFields, fields: Iterable<string>): DraftFields => {
    const own = typed.value.get(owner) ?? NONE;
    const next = new Map(Object.entries(kept));
    for (const field of fields) {
      const text = own[field];
      if (text === undefined) next.delete(field);
      else next.set(field, text);
    }
    return Object.fromEntries(next);
  };
  const show = (kept: ReadonlyMap<string, DraftFields>) => {
    const next = new Map(kept);
    for (const [owner, fields] of touched) next.set(owner, merged(owner, kept.get(owner) ?? NONE, fields));
    typed.value = next;
  };
  const write = async () => {
    const kept = await read();
    if (!kept) return again.trigger();
    show(kept);
    const mine = touched;
    touched = new Map();
    if (mine.size === 0) return;
    for (const [owner, fields] of mine) {
      const next = merged(owner, kept.get(owner) ?? NONE, fields);
      const short = Object.fromEntries(Object.entries(next).filter(([, text]) => isKept(text)));
      // To the end, where the newest are.
      kept.delete(owner);
      if (!isEmpty(short)) kept.set(owner, short);
      const long = Object.keys(next).filter((field) => !(field in short));
      if (long.length > 0) touch(owner, long);
    }
    if (await memory.set(DRAFTS_KEY, [...kept].slice(-MOST_OWNERS))) return;
    for (const [owner, fields] of mine) touch(owner, fields);
    again.trigger();
  };
  /** One after the other, so that nothing is read while it is being written. */
  const work = (what: () => Promise<void>) => {
    working = working.then(what).catch(() => undefined);
  };
  const keep = () => work(() => memory.alone(DRAFTS_KEY, write).catch(() => again.trigger()));
  const remember = throttled(keep, REMEMBER_MS);
  const again = throttled(keep, AGAIN_MS);
  const follow = () =>
    work(async () => {
      const kept = await read();
      if (kept) show(kept);
      else again.trigger();
    });

  return {
    of: (owner) => typed.value.get(owner) ?? NONE,
    put(owner, field, text) {
      const { [field]: _, ...others } = typed.value.get(owner) ?? NONE;
      typed.value = new Map(typed.value).set(owner, text === null ? others : { ...others, [field]: text });
      touch(owner, [field]);
      remember.trigger();
    },
    start() {
      follow();
      const stop = memory.watch(DRAFTS_KEY, follow);
      return () => {
        stop();
        remember.flush();
        again.flush();
      };
    },
  };
}
