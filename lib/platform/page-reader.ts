/** Brings the page reader into a tab. Injecting twice is harmless: the second one leaves at once. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/core/model/failure';

/** Own pages that show a document answer by themselves. */
export const isOwnAddress = (url: string): boolean => url.startsWith(browser.runtime.getURL('/'));

export async function injectPageReader(tabId: number, url: string): Promise<Result<Record<string, never>>> {
  if (isOwnAddress(url)) return ok({});
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/page-reader.js'],
      // The person has asked: a page that never finishes loading is read as it is.
      injectImmediately: true,
    });
    return ok({});
  } catch (error) {
    return fail('page-not-readable', String(error).slice(0, 500));
  }
}
