/** Opens an address at a place in it. Only addresses that a person can visit: http, https, file and our own pages. */
import { browser } from 'wxt/browser';
import type { Sought } from '@/lib/core/anchor/seek-clip';
import { textFragment } from '@/lib/core/anchor/text-fragment';
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { isOwnAddress } from './page-reader';
import { showIn } from './page-source';
import { untilLoaded } from './tab-load';

export interface Place {
  /** Words to go to, in a page. */
  text?: string;
  /** In a PDF, from 1. */
  page?: number;
}

/** A page that says it has loaded may fill itself a moment later, ms. */
const LATE_MS = 1_500;

/** Address with its place, or null for one that must not be opened. */
export function addressAt(address: string, { text, page }: Place = {}): string | null {
  const url = URL.parse(address);
  if (!url || !(/^(?:https?|file):$/u.test(url.protocol) || isOwnAddress(url.href))) return null;
  url.username = '';
  url.password = '';
  if (page !== undefined) url.hash = `page=${page}`;
  else if (text) {
    const fragment = textFragment(text);
    return fragment ? `${url.href.split('#', 1)[0]}#${fragment}` : url.href;
  }
  return url.href;
}

export async function openPlace(address: string, place?: Place): Promise<Result<{ tabId: number }>> {
  const url = addressAt(address, place);
  if (url === null) return fail('not-allowed', 'address');
  try {
    const tab = await browser.tabs.create({ url });
    return ok({ tabId: tab.id ?? -1 });
  } catch (error) {
    return fail('not-allowed', String(error).slice(0, 200));
  }
}

/**
 * Opens a page at a passage. The browser looks for the very words by itself; where the page may be read, `find` looks
 * again in what it says now, and what it finds is brought into view. Its last answer is given back; an error says that
 * the page could not be opened or read.
 */
export async function openPassage(
  address: string,
  text: string,
  find: (model: DocumentModel) => Sought,
): Promise<Result<Sought>> {
  const opened = await openPlace(address, { text });
  if (!opened.ok) return opened;
  const tab = { tabId: opened.value.tabId, url: address, title: '' };
  await untilLoaded(tab.tabId);
  let found = await showIn(tab, find);
  if (found.ok && !('spans' in found.value)) {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    found = await showIn(tab, find);
  }
  return found;
}
