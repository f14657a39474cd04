/** Which of these passages are kept: the clips by key, fetched anew after every change of the library. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { ClipStore } from '@/lib/store/contract';

export interface KeptClips {
  clips: ReadonlySignal<ReadonlyMap<string, Clip>>;
  /** Why it is not known at the moment which are kept. */
  error: ReadonlySignal<ErrorCode | null>;
  refresh(): Promise<void>;
  start(): () => void;
}

export function createKeptClips(store: ClipStore, keys: ReadonlySignal<readonly string[]>): KeptClips {
  const clips = signal<ReadonlyMap<string, Clip>>(new Map());
  const error = signal<ErrorCode | null>(null);
  let asked = 0;

  const refresh = async () => {
    const own = ++asked;
    const wanted = keys.value;
    if (wanted.length === 0) {
      clips.value = new Map();
      error.value = null;
      return;
    }
    const ids = await store.byKey([...wanted]);
    const found = ids.ok ? await store.get([...ids.value.values()].flat()) : ids;
    if (own !== asked) return;
    error.value = found.ok ? null : found.error;
    if (found.ok) clips.value = new Map(found.value.map((clip) => [clip.key, clip]));
  };

  return {
    clips,
    error,
    refresh,
    start() {
      const undo = [
        effect(() => {
          keys.value;
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
