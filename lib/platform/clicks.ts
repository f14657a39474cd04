/**
 * A click on the toolbar button grants the tab that is in front, and no event tells an open panel so: the background
 * writes the click down where panels hear of it.
 */
import { browser } from 'wxt/browser';

export const CLICKED_KEY = 'clicked';

export const noteClick = (tabId: number): Promise<void> =>
  browser.storage.session.set({ [CLICKED_KEY]: { tabId, at: Date.now() } });
