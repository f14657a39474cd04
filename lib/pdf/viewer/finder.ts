/** Searching in the open PDF: pdf.js finds and paints, this tells how many there are. */
import type { EventBus } from 'pdfjs-dist/web/pdf_viewer.mjs';

export interface FindResult {
  current: number;
  total: number;
  /** All pages were searched and there is none. */
  missing: boolean;
}

export interface Finder {
  find(query: string, direction: 'first' | 'next' | 'previous'): void;
  close(): void;
  subscribe(next: (result: FindResult) => void): () => void;
}

/** `FindState.NOT_FOUND` of pdf.js. */
const NOT_FOUND = 1;

interface Counted {
  matchesCount: { current: number; total: number };
  state?: number;
}

export function createFinder(eventBus: EventBus): Finder {
  return {
    find: (query, direction) =>
      eventBus.dispatch('find', {
        source: null,
        type: direction === 'first' ? '' : 'again',
        query,
        caseSensitive: false,
        entireWord: false,
        highlightAll: true,
        findPrevious: direction === 'previous',
        matchDiacritics: false,
      }),
    close: () => eventBus.dispatch('findbarclose', { source: null }),
    subscribe(next) {
      const listener = ({ matchesCount: { current, total }, state }: Counted): void =>
        next({ current, total, missing: state === NOT_FOUND });
      eventBus.on('updatefindmatchescount', listener);
      eventBus.on('updatefindcontrolstate', listener);
      return () => {
        eventBus.off('updatefindmatchescount', listener);
        eventBus.off('updatefindcontrolstate', listener);
      };
    },
  };
}
