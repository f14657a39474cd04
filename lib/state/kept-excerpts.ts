/**
 * The excerpts that are kept of the document in front, where their words stand in it now: as it was when they were
 * kept, in another edition, or as a page instead of a PDF. Looked for anew after every reading and every change of the
 * library; what is gone has no place.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { placeOfClip } from '@/lib/core/anchor/seek-clip';
import type { ClipContext } from '@/lib/core/clip/source';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Span } from '@/lib/core/model/span';
import type { ClipStore } from '@/lib/store/contract';

export interface KeptExcerpt {
  /** Of its clip. */
  id: string;
  spans: readonly Span[];
}

export interface KeptExcerpts {
  places: ReadonlySignal<readonly KeptExcerpt[]>;
  /** Why it is not known at the moment which are kept. */
  error: ReadonlySignal<ErrorCode | null>;
  refresh(): Promise<void>;
  start(): () => void;
}

/** Looking for words that have changed takes a while, and a page full of marks shows nothing. */
const MOST_CLIPS = 500;
const MOST_PLACES = 100;

/** @param document null until the document has been read to its end */
export function createKeptExcerpts(store: ClipStore, document: ReadonlySignal<ClipContext | null>): KeptExcerpts {
  const places = signal<readonly KeptExcerpt[]>([]);
  const error = signal<ErrorCode | null>(null);
  let asked = 0;

  const refresh = async () => {
    const own = ++asked;
    const context = document.value;
    if (!context) {
      places.value = [];
      error.value = null;
      return;
    }
    const { documentKey } = context.source;
    const found = await store.find({ documentKey }, { offset: 0, limit: MOST_CLIPS });
    if (own !== asked) return;
    error.value = found.ok ? null : found.error;
    if (!found.ok) return;
    places.value = found.value.clips
      .filter(({ type }) => type === 'excerpt')
      .slice(0, MOST_PLACES)
      .map((clip) => ({ id: clip.id, spans: placeOfClip(context, clip) }))
      .filter(({ spans }) => spans.length > 0);
  };

  return {
    places,
    error,
    refresh,
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
