/** What of the document in front is kept, and keeping more of it. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { ClipContext } from '@/lib/core/clip/source';
import type { Clip } from '@/lib/core/model/clip';
import type { ClipStore } from '@/lib/store/contract';
import type { Clipper, SaveState } from './clipper';
import { createKeptClips } from './kept-clips';
import type { PageItems } from './page-items';
import { clipOfPassage, keyOfPassage, type Passage } from './passages';

export interface PageClips {
  clipOf(passage: Passage): Clip | null;
  saveState(passage: Passage): SaveState | null;
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

export function createPageClips(page: PageItems, { store, clipper, clock, newId }: PageClipsServices): PageClips {
  const context: ReadonlySignal<ClipContext | null> = page.context;
  const keyOf = (passage: Passage) => (context.value ? (keyOfPassage(context.value, passage) ?? '') : '');
  const keys = computed(() =>
    page.items.value.flatMap((item) => [
      keyOf({ type: 'item', item }),
      ...item.measures.map((measure) => keyOf({ type: 'measure', item, measure })),
    ]),
  );
  const kept = createKeptClips(store, keys);
  const clipOf = (passage: Passage) => kept.clips.value.get(keyOf(passage)) ?? null;

  return {
    clipOf,
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
