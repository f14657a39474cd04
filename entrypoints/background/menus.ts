/** The context menu: clip what is selected, open the panel, open a linked PDF in the reader. */
import { browser } from 'wxt/browser';
import { ownAddress } from '@/lib/platform/environment';
import { t } from '@/lib/platform/i18n';
import { openPanel } from '@/lib/platform/panel';
import { clipSelectionOf } from './clip-selection';

const PDF_LINKS = ['http://*/*.pdf*', 'https://*/*.pdf*', 'http://*/*.PDF*', 'https://*/*.PDF*', 'file:///*.pdf*'];

/** Created anew: browsers keep menus over restarts in different ways. */
async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'clip-selection',
    contexts: ['selection'],
    title: t('contextMenu.clipSelection'),
  });
  browser.contextMenus.create({
    id: 'open-pdf',
    contexts: ['link'],
    targetUrlPatterns: PDF_LINKS,
    title: t('contextMenu.openPdf'),
  });
  browser.contextMenus.create({ id: 'open-panel', contexts: ['page'], title: t('contextMenu.openPanel') });
}

export function registerMenus(): void {
  browser.runtime.onInstalled.addListener(() => void createMenus());
  browser.runtime.onStartup.addListener(() => void createMenus());
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, selectionText }, tab) => {
    if (menuItemId === 'open-pdf' && linkUrl) {
      void browser.tabs.create({ url: ownAddress(`/reader.html?src=${encodeURIComponent(linkUrl)}`) });
    }
    if (tab?.id === undefined) return;
    if (menuItemId === 'open-panel') openPanel(tab.id);
    if (menuItemId === 'clip-selection') void clipSelectionOf(tab, selectionText);
  });
}
