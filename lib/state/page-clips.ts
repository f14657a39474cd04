/** What of the document in front is kept, and keeping more of it. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { foldText } from '@/lib/core/clip/keys';
import type { ClipContext } from '@/lib/core/clip/source';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { PolicyItem } from '@/lib/core/model/item';
import type { PageSelection } from '@/lib/core/protocol/to-page';
import type { ClipStore } from '@/lib/store/contract';
import type { Clipper, SaveState } from './clipper';
import { createKeptClips } from './kept-clips';
import type { PageItems } from './page-items';
import { clipOfPassage, keyOfPassage, type Passage } from './passages';

export interface PageClips {
  clipOf(passage: Passage): Clip | null;
  saveState(passage: Passage): SaveState | null;
  /** Is the item kept with another text than it has now? */
  changedSince(item: PolicyItem): boolean;
  /** Why it is not known at the moment what is kept. */
  keptError: ReadonlySignal<ErrorCode | null>;
  readKept(): void;
  /** Keeps what is not kept yet; false when that failed. */
  clip(passages: readonly Passage[]): Promise<boolean>;
  start(): () => void;
}

export interface PageClipsServices {
  store: ClipStore;
  clipper: Clipper;
  clock: () => string;
  newId: () => string;
}

export function createPageClips(
  page: PageItems,
  selection: ReadonlySignal<PageSelection | null>,
  { store, clipper, clock, newId }: PageClipsServices,
): PageClips {
  const context: ReadonlySignal<ClipContext | null> = page.context;
  const keyOf = (passage: Passage) => (context.value ? keyOfPassage(context.value, passage) : '');
  const keys = computed(() => [
    ...page.items.value.flatMap((item) => [
      keyOf({ type: 'item', item }),
      ...item.measures.map((measure) => keyOf({ type: 'measure', item, measure })),
    ]),
    ...(selection.value ? [keyOf({ type: 'excerpt', selection: selection.value })] : []),
  ]);
  const kept = createKeptClips(store, keys);
  const clipOf = (passage: Passage) => kept.clips.value.get(keyOf(passage)) ?? null;

  const changed = computed(
    () =>
      new Set(
        page.items.value.filter((item) => {
          const clip = clipOf({ type: 'item', item });
          return clip !== null && foldText(clip.item.text) !== foldText(item.text);
        }),
      ),
  );

  return {
    changedSince: (item) => changed.value.has(item),
    clipOf,
    keptError: kept.error,
    readKept: () => void kept.refresh(),
    saveState: (passage) => clipper.pending.value.get(keyOf(passage)) ?? null,
    clip(passages) {
      const at = context.value;
      if (!at) return Promise.resolve(false);
      const made = passages
        .filter((passage) => !clipOf(passage))
        .map((passage): Clip => {
          const clip = clipOfPassage(at, passage, { id: newId(), at: clock() });
          return passage.type === 'excerpt' ? clip : { ...clip, corrections: page.correctionsOf(passage.item) };
        });
      return clipper.save(made);
    },
    start: kept.start,
  };
}
