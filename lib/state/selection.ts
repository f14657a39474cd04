/** Which clips are ticked: single, range from the last one, all. Ticks stay while the question changes. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

export interface Selection {
  ids: ReadonlySignal<ReadonlySet<string>>;
  count: ReadonlySignal<number>;
  toggle(id: string): void;
  add(ids: readonly string[]): void;
  clear(): void;
  /** Forgets clips that are gone. */
  drop(ids: readonly string[]): void;
}

export function createSelection(): Selection {
  const ids = signal<ReadonlySet<string>>(new Set());
  return {
    ids,
    count: computed(() => ids.value.size),
    toggle(id) {
      const next = new Set(ids.value);
      if (!next.delete(id)) next.add(id);
      ids.value = next;
    },
    add(more) {
      ids.value = new Set([...ids.value, ...more]);
    },
    clear() {
      ids.value = new Set();
    },
    drop(gone) {
      const next = new Set(ids.value);
      for (const id of gone) next.delete(id);
      ids.value = next;
    },
  };
}
