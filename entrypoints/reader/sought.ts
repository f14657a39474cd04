/**
 * The passage that the reader was opened for: a clip's source link names the clip, and whatever file is shown, at its
 * old address or picked from another place, is searched for it until it was found once.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type SoughtState, seekClip } from '@/lib/core/anchor/seek-clip';
import type { Clip, RegionOfPage } from '@/lib/core/model/clip';
import type { DocumentModel } from '@/lib/core/model/document';
import type { Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import { toBackground } from '@/lib/core/protocol/to-background';
import { createChannel } from '@/lib/platform/channel';
import type { Wanted } from './wanted';

export interface SoughtPlace {
  /** Null while nothing was searched yet. */
  state: SoughtState | null;
  fileName: string | null;
  /** Page on which the passage began. */
  page: number | null;
  /** The passage as it was clipped. */
  text: string;
}

export interface SoughtOptions {
  clip: Wanted['clip'];
  read(): Promise<Result<DocumentModel>>;
  show(spans: readonly Span[]): Promise<unknown>;
  showRegion(region: RegionOfPage): void;
}

export interface SoughtPassage {
  place: ReadonlySignal<SoughtPlace | null>;
  /** Looks for the passage in what is shown now. */
  seek(): Promise<void>;
  dismiss(): void;
}

const FOUND: readonly (SoughtState | null)[] = ['same', 'moved', 'edited'];

export function createSought({ clip: wanted, read, show, showRegion }: SoughtOptions): SoughtPassage {
  const place = signal<SoughtPlace | null>(null);
  const asked: Promise<Clip | null> = wanted
    ? createChannel(toBackground)
        .send('keptClip', { id: wanted.id })
        .then((answer) => (answer.ok ? answer.value : null))
    : Promise.resolve(null);
  void asked.then((clip) => {
    if (!clip) return;
    const { text } = clip.item;
    place.value = {
      state: null,
      fileName: clip.source.fileName,
      page: clip.anchor.page,
      text: wanted?.at ? text.slice(wanted.at.start, wanted.at.end) : text,
    };
  });
  return {
    place,
    async seek() {
      const clip = await asked;
      const before = place.value;
      if (!clip || !before || FOUND.includes(before.state)) return;
      const model = await read();
      if (!model.ok) return;
      if (clip.typed) {
        // A picture has no words to look for: its place is sure in the same file only.
        const isSame = clip.source.fingerprint !== null && clip.source.fingerprint === model.value.fingerprint;
        showRegion(clip.typed);
        place.value = { ...before, state: isSame ? 'same' : 'no-text' };
        return;
      }
      const sought = seekClip(model.value, clip, wanted?.at);
      if ('spans' in sought) await show(sought.spans);
      place.value = { ...before, state: sought.state };
    },
    dismiss() {
      place.value = null;
    },
  };
}
