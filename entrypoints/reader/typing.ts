/**
 * A part of a page as a picture, with the text that the person types for it: choosing the part, typing, keeping. The text of
 * a whole page may also be read like the text of any other.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { isWholePage, type RegionOfPage, wholePage } from '@/lib/core/model/clip';
import type { DocumentModel } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Result } from '@/lib/core/model/failure';
import type { PdfView, ScreenBox } from '@/lib/pdf/viewer';
import { saveTyped } from '@/lib/platform/page-owner';

export type TypingState =
  | { step: 'idle'; done: TypingDone | null }
  | { step: 'choosing' }
  | {
      step: 'typing';
      region: RegionOfPage;
      /** What was typed for the page before. */
      text: string;
      saving: boolean;
      error: ErrorCode | null;
    };

/** What became of the text: kept with its picture, kept alone, or read. */
export interface TypingDone {
  page: number;
  as: 'pictured' | 'alone' | 'read';
}

export interface Typing {
  state: ReadonlySignal<TypingState>;
  choose(): void;
  pick(box: ScreenBox): void;
  pickPage(): void;
  keep(text: string): Promise<void>;
  /** Has the text read as that of the page. */
  readPage(text: string): void;
  cancel(): void;
}

/** How long it is said what became of the text. */
const SAID_MS = 8_000;

export interface TypingOptions {
  view: PdfView;
  page(): number;
  read(): Promise<Result<DocumentModel>>;
  /** The text of a page, as it was typed before. */
  typedOn(page: number): string;
  onPageTyped(page: number, text: string): void;
}

export function createTyping({ view, page, read, typedOn, onPageTyped }: TypingOptions): Typing {
  const state = signal<TypingState>({ step: 'idle', done: null });
  /** Drawn while the person types. */
  let picture: Promise<string | null> = Promise.resolve(null);
  const ask = (region: RegionOfPage): void => {
    view.showRegion(region);
    picture = view.capture(region);
    const text = isWholePage(region) ? typedOn(region.page) : '';
    state.value = { step: 'typing', region, text, saving: false, error: null };
  };
  const end = (done: TypingDone | null): void => {
    view.showRegion(null);
    const ended: TypingState = { step: 'idle', done };
    state.value = ended;
    setTimeout(() => {
      if (state.value === ended) state.value = { step: 'idle', done: null };
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
      if (kept.ok) end({ page: region.page, as: drawn === null ? 'alone' : 'pictured' });
      else state.value = { ...typing, saving: false, error: kept.error };
    },
    readPage(text) {
      const { value: typing } = state;
      if (typing.step !== 'typing' || typing.saving) return;
      const { page: typed } = typing.region;
      end({ page: typed, as: 'read' });
      onPageTyped(typed, text);
    },
    cancel: () => end(null),
  };
}
