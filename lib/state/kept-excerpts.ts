/**
 * The excerpts that are kept of the document in front, where their words stand in it now: as it was when they were
 * kept, in another edition, or as a page instead of a PDF. Looked for anew after every reading and every change of the
 * library; what is gone has no place.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { placeOfClip } from '@/lib/core/anchor/seek-clip';
import type { ClipContext } from '@/lib/core/clip/source';
import type { Span } from '@/lib/core/model/span';
import type { ClipStore } from '@/lib/store/contract';

export interface KeptExcerpt {
  /** Of its clip. */
  id: string;
  spans: readonly Span[];
}

export interface KeptExcerpts {
  places: ReadonlySignal<readonly KeptExcerpt[]>;
  start(): () => void;
}

/** Looking for words that have changed takes a while, and a page full of marks shows nothing. */
const MOST_CLIPS = 500;
const MOST_PLACES = 100;

/** @param document null until the document has been read to its end */
export function createKeptExcerpts(store: ClipStore, document: ReadonlySignal<ClipContext | null>): KeptExcerpts {
  const places = signal<readonly KeptExcerpt[]>([]);
  let asked = 0;

  const refresh = async () => {
    const own = ++asked;
    const context = document.value;
    if (!context) {
      places.value = [];
      return;
    }
    const { documentKey } = context.source;
    const found = await store.find({ documentKey }, { offset: 0, limit: MOST_CLIPS });
    if (!found.ok || own !== asked) return;
    places.value = found.value.clips
      .filter(({ type }) => type === 'excerpt')
      .slice(0, MOST_PLACES)
      .map((clip) => ({ id: clip.id, spans: placeOfClip(context, clip) }))
      .filter(({ spans }) => spans.length > 0);
  };

  return {
    places,
    start() {
      const undo = [
        effect(() => {
          document.value;
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
