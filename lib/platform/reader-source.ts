/**
 * The PDF that our own reader shows in a tab, as a source: like a page, it paints marks and tells of the person's
 * doings; unlike one, it is read page by page and says how far it is.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import { toPage } from '@/lib/core/protocol/to-page';
import { createChannel } from './channel';
import { ownAddress } from './environment';
import type { PageEvents } from './page-events';
import { createPageSource, type PageTab } from './page-source';
import { untilLoaded } from './tab-load';

/** Hundreds of pages, on a slow machine. */
const READ_DEADLINE = 120_000;
const LISTEN_DEADLINE = 10_000;

export interface Progress {
  done: number;
  total: number;
  partial?: DocumentModel;
}

const channel = createChannel(toPage);

export interface ReaderPlace {
  page?: number;
  /** Name under which a file or a password is handed over. */
  file?: string;
  /** Id of the clip whose passage is to be found, and the part of its text that is meant. */
  clip?: string;
  at?: Span | undefined;
}

/** Where the reader opens a PDF. `src` is an http, https or file address; empty where a file is handed over or asked for. */
export function readerAddress(src: string, { page, file, clip, at }: ReaderPlace = {}): string {
  const url = new URL(ownAddress('/reader.html'));
  url.searchParams.set('src', src);
  if (file) url.searchParams.set('file', file);
  if (clip) url.searchParams.set('clip', clip);
  if (at) url.searchParams.set('at', `${at.start}-${at.end}`);
  if (page !== undefined) url.hash = `page=${page}`;
  return url.href;
}

/** Our page says it has loaded before it listens: it is asked again for a while. */
async function askToRead(to: { tabId: number }): Promise<Result<DocumentModel>> {
  const end = performance.now() + LISTEN_DEADLINE;
  for (;;) {
    const answer = await channel.send('readPage', {}, { ...to, deadline: READ_DEADLINE });
    if (answer.ok || answer.error !== 'no-answer' || performance.now() > end) return answer;
    await untilLoaded(to.tabId);
  }
}

/** @param tab `url` is the address of the PDF, empty for a file that was picked in the reader */
export function createReaderSource(tab: PageTab, events: PageEvents) {
  const to = { tabId: tab.tabId };
  return {
    ...createPageSource({ ...tab, url: ownAddress('/reader.html') }, events),
    format: 'pdf' as const,
    url: tab.url,
    async read(signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Result<DocumentModel>> {
      const stop = events.of(tab.tabId).subscribe(async (event) => {
        if (event.type !== 'progress') return;
        const { done, total } = event;
        onProgress({ done, total });
        if (!event.part) return;
        const part = await channel.send('readPart', {}, to);
        if (part.ok && !signal.aborted) onProgress({ done, total, partial: part.value });
      });
      const { promise, resolve } = Promise.withResolvers<Result<DocumentModel>>();
      signal.addEventListener('abort', () => resolve(fail('cancelled')), { once: true });
      try {
        return await Promise.race([promise, askToRead(to)]);
      } finally {
        stop();
      }
    },
    stop: (): void => void channel.send('stopReading', {}, to),
  };
}
export type ReaderSource = ReturnType<typeof createReaderSource>;
