/**
 * Where small values outlive a page: for the browser session (scroll, open cards) or for good (settings, drafts).
 * Values come back as `unknown`; whoever owns a key parses it. A damaged store reads as empty and never throws.
 */
import { browser } from 'wxt/browser';

type Area = typeof browser.storage.local;

const memoryIn = (area: () => Area) => ({
  async get(key: string): Promise<unknown> {
    try {
      return (await area().get(key))[key];
    } catch {
      return undefined;
    }
  },
  async set(key: string, value: unknown): Promise<void> {
    try {
      await area().set({ [key]: value });
    } catch {
      // Full or damaged: what is lost here is a scroll position or a draft that is still on the screen.
    }
  },
});

/** Gone when the browser closes. */
export const createSessionMemory = () => memoryIn(() => browser.storage.session);
export const createLocalMemory = () => memoryIn(() => browser.storage.local);
