/** Which of these passages are kept: the clips by key, fetched anew after every change of the library. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import type { ClipStore } from '@/lib/store/contract';

export interface KeptClips {
  clips: ReadonlySignal<ReadonlyMap<string, Clip>>;
  start(): () => void;
}

export function createKeptClips(store: ClipStore, keys: ReadonlySignal<readonly string[]>): KeptClips {
  const clips = signal<ReadonlyMap<string, Clip>>(new Map());
  let asked = 0;

  const refresh = async () => {
    const own = ++asked;
    const wanted = keys.value;
    if (wanted.length === 0) {
      clips.value = new Map();
      return;
    }
    const ids = await store.byKey([...wanted]);
    if (!ids.ok || own !== asked) return;
    const found = await store.get([...ids.value.values()].flat());
    if (!found.ok || own !== asked) return;
    clips.value = new Map(found.value.map((clip) => [clip.key, clip]));
  };

  return {
    clips,
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
