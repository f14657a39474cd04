/**
 * The active tab of the window that a panel stands in, again after every navigation, grant or click on the toolbar
 * button. The composition says how a PDF is read, because this room must not know pdf.js.
 */
import { browser } from 'wxt/browser';
import { CLICKED_KEY } from './clicks';
import type { EarlyRead } from './early-read';
import { grant, granted, lasting, revoke } from './grants';
import { createPageEvents, type PageEvents } from './page-events';
import { createPageSource, type PageSource, type PageTab, sourceId } from './page-source';
import { createReaderSource, type ReaderSource } from './reader-source';
import { kindOfTab, type TabKind } from './tab-kind';

type ActiveView<Source> =
  | { state: 'none' }
  | { state: 'unreadable'; url: string }
  | { state: 'not-granted'; tabId: number; origin: string | null }
  | { state: 'source'; tabId: number; source: Source };

export interface TabsOptions<Pdf> {
  /** Makes the source of a PDF that a tab shows. */
  pdfSource: (tab: PageTab, events: PageEvents) => Pdf;
  signal: AbortSignal;
  /** What was asked of the active tab before the panel was there; the first look takes it. */
  early?: Promise<EarlyRead | null>;
}

/** The active tab and what stands in it. */
interface Look {
  tab: { id: number };
  found: TabKind;
  answer?: EarlyRead['answer'];
}

const originOf = (url: string): string | null => {
  const origin = URL.parse(url)?.origin;
  return origin && /^https?:/u.test(origin) ? origin : null;
};

export function createTabs<Pdf>({ pdfSource, signal, early }: TabsOptions<Pdf>) {
  type View = ActiveView<PageSource | ReaderSource | Pdf>;
  const events = createPageEvents(signal);
  const watchers = new Set<(view: View) => void>();
  let view: View = { state: 'none' };
  let shown = '';
  let asked = 0;
  const loading = new Set<number>();

  const viewOf = (tabId: number, found: TabKind, answer?: EarlyRead['answer']): View => {
    if (found.kind === 'unreadable') return { state: 'unreadable', url: found.url };
    if (found.kind === 'not-granted') return { state: 'not-granted', tabId, origin: originOf(found.url) };
    const tab = { tabId, url: found.url, title: found.title };
    if (found.kind === 'reader') return { state: 'source', tabId, source: createReaderSource(tab, events) };
    return {
      state: 'source',
      tabId,
      source: found.kind === 'pdf' ? pdfSource(tab, events) : createPageSource(tab, events, answer),
    };
  };

  const show = (next: View, key: string) => {
    if (key === shown) return;
    shown = key;
    view = next;
    for (const watcher of watchers) watcher(view);
  };

  let first = early;
  const look = async (): Promise<Look | null> => {
    const before = first;
    first = undefined;
    if (before) return before;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? null : { tab: { id: tab.id }, found: await kindOfTab(tab) };
  };
  const refresh = async () => {
    asked += 1;
    const turn = asked;
    const seen = await look();
    if (!seen) return show({ state: 'none' }, 'none');
    const { tab, found, answer } = seen;
    // Another tab may have come to the front meanwhile.
    if (turn === asked && !signal.aborted)
      show(viewOf(tab.id, found, answer), `${found.kind} ${sourceId({ tabId: tab.id, url: found.url })}`);
  };

  const listen = <L>(event: { addListener(l: L): void; removeListener(l: L): void }, listener: L) => {
    event.addListener(listener);
    signal.addEventListener('abort', () => event.removeListener(listener), { once: true });
  };
  /** The same address loaded again: whoever looks at it reads it again. */
  const loaded = async (tabId: number) => {
    const before = shown;
    const again = loading.delete(tabId);
    await refresh();
    if (again && shown === before) events.emit(tabId, { type: 'changed' });
  };
  const start = () => {
    listen(browser.tabs.onActivated, () => void refresh());
    listen(browser.tabs.onUpdated, (tabId: number, change: { status?: string; url?: string; title?: string }) => {
      if (change.status === 'loading') loading.add(tabId);
      if (change.status === 'complete') void loaded(tabId);
      else if (change.url !== undefined) void refresh();
    });
    listen(browser.permissions.onAdded, () => void refresh());
    listen(browser.permissions.onRemoved, () => void refresh());
    listen(browser.storage.session.onChanged, (changes: object) => {
      if (CLICKED_KEY in changes) void refresh();
    });
    // The early look was taken before anybody listened: another tab may have come to the front since.
    void refresh().then(() => (early ? refresh() : undefined));
  };
  let started = false;

  return {
    active: {
      subscribe(next: (view: View) => void): () => void {
        watchers.add(next);
        next(view);
        if (!started) start();
        started = true;
        return () => watchers.delete(next);
      },
    },
    grant,
    granted,
    lasting,
    revoke,
  };
}
