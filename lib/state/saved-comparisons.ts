/** Comparisons that were given a name: kept, opened again, removed with an undo. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Comparison } from '@/lib/core/compare/stored';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail } from '@/lib/core/model/failure';
import type { ComparisonStore } from '@/lib/store/contract';
import type { CompareStore } from './compare-store';
import type { ComparisonState } from './comparison';
import { message } from './message';
import type { Toasts } from './toasts';

export interface SavedComparisons {
  /** Latest first. */
  list: ReadonlySignal<readonly Comparison[]>;
  /** Why the list could not be read. */
  error: ReadonlySignal<ErrorCode | null>;
  /** Keeps what is compared now. A name that is taken is overwritten. */
  save(name: string): Promise<boolean>;
  open(id: string): void;
  remove(id: string): Promise<void>;
  refresh(): Promise<void>;
  start(): () => void;
}

export interface SavedComparisonsDeps {
  store: ComparisonStore;
  compare: CompareStore;
  comparison: ComparisonState;
  toasts: Toasts;
  clock: () => string;
  newId: () => string;
}

const TRIES = 3;

export function createSavedComparisons(deps: SavedComparisonsDeps): SavedComparisons {
  const { store, compare, comparison, toasts, clock, newId } = deps;
  const list = signal<readonly Comparison[]>([]);
  const error = signal<ErrorCode | null>(null);
  const refresh = async () => {
    const found = await store.list();
    error.value = found.ok ? null : found.error;
    if (found.ok) list.value = found.value;
  };
  const putBack = async (one: Comparison): Promise<void> => {
    const saved = await store.save(one);
    if (!saved.ok) toasts.problem(saved.error);
  };
  /** What is compared now, as the next state of the one that has this name. */
  function named(name: string): Comparison {
    const old = list.value.find((one) => one.name === name);
    const at = clock();
    return {
      ...comparison.decisions.value,
      id: old?.id ?? newId(),
      name,
      clipIds: [...compare.ids.value],
      createdAt: old?.createdAt ?? at,
      updatedAt: at,
      revision: (old?.revision ?? 0) + 1,
    };
  }
  return {
    list,
    error,
    refresh,
    async save(name) {
      const title = name.trim().slice(0, 200);
      if (title === '' || compare.ids.value.length === 0) return false;
      // Under a name that is taken by now, here or in another window, there is not to be a second one.
      for (let tries = 1; ; tries += 1) {
        await refresh();
        const saved = error.value ? fail(error.value) : await store.save(named(title));
        if (saved.ok) {
          toasts.show({ tone: 'done', text: message('compare.savedAs', title) });
          return true;
        }
        // Another window was quicker: this is the next state of what that has saved.
        if (saved.error === 'no-answer' && tries < TRIES) continue;
        toasts.problem(saved.error);
        return false;
      }
    },
    open(id) {
      const one = list.value.find((candidate) => candidate.id === id);
      if (!one) return;
      comparison.restore(one);
      compare.arrange(one.clipIds);
    },
    async remove(id) {
      const answer = await store.remove(id);
      if (!answer.ok) {
        toasts.problem(answer.error);
        return;
      }
      // Not what the list shows: another window may have saved a newer state a moment ago.
      const one = answer.value.removed;
      if (one) {
        toasts.show({
          tone: 'done',
          text: message('compare.savedRemoved', one.name),
          action: { label: message('common.undo'), run: () => void putBack(one) },
        });
      }
    },
    start() {
      void refresh();
      return store.changes.subscribe(() => void refresh());
    },
  };
}
