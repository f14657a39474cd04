/** The badge of PDFs in Firefox, whose viewer no content script enters. */
import { browser } from 'wxt/browser';
import { setBadge } from '@/lib/platform/badge';
import { kindOfTab } from '@/lib/platform/tab-kind';

export function markPdfTabs(): void {
  browser.tabs.onUpdated.addListener(async (tabId, { status }, tab) => {
    if (status !== 'complete' || !tab.url || !/^https?:/u.test(tab.url)) return;
    const { kind } = await kindOfTab(tab);
    if (kind === 'pdf') await setBadge(tabId, { text: 'PDF', tone: 'items' });
  });
}
