/** Events of pages, heard once per extension page and handed to whoever looks at that tab. */
import { fromPage, type PageEvent } from '@/lib/core/protocol/from-page';
import { createChannel } from './channel';
import { createRateLimit } from './rate-limit';

/** More than a person can cause with the pointer; less than keeps a panel busy. */
const EVENTS_PER_SECOND = 200;

export interface PageEvents {
  of(tabId: number): { subscribe(next: (event: PageEvent) => void): () => void };
  /** Tells the watchers of a tab something that the page itself cannot, such as that it was loaded again. */
  emit(tabId: number, event: PageEvent): void;
}

export function createPageEvents(signal: AbortSignal): PageEvents {
  const watchers = new Map<number, Set<(event: PageEvent) => void>>();
  const emit = (tabId: number, event: PageEvent) => {
    for (const next of watchers.get(tabId) ?? []) next(event);
  };
  const allow = createRateLimit(EVENTS_PER_SECOND);
  createChannel(fromPage).listen(
    {
      pageEvent: (event, { tabId }) => {
        if (tabId !== null) emit(tabId, event);
        return undefined;
      },
    },
    { accepts: (_, { tabId }) => tabId !== null && allow(tabId), signal },
  );
  return {
    emit,
    of: (tabId) => ({
      subscribe(next) {
        const own = watchers.get(tabId) ?? new Set();
        watchers.set(tabId, own.add(next));
        return () => {
          own.delete(next);
          if (own.size === 0) watchers.delete(tabId);
        };
      },
    }),
  };
}
