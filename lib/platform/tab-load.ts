/** Waits for a tab that is still loading: whoever should answer there may not have started yet. */
import { browser } from 'wxt/browser';

/** Longest wait for a page that goes on loading, ms. */
const PATIENCE_MS = 10_000;
/** A page is complete a moment before its own scripts listen. */
const SETTLE_MS = 120;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Resolves when the tab has loaded, is gone, or patience is at its end. */
export async function untilLoaded(tabId: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab?.status !== 'loading') break;
    await pause(SETTLE_MS);
  }
  await pause(SETTLE_MS);
}
