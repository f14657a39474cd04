/**
 * A PDF as something the panel can read, wherever its bytes come from: a tab with the browser's viewer, a dropped or
 * picked file. Fits `DocumentSource` of `lib/state` without knowing it; the browser is handed in.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { PagesRead } from './read-document';
import type { PdfReader } from './reader';

export interface PdfSourceParts {
  /** Stable per tab and document. */
  id: string;
  /** Address shown to the person; empty for files. */
  url: string;
  title: string;
  fileName: string | null;
  reader: PdfReader;
  /** Fetched anew for every reading, so that nothing is held in memory between them. */
  bytes(signal: AbortSignal): Promise<Result<Uint8Array>>;
  /** Opens the viewer at a page, where there is one. */
  showPage(page: number): Promise<Result<object>>;
}

interface Progress {
  /** Pages. */
  done: number;
  total: number;
  partial?: DocumentModel;
}

/** What the browser's own viewer cannot do: show marks, tell of a selection. */
const nothing = async (): Promise<Result<object>> => ok({});

export function createPdfSource({ id, url, title, fileName, reader, bytes, showPage }: PdfSourceParts) {
  let password: string | undefined;
  let whole = false;
  let before: PagesRead | undefined;
  let stopping = new AbortController();
  return {
    id,
    format: 'pdf' as const,
    url,
    title,
    fileName,
    marksInPage: false,
    async read(signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Result<DocumentModel>> {
      stopping = new AbortController();
      const stop = stopping.signal;
      const either = AbortSignal.any([signal, stop]);
      // The worker starts while the bytes are on their way.
      reader.warm();
      const loaded = await bytes(either);
      if (either.aborted) return fail('cancelled');
      if (!loaded.ok) return loaded;
      const reading = await reader.read(loaded.value, {
        url,
        fileName,
        whole,
        signal,
        stop,
        before,
        onProgress: ({ done, total, partial }) =>
          onProgress({ done, total, ...(partial && { partial: partial.model }) }),
        ...(password === undefined ? {} : { password }),
      });
      if (!reading.ok) return reading;
      before = reading.value.unfinished;
      return ok(reading.value.model);
    },
    stop: () => stopping.abort(),
    setMarks: nothing,
    focusMark: nothing,
    scrollTo: (_: unknown, page: number | null): Promise<Result<object>> =>
      page === null ? nothing() : showPage(page),
    getSelection: async (): Promise<Result<null>> => ok(null),
    events: { subscribe: () => () => undefined },
    pdf: {
      /** The password for the readings that follow. */
      unlock(value: string): void {
        password = value;
      },
      password: () => password,
      /** The readings that follow go beyond the first pages of a very long file. */
      readWhole(): void {
        whole = true;
      },
    },
  };
}
