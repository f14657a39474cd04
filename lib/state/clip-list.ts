/**
 * A window onto a long list of clips: the total is known, chunks are fetched as they come into view and kept until the
 * question changes. After a change of the library what is visible is fetched anew and replaced without a blank.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { ClipQuery, ClipStore } from '@/lib/store/contract';

export interface ClipList {
  total: ReadonlySignal<number>;
  error: ReadonlySignal<ErrorCode | null>;
  /** False until the first answer to the current question. */
  ready: ReadonlySignal<boolean>;
  /** The clip at a place in the list, or undefined while it is being fetched. Reading it subscribes to the list. */
  at(index: number): Clip | undefined;
  /** Fetches what is missing of `[from, to)`. */
  need(from: number, to: number): void;
  ask(query: ClipQuery): void;
  refresh(): void;
}

export const CHUNK = 60;

export function createClipList(store: ClipStore): ClipList {
  const total = signal(0);
  const error = signal<ErrorCode | null>(null);
  const ready = signal(false);
  const chunks = signal<ReadonlyMap<number, readonly Clip[]>>(new Map());
  const asked = new Set<number>();
  let query: ClipQuery = {};
  let generation = 0;
  let visible: [number, number] = [0, CHUNK];

  async function fetchChunk(index: number, own: number): Promise<void> {
    asked.add(index);
    const answer = await store.find(query, { offset: index * CHUNK, limit: CHUNK });
    if (own !== generation) return;
    batch(() => {
      ready.value = true;
      error.value = answer.ok ? null : answer.error;
      if (!answer.ok) {
        asked.delete(index);
        // Nothing is known of this question, not even how many there are.
        if (chunks.value.size === 0) total.value = 0;
        return;
      }
      total.value = answer.value.total;
      chunks.value = new Map(chunks.value).set(index, answer.value.clips);
    });
  }

  const need = (from: number, to: number) => {
    visible = [from, to];
    for (let index = Math.floor(from / CHUNK); index * CHUNK < to; index++) {
      if (!asked.has(index)) void fetchChunk(index, generation);
    }
  };

  const refresh = () => {
    const own = ++generation;
    const [from, to] = visible;
    asked.clear();
    const wanted: number[] = [];
    for (let index = Math.floor(from / CHUNK); index * CHUNK < Math.max(to, from + 1); index++) wanted.push(index);
    void Promise.all(wanted.map((index) => fetchChunk(index, own))).then(() => {
      if (own !== generation) return;
      // Chunks out of view may be stale now: they are fetched again when they come into view.
      chunks.value = new Map([...chunks.value].filter(([index]) => asked.has(index)));
    });
  };

  return {
    total,
    error,
    ready,
    at: (index) => chunks.value.get(Math.floor(index / CHUNK))?.[index % CHUNK],
    need,
    ask(next) {
      query = next;
      visible = [0, CHUNK];
      batch(() => {
        ready.value = false;
        chunks.value = new Map();
      });
      refresh();
    },
    refresh,
  };
}
