import type { EarlyRead } from '@/lib/platform/early-read';
import { createTabs } from '@/lib/platform/tabs';
import { compose } from './compose';
import { pdfOfTab } from './pdf';
import { show } from './show';

/** The panel in the narrow place beside a page. */
export function openPanel({ early }: { early: Promise<EarlyRead | null> }): void {
  const tabs = createTabs({ pdfSource: pdfOfTab, signal: new AbortController().signal, early });
  show(compose({ wide: false, view: 'page', tabs }));
}
