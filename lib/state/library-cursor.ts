/** Walking the list of clips by keys: one active place, opened, ticked or edited from there. */
import { type Signal, signal } from '@preact/signals';
import type { ClipList } from './clip-list';

export interface LibraryCursor {
  /** Place in the list; −1 before the first step. */
  active: Signal<number>;
  move(step: number): void;
  idAtActive(): string | null;
}

export function createLibraryCursor(list: ClipList): LibraryCursor {
  const active = signal(-1);
  return {
    active,
    move(step) {
      const last = list.total.value - 1;
      if (last >= 0) active.value = Math.min(Math.max(active.value + step, 0), last);
    },
    idAtActive: () => list.at(active.value)?.id ?? null,
  };
}
