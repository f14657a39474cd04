/** The few characters on the toolbar button, per tab; the browser forgets them with the page. */
import { browser } from 'wxt/browser';

export type Badge = { text: string; tone: 'items' | 'kept' | 'failed' };

const COLOURS = { items: '#b3261e', kept: '#2e7d50', failed: '#5f6368' } as const;
const FLASH_MS = 2_000;
const MAX_COUNT = 999;

const action = () => browser.action ?? browser.browserAction;

export async function setBadge(tabId: number, { text, tone }: Badge): Promise<void> {
  try {
    await action().setBadgeText({ tabId, text });
    await action().setBadgeBackgroundColor({ tabId, color: COLOURS[tone] });
  } catch {
    // The tab is gone.
  }
}

/** Number of items, `12+` where there are more; nothing for none. */
export const setCount = (tabId: number, count: number | null, more = false): Promise<void> =>
  setBadge(tabId, { text: count ? `${Math.min(count, MAX_COUNT)}${more ? '+' : ''}` : '', tone: 'items' });

/** Shows for a moment how something ended, then what was there before. */
export async function flashBadge(tabId: number, succeeded: boolean): Promise<void> {
  const before = await action()
    .getBadgeText({ tabId })
    .catch(() => '');
  await setBadge(tabId, succeeded ? { text: '✓', tone: 'kept' } : { text: '!', tone: 'failed' });
  await new Promise((resolve) => setTimeout(resolve, FLASH_MS));
  await setBadge(tabId, { text: before, tone: 'items' });
}
