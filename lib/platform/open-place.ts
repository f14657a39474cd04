/** Opens an address at a place in it. Only addresses that a person can visit: http, https, file and our own pages. */
import { browser } from 'wxt/browser';
import { textFragment } from '@/lib/core/anchor/text-fragment';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { isOwnAddress } from './page-reader';

export interface Place {
  /** Words to go to, in a page. */
  text?: string;
  /** In a PDF, from 1. */
  page?: number;
}

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

export async function openPlace(address: string, place?: Place): Promise<Result<object>> {
  const url = addressAt(address, place);
  if (url === null) return fail('not-allowed', 'address');
  try {
    await browser.tabs.create({ url });
    return ok({});
  } catch (error) {
    return fail('not-allowed', String(error).slice(0, 200));
  }
}
