/**
 * The few words that the viewer component itself says, in the language of the interface. pdf.js's own translations
 * are markup in strings, which this extension's pages refuse.
 */
import type { L10n } from 'pdfjs-dist/types/web/l10n';

export interface ViewerWords {
  /** Accessible name of a page. */
  page(number: number): string;
}

const PAGE_ID = 'pdfjs-page-landmark';

function translate(element: Element, words: ViewerWords): void {
  if (element.getAttribute('data-l10n-id') !== PAGE_ID) return;
  const args: unknown = JSON.parse(element.getAttribute('data-l10n-args') ?? '{}');
  const page = typeof args === 'object' && args !== null && 'page' in args ? Number(args.page) : 0;
  element.setAttribute('aria-label', words.page(page));
}

export function createWords(words: ViewerWords): L10n {
  const own = {
    getLanguage: () => document.documentElement.lang || 'zh-cn',
    getDirection: () => 'ltr',
    get: async (_ids: unknown, _args: unknown = null, fallback = '') => fallback,
    translate: async (element: Element) => translate(element, words),
    translateOnce: async (element: Element) => translate(element, words),
    destroy: async () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  };
  // The viewer asks for these methods only; pdf.js declares its own class, whose private parts nobody else can have.
  return own as unknown as L10n;
}
