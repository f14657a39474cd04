/**
 * The page in a tab as a source of documents, over the `toPage` messages. Holds nothing but the line by which the page
 * knows that somebody looks.
 */

import type { Sought } from '@/lib/core/anchor/seek-clip';
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import type { PageEvent } from '@/lib/core/protocol/from-page';
import { type Mark, toPage } from '@/lib/core/protocol/to-page';
import { createChannel } from './channel';
import { READ_DEADLINE } from './early-read';
import type { PageEvents } from './page-events';
import { injectPageReader } from './page-reader';
import { lineTo } from './panel-port';
import { untilLoaded } from './tab-load';

export interface PageTab {
  tabId: number;
  url: string;
  title: string;
}

const channel = createChannel(toPage);

/** Tabs and documents have one state each: the fragment is a place in a document. */
export const sourceId = ({ tabId, url }: Pick<PageTab, 'tabId' | 'url'>): string => `${tabId}:${url.split('#', 1)[0]}`;

async function readOnce({ tabId, url }: PageTab): Promise<Result<DocumentModel>> {
  const injected = await injectPageReader(tabId, url);
  if (!injected.ok) return injected;
  const answer = await channel.send('readPage', {}, { tabId, deadline: READ_DEADLINE });
  return !answer.ok && answer.error === 'no-answer' ? fail('page-no-answer', answer.detail) : answer;
}

/** Reads the page; a page that does not answer because it has only begun to load is asked again when it has loaded. */
export async function readTab(tab: PageTab): Promise<Result<DocumentModel>> {
  const answer = await readOnce(tab);
  if (answer.ok || answer.error !== 'page-no-answer') return answer;
  await untilLoaded(tab.tabId);
  return readOnce(tab);
}

export const clipSelectionIn = async ({ tabId, url }: PageTab): Promise<Result<object>> => {
  const injected = await injectPageReader(tabId, url);
  return injected.ok ? channel.send('clipSelection', {}, { tabId, deadline: READ_DEADLINE * 2 }) : injected;
};

/** Reads a page and brings what `find` finds in it into view. */
export async function showIn(tab: PageTab, find: (model: DocumentModel) => Sought): Promise<Result<Sought>> {
  const model = await readTab(tab);
  if (!model.ok) return model;
  const found = find(model.value);
  if ('spans' in found) await channel.send('scrollTo', { spans: found.spans }, { tabId: tab.tabId });
  return ok(found);
}

const aborted = (signal: AbortSignal): Promise<Result<never>> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(fail('cancelled')), { once: true });
  });

/** Without what tells no two documents apart, or is not told. */
function addressOf(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.slice(0, 4_000);
}

/** While a tab goes from one page to another, the other one may answer: it is none of what was asked for. */
const isOf = (model: DocumentModel, { url }: PageTab): boolean =>
  model.url === '' || addressOf(model.url) === addressOf(url);

/** `early`: the raw answer of a reading that was asked for already; the first reading takes it. */
export function createPageSource(tab: PageTab, events: PageEvents, early?: Promise<Result<unknown>>) {
  const to = { tabId: tab.tabId };
  const line = lineTo(tab.tabId);
  const heard = events.of(tab.tabId);
  let listeners = 0;
  let asked = early;
  const readAsked = async (): Promise<Result<DocumentModel>> => {
    const answer = asked && channel.accept('readPage', await asked);
    asked = undefined;
    return answer?.ok ? answer : readTab(tab);
  };
  const read = async (): Promise<Result<DocumentModel>> => {
    const model = await readAsked();
    if (model.ok && !isOf(model.value, tab)) return fail('page-no-answer', 'another page');
    if (model.ok && listeners > 0) line.open();
    return model;
  };
  return {
    id: sourceId(tab),
    format: 'html' as const,
    url: tab.url,
    title: tab.title,
    fileName: null,
    marksInPage: true,
    read: (signal: AbortSignal): Promise<Result<DocumentModel>> =>
      signal.aborted ? Promise.resolve(fail('cancelled')) : Promise.race([read(), aborted(signal)]),
    async setMarks(marks: Mark[]): Promise<Result<object>> {
      const painted = await channel.send('setMarks', { marks }, to);
      if (painted.ok && marks.length > 0 && listeners > 0) line.open();
      return painted;
    },
    focusMark: (id: string | null): Promise<Result<object>> => channel.send('focusMark', { id }, to),
    scrollTo: (spans: Span[], _page: number | null): Promise<Result<object>> => channel.send('scrollTo', { spans }, to),
    getSelection: () => channel.send('getSelection', {}, to),
    events: {
      subscribe(next: (event: PageEvent) => void): () => void {
        const unsubscribe = heard.subscribe(next);
        listeners += 1;
        return () => {
          unsubscribe();
          listeners -= 1;
          if (listeners === 0) line.close();
        };
      },
    },
  };
}
export type PageSource = ReturnType<typeof createPageSource>;
