/** The page in a tab as a source of documents, over the `toPage` messages. Holds nothing: the page does. */

import type { DocumentModel } from '@/lib/core/model/document';
import { fail, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import { type Mark, toPage } from '@/lib/core/protocol/to-page';
import { createChannel } from './channel';
import type { PageEvents } from './page-events';
import { injectPageReader } from './page-reader';

/** Huge pages are read in slices; that takes longer than an ordinary answer. */
export const READ_DEADLINE = 20_000;

export interface PageTab {
  tabId: number;
  url: string;
  title: string;
}

const channel = createChannel(toPage);

/** Tabs and documents have one state each: the fragment is a place in a document. */
export const sourceId = ({ tabId, url }: Pick<PageTab, 'tabId' | 'url'>): string => `${tabId}:${url.split('#', 1)[0]}`;

export async function readTab({ tabId, url }: PageTab): Promise<Result<DocumentModel>> {
  const injected = await injectPageReader(tabId, url);
  if (!injected.ok) return injected;
  const answer = await channel.send('readPage', {}, { tabId, deadline: READ_DEADLINE });
  return !answer.ok && answer.error === 'no-answer' ? fail('page-no-answer', answer.detail) : answer;
}

export const clipSelectionIn = async ({ tabId, url }: PageTab): Promise<Result<object>> => {
  const injected = await injectPageReader(tabId, url);
  return injected.ok ? channel.send('clipSelection', {}, { tabId, deadline: READ_DEADLINE * 2 }) : injected;
};

const aborted = (signal: AbortSignal): Promise<Result<never>> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(fail('cancelled')), { once: true });
  });

export function createPageSource(tab: PageTab, events: PageEvents) {
  const to = { tabId: tab.tabId };
  return {
    id: sourceId(tab),
    format: 'html' as const,
    url: tab.url,
    title: tab.title,
    fileName: null,
    marksInPage: true,
    read: (signal: AbortSignal): Promise<Result<DocumentModel>> =>
      signal.aborted ? Promise.resolve(fail('cancelled')) : Promise.race([readTab(tab), aborted(signal)]),
    setMarks: (marks: Mark[]): Promise<Result<object>> => channel.send('setMarks', { marks }, to),
    focusMark: (id: string | null): Promise<Result<object>> => channel.send('focusMark', { id }, to),
    scrollTo: (spans: Span[], _page: number | null): Promise<Result<object>> => channel.send('scrollTo', { spans }, to),
    getSelection: () => channel.send('getSelection', {}, to),
    events: events.of(tab.tabId),
  };
}
export type PageSource = ReturnType<typeof createPageSource>;
