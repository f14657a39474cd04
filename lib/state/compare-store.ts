/** 对比: the clips that were put side by side, in order; lasts over restarts. Gone clips leave by themselves. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { worthBeside } from '@/lib/core/compare';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import { parseSafely, z } from '@/lib/core/model/zod';
import type { ClipStore } from '@/lib/store/contract';
import type { Memory } from './memory';

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

export function createCompareStore(store: ClipStore, memory: Memory): CompareStore {
  const ids = signal<readonly string[]>([]);
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
  const put = (next: readonly string[]) => {
    ids.value = [...new Set(next)].slice(0, MOST_COMPARED);
    void memory.set(KEY, ids.value);
  };

  return {
    ids,
    clips,
    beside,
    error,
    refresh,
    count: computed(() => clips.value.length),
    add: (more) => put([...ids.value, ...more]),
    remove: (id) => put(ids.value.filter((other) => other !== id)),
    arrange: put,
    clear: () => put([]),
    has: (id) => ids.value.includes(id),
    start() {
      void memory.get(KEY).then((stored) => {
        const early = ids.value;
        const all = [...(parseSafely(storedSchema, stored).data ?? []), ...early];
        if (early.length > 0) put(all);
        else ids.value = [...new Set(all)];
      });
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
