/** A part of a page as a picture, with the text that the person types for it: choosing the part, typing, keeping. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { RegionOfPage } from '@/lib/core/model/clip';
import type { DocumentModel } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Result } from '@/lib/core/model/failure';
import { type PdfView, type ScreenBox, wholePage } from '@/lib/pdf/viewer';
import { saveTyped } from '@/lib/platform/page-owner';

export type TypingState =
  | { step: 'idle'; kept: { page: number; isPictured: boolean } | null }
  | { step: 'choosing' }
  | { step: 'typing'; region: RegionOfPage; saving: boolean; error: ErrorCode | null };

export interface Typing {
  state: ReadonlySignal<TypingState>;
  choose(): void;
  pick(box: ScreenBox): void;
  pickPage(): void;
  keep(text: string): Promise<void>;
  cancel(): void;
}

/** How long it is said that the text was kept. */
const SAID_MS = 8_000;

export interface TypingOptions {
  view: PdfView;
  page(): number;
  read(): Promise<Result<DocumentModel>>;
}

export function createTyping({ view, page, read }: TypingOptions): Typing {
  const state = signal<TypingState>({ step: 'idle', kept: null });
  /** Drawn while the person types. */
  let picture: Promise<string | null> = Promise.resolve(null);
  const ask = (region: RegionOfPage): void => {
    view.showRegion(region);
    picture = view.capture(region);
    state.value = { step: 'typing', region, saving: false, error: null };
  };
  const end = (kept: { page: number; isPictured: boolean } | null): void => {
    view.showRegion(null);
    const ended: TypingState = { step: 'idle', kept };
    state.value = ended;
    setTimeout(() => {
      if (state.value === ended) state.value = { step: 'idle', kept: null };
    }, SAID_MS);
  };
  return {
    state,
    choose() {
      state.value = { step: 'choosing' };
    },
    pick(box) {
      const region = view.regionUnder(box);
      if (region) ask(region);
    },
    pickPage: () => ask(wholePage(page())),
    async keep(text) {
      const { value: typing } = state;
      if (typing.step !== 'typing' || typing.saving) return;
      const { region } = typing;
      state.value = { ...typing, saving: true, error: null };
      const [model, drawn] = await Promise.all([read(), picture]);
      const kept = model.ok ? await saveTyped({ model: model.value, region, text, picture: drawn }) : model;
      if (kept.ok) end({ page: region.page, isPictured: drawn !== null });
      else state.value = { step: 'typing', region, saving: false, error: kept.error };
    },
    cancel: () => end(null),
  };
}
