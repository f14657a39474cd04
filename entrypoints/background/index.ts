/**
 * Stateless: the worker dies at any time. Every listener is registered here and now, because a worker that is woken
 * by an event only hears what it has registered by then.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { injectPageReader } from '@/lib/platform/page-reader';
import { togglePanel } from '@/lib/platform/panel';
import { clipSelectionOf } from './clip-selection';
import { markPdfTabs } from './mark-pdf-tabs';
import { registerMenus } from './menus';
import { answerMessages } from './messages';

export default defineBackground({
  type: 'module',
  main() {
    const action = browser.action ?? browser.browserAction;
    action.onClicked.addListener((tab) => {
      if (tab.id === undefined) return;
      togglePanel(tab.id);
      // While the browser opens the panel, the page is read; the panel then asks for what is there.
      void injectPageReader(tab.id, tab.url ?? '');
    });
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'clip-selection' && tab) void clipSelectionOf(tab);
    });
    registerMenus();
    // Everywhere else the content script sees the viewer from inside.
    if (import.meta.env.FIREFOX) markPdfTabs();
    answerMessages();
  },
});
