/** PDFs in Firefox, whose viewer no content script enters: their badge, and the reader for who prefers it. */
import { browser } from 'wxt/browser';
import { setBadge } from '@/lib/platform/badge';
import { kindOfTab } from '@/lib/platform/tab-kind';
import { preferReader } from './prefer-reader';

export function markPdfTabs(): void {
  browser.tabs.onUpdated.addListener(async (tabId, { status }, tab) => {
    if (status !== 'complete' || !tab.url || !/^https?:/u.test(tab.url)) return;
    const { kind } = await kindOfTab(tab);
    if (kind !== 'pdf') return;
    if (!(await preferReader(tabId, tab.url))) await setBadge(tabId, { text: 'PDF', tone: 'items' });
  });
}
