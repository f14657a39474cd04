/** 对比: the clips that were put side by side, in order; lasts over restarts. Gone clips leave by themselves. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { worthBeside } from '@/lib/core/compare';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import { parseSafely, z } from '@/lib/core/model/zod';
import type { ClipStore } from '@/lib/store/contract';
import { createLasting } from './lasting';
import type { SharedMemory } from './memory';

export interface CompareStore {
  ids: ReadonlySignal<readonly string[]>;
  clips: ReadonlySignal<readonly Clip[]>;
  count: ReadonlySignal<number>;
  /** Why the clips could not be read; what was read before stays. */
  error: ReadonlySignal<ErrorCode | null>;
  /** While there is one clip only: what is worth putting beside it. */
  beside: ReadonlySignal<readonly Clip[]>;
  add(ids: readonly string[]): void;
  remove(id: string): void;
  /** Exactly these, in this order. */
  arrange(ids: readonly string[]): void;
  refresh(): Promise<void>;
  clear(): void;
  has(id: string): boolean;
  start(): () => void;
}

const KEY = 'compare';
/** More columns than this cannot be read. */
export const MOST_COMPARED = 60;
/** How many of the latest clips are looked through for what is worth putting beside one, and how many are offered. */
const LOOKED_THROUGH = 200;
const OFFERED = 3;
const storedSchema = z.array(z.uuid()).max(MOST_COMPARED);

export function createCompareStore(store: ClipStore, memory: SharedMemory): CompareStore {
  const compared = createLasting<readonly string[]>(
    memory,
    KEY,
    [],
    (found) => parseSafely(storedSchema, found).data ?? null,
  );
  const ids = compared.value;
  const clips = signal<readonly Clip[]>([]);
  const beside = signal<readonly Clip[]>([]);
  const error = signal<ErrorCode | null>(null);
  let asked = 0;

  const refresh = async () => {
    const own = ++asked;
    const wanted = ids.value;
    const answer = wanted.length > 0 ? await store.get([...wanted]) : null;
    if (own !== asked) return;
    error.value = answer && !answer.ok ? answer.error : null;
    if (answer && !answer.ok) return;
    const byId = new Map(answer?.value.map((clip) => [clip.id, clip]));
    clips.value = wanted.flatMap((id) => {
      const clip = byId.get(id);
      return clip && clip.deletedAt === null ? [clip] : [];
    });
    const [only, second] = clips.value;
    const found = only && !second ? await store.find({}, { offset: 0, limit: LOOKED_THROUGH }) : null;
    if (own === asked) beside.value = only && found?.ok ? worthBeside(only, found.value.clips, OFFERED) : [];
  };
  const put = (next: (old: readonly string[]) => readonly string[]) =>
    compared.change((old) => [...new Set(next(old))].slice(0, MOST_COMPARED));

  return {
    ids,
    clips,
    beside,
    error,
    refresh,
    count: computed(() => clips.value.length),
    add: (more) => put((old) => [...old, ...more]),
    remove: (id) => put((old) => old.filter((other) => other !== id)),
    arrange: (next) => put(() => next),
    clear: () => put(() => []),
    has: (id) => ids.value.includes(id),
    start() {
      const undo = [
        effect(() => {
          ids.value;
          void refresh();
        }),
        store.changes.subscribe(() => void refresh()),
      ];
      return () => {
        for (const stop of undo) stop();
      };
    },
  };
}
