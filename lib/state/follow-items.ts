/**
 * Items are named by their place in the document, so the same item has another name when more of a document has been
 * read, or when one before it was split: what the person has open stays open.
 */
import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { PolicyItem } from '@/lib/core/model/item';

/** Tells, whenever the items change, which of them go by another id now. Undo stops telling. */
export function followItems(
  items: ReadonlySignal<readonly PolicyItem[]>,
  onRenamed: (renamed: ReadonlyMap<string, string>) => void,
): () => void {
  let before: readonly PolicyItem[] = [];
  return effect(() => {
    const now = items.value;
    const byTitle = Map.groupBy(now, ({ title }) => title.value);
    const renamed = new Map(
      before.flatMap(({ id, title }): [string, string][] => {
        const [only, ...more] = byTitle.get(title.value) ?? [];
        return only && more.length === 0 && only.id !== id ? [[id, only.id]] : [];
      }),
    );
    before = now;
    if (renamed.size > 0) untracked(() => onRenamed(renamed));
  });
}
