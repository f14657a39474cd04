import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

/** Stateless: the worker dies at any time. Opening the panel in a click handler also grants `activeTab`. */
export default defineBackground({
  type: 'module',
  main() {
    browser.action?.onClicked.addListener((tab) => {
      if (tab.id !== undefined) void browser.sidePanel.open({ tabId: tab.id });
    });
  },
});
