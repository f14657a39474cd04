/**
 * One PDF being shown: what state the reader is in, and its reading for the panel. The reading is made when somebody
 * first asks for it, in a worker of its own, beside the viewer's.
 */
import { batch, signal } from '@preact/signals';
import { withTypedPages } from '@/lib/core/clip/typed-pages';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { PagesRead, PdfReader, PdfReading } from '@/lib/pdf';
import type { PdfView } from '@/lib/pdf/viewer';

export type Phase =
  | { state: 'empty' }
  | { state: 'loading' }
  | { state: 'locked'; wrong: boolean }
  | { state: 'failed'; error: ErrorCode }
  | { state: 'open'; pages: number };

export interface Progress {
  done: number;
  total: number;
  /** More can be had with `part`. */
  part: boolean;
}

export interface SessionOptions {
  view: PdfView;
  reader: PdfReader;
  onProgress(progress: Progress): void;
}

export interface ShownFile {
  bytes: Uint8Array;
  /** Address for the record; empty for files. */
  url: string;
  name: string;
  page: number;
}

export function createSession({ view, reader, onProgress }: SessionOptions) {
  const phase = signal<Phase>({ state: 'empty' });
  const title = signal('');
  let file: ShownFile | null = null;
  let password: string | undefined;
  let reading: Promise<Result<PdfReading>> | null = null;
  let part: PdfReading | null = null;
  let unfinished: PagesRead | undefined;
  let stopping = new AbortController();
  let current = new AbortController();
  const looked = signal(1);
  /** What the person typed for pages that are pictures. */
  let typed: ReadonlyMap<number, string> = new Map();
  /** Made once for every reading, which is known by its identity. */
  let merged: { of: PdfReading; typed: ReadonlyMap<number, string>; reading: PdfReading } | null = null;

  /** The reading with what was typed. */
  function complete(of: PdfReading): PdfReading {
    if (typed.size === 0) return of;
    if (merged?.of !== of || merged.typed !== typed) {
      const { model, from } = withTypedPages(of.model, typed);
      const places = from.map((at) => (at === null ? [] : (of.places[at] ?? [])));
      merged = { of, typed, reading: { model, places } };
    }
    return merged.reading;
  }

  const reset = (): AbortSignal => {
    current.abort();
    current = new AbortController();
    reading = null;
    part = null;
    unfinished = undefined;
    return current.signal;
  };

  async function open(shown: ShownFile, key?: string): Promise<void> {
    const own = reset();
    typed = new Map();
    merged = null;
    file = shown;
    password = key;
    phase.value = { state: 'loading' };
    // pdf.js takes the bytes for itself; the reading needs them too.
    const opened = await view.open(shown.bytes.slice(), key);
    if (own.aborted) return;
    if (!opened.ok) {
      const locked = opened.error === 'pdf-encrypted';
      phase.value = locked ? { state: 'locked', wrong: key !== undefined } : { state: 'failed', error: opened.error };
      return;
    }
    batch(() => {
      title.value = opened.value.title || shown.name;
      phase.value = { state: 'open', pages: opened.value.pages };
    });
    if (shown.page > 1) view.goTo(shown.page);
  }

  /** Once it is known what becomes of the file that is being opened. */
  const opened = (): Promise<Phase> => {
    const { promise, resolve } = Promise.withResolvers<Phase>();
    const undo = phase.subscribe((now) => {
      if (now.state !== 'loading') resolve(now);
    });
    return promise.finally(undo);
  };

  async function read(): Promise<Result<PdfReading>> {
    const now = await opened();
    if (now.state === 'locked') return fail('pdf-encrypted');
    if (now.state === 'failed') return fail(now.error);
    if (!file || now.state === 'empty') return fail('page-not-readable');
    reading ??= start(file, current.signal);
    const answer = await reading;
    return answer.ok ? ok(complete(answer.value)) : answer;
  }

  async function start({ bytes, url, name }: ShownFile, own: AbortSignal): Promise<Result<PdfReading>> {
    stopping = new AbortController();
    const answer = await reader.read(bytes, {
      url,
      fileName: name || null,
      whole: true,
      places: true,
      signal: own,
      stop: stopping.signal,
      before: unfinished,
      looked,
      ...(password === undefined ? {} : { password }),
      onProgress({ done, total, partial }) {
        if (partial) part = partial;
        onProgress({ done, total, part: partial !== undefined });
      },
    });
    if (answer.ok && !own.aborted) {
      unfinished = answer.value.unfinished;
      // Who asks for a part now is late, and must not get less than has been handed out.
      part = answer.value;
    }
    return answer;
  }

  return {
    phase,
    title,
    open,
    unlock: (key: string): Promise<void> => (file ? open(file, key) : Promise.resolve()),
    loading(): AbortSignal {
      const own = reset();
      phase.value = { state: 'loading' };
      return own;
    },
    failed(error: ErrorCode): void {
      phase.value = { state: 'failed', error };
    },
    /** The page that is looked at is read first. */
    look(page: number): void {
      looked.value = page;
    },
    read,
    /** As `read`; a reading that was stopped goes on. */
    readOn(): Promise<Result<PdfReading>> {
      if (stopping.signal.aborted) reading = null;
      return read();
    },
    /** Ends the reading with what has been read. */
    stop: (): void => stopping.abort(),
    part: (): Result<PdfReading> => (part ? ok(complete(part)) : fail('page-no-answer')),
    typedOn: (page: number): string => typed.get(page) ?? '',
    /** From now on readings have this text on that page. */
    type(page: number, text: string): void {
      typed = new Map(typed).set(page, text);
    },
  };
}
export type ReaderSession = ReturnType<typeof createSession>;
