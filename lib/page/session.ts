/**
 * One page being worked on: its last reading, the marks on it, and what the person does there. Everything ends with
 * the signal, and the page is then as it was. Must not know how messages travel.
 */

import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import type { PageEvent } from '@/lib/core/protocol/from-page';
import type { Mark, PageSelection } from '@/lib/core/protocol/to-page';
import { createMarks } from './marks';
import { type PageReading, type ReadOptions, readPageSliced } from './read-page';
import { scrollToRange } from './scroll';
import { selectionOf } from './selection';
import { watchPointer } from './watch-pointer';
import { watchSelection } from './watch-selection';
import { newRhythm, watchText } from './watch-text';

export interface PageSession {
  /** Begins to read before anybody asks; the first `read` takes it, unless the page changed since. */
  prime(): void;
  read(): Promise<Result<DocumentModel>>;
  setMarks(marks: readonly Mark[]): Result<Record<string, never>>;
  /** Nobody looks any more: marks go, and selections are not told until the page is read again. */
  release(): void;
  focusMark(id: string | null): Result<Record<string, never>>;
  scrollTo(spans: readonly Span[]): Result<Record<string, never>>;
  /** Reads the page again first when it changed. */
  selection(): Promise<Result<PageSelection | null>>;
  /** The selection together with the reading that its spans count in. */
  excerpt(): Promise<Result<{ model: DocumentModel; selection: PageSelection }>>;
}

export interface SessionOptions extends ReadOptions {
  signal: AbortSignal;
  emit: (event: PageEvent) => void;
}

export function createPageSession(document: Document, options: SessionOptions): PageSession {
  const { signal, emit } = options;
  let reading: PageReading | null = null;
  let stale = true;
  let watching = new AbortController();
  let hadSelection = false;
  let watched = true;
  let underWay: Promise<PageReading | null> | null = null;
  const rhythm = newRhythm();
  const marks = createMarks(() => reading);

  const changed = () => {
    stale = true;
    emit({ type: 'changed' });
  };
  const readAnew = async (): Promise<PageReading | null> => {
    watching.abort();
    watching = new AbortController();
    const both = AbortSignal.any([signal, watching.signal]);
    // Before the reading, so that what changes between its slices is noticed.
    watchText(document, changed, { signal: both, rhythm });
    const next = await readPageSliced(document, signal, options);
    if (!next) return null;
    reading = next;
    stale = false;
    for (const frame of next.frames) watchText(frame, changed, { signal: both, rhythm });
    return next;
  };
  /** Who asks while the page is being read gets that reading: the badge and a panel may ask at once. */
  const read = (): Promise<PageReading | null> => {
    underWay ??= readAnew().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  let primed: Promise<PageReading | null> | null = null;
  const readPrimed = async (): Promise<PageReading | null> => {
    const first = primed;
    primed = null;
    const found = await first;
    return found && !stale ? found : read();
  };
  const fresh = async (): Promise<PageReading | null> => (stale || !reading ? read() : reading);
  const current = async () => {
    const now = await fresh();
    return now ? { now, selection: selectionOf(document, now) } : null;
  };

  watchPointer(
    document,
    () => reading,
    marks,
    {
      hover: (id) => emit({ type: 'hover', id }),
      activate: (id) => emit({ type: 'activate', id }),
    },
    signal,
  );
  watchSelection(
    document,
    () => {
      if (!watched || !reading) return;
      void current().then((found) => {
        const selection = found?.selection ?? null;
        if (!selection && !hadSelection) return;
        hadSelection = selection !== null;
        emit({ type: 'selection', selection });
      });
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    watching.abort();
    marks.clear();
  });

  return {
    prime() {
      primed = read();
    },
    async read() {
      watched = true;
      const next = await readPrimed();
      return next ? ok(next.model) : fail('cancelled');
    },
    release() {
      watched = false;
      hadSelection = false;
      marks.clear();
    },
    setMarks(next) {
      if (next.length > 0) watched = true;
      marks.set(next);
      return ok({});
    },
    focusMark(id) {
      marks.focus(id);
      return ok({});
    },
    scrollTo(spans) {
      const [range] = reading?.rangesOf(spans) ?? [];
      if (!range) return fail('text-changed');
      scrollToRange(range);
      marks.flash(spans);
      return ok({});
    },
    async selection() {
      const found = await current();
      return found ? ok(found.selection) : fail('cancelled');
    },
    async excerpt() {
      const found = await current();
      if (!found) return fail('cancelled');
      return found.selection ? ok({ model: found.now.model, selection: found.selection }) : fail('selection-empty');
    },
  };
}
