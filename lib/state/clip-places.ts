/**
 * The way from a clip back to its place: pages are opened and searched from here, PDFs by our reader. What became of
 * the search of a page is remembered, so that it can be said beside the clip when the person comes back to it.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { anchorOfPart, type Sought, type SoughtState, seekClip } from '@/lib/core/anchor/seek-clip';
import type { Clip } from '@/lib/core/model/clip';
import type { DocumentModel } from '@/lib/core/model/document';
import type { Result } from '@/lib/core/model/result';
import type { Span } from '@/lib/core/model/span';
import { message } from './message';
import type { Toasts } from './toasts';

export interface ClipPlaces {
  /** How the places that were looked for in pages were found, by clip id. */
  found: ReadonlySignal<ReadonlyMap<string, SoughtState>>;
  /** Can the clip's document be opened at all? */
  has(clip: Clip): boolean;
  /** @param at a part of the clip's text */
  open(clip: Clip, at?: Span): Promise<void>;
}

export interface ClipPlacesServices {
  /** Opens our reader, which looks for the place itself and says what became of it. */
  openInReader(clip: Clip, at: Span | undefined): Promise<Result<object>>;
  openPassage(url: string, text: string, find: (model: DocumentModel) => Sought): Promise<Result<Sought>>;
  toasts: Toasts;
  /** Opens a clip in the library. */
  show(id: string): void;
}

export function createClipPlaces({ openInReader, openPassage, toasts, show }: ClipPlacesServices): ClipPlaces {
  const found = signal<ReadonlyMap<string, SoughtState>>(new Map());

  async function openPage(clip: Clip, at: Span | undefined): Promise<Result<object>> {
    const answer = await openPassage(clip.source.url, anchorOfPart(clip, at).exact, (model) =>
      seekClip(model, clip, at),
    );
    // A page that may not be read is left to the browser's own search.
    if (!answer.ok) return answer.error === 'not-allowed' ? answer : { ok: true, value: {} };
    const { state } = answer.value;
    found.value = new Map(found.value).set(clip.id, state);
    if (state === 'gone') toasts.problem('text-changed', { label: message('toast.show'), run: () => show(clip.id) });
    return answer;
  }

  /** A saved page that was dropped has no address; a PDF can be picked again. */
  const has = ({ source }: Clip) => source.url !== '' || source.format === 'pdf';
  return {
    found,
    has,
    async open(clip, at) {
      if (!has(clip)) return show(clip.id);
      const opened = clip.source.format === 'pdf' ? await openInReader(clip, at) : await openPage(clip, at);
      if (!opened.ok) toasts.problem(opened.error);
    },
  };
}
