/**
 * What stands in a tab, found out with as little right as there is: an address is only known where a site is declared,
 * granted or was clicked on, and whether it is a PDF only its document says.
 */
import { browser } from 'wxt/browser';
import { isOwnAddress } from './page-reader';

export type TabKind =
  /** `reader`: our own PDF reader; `url` is what it shows. */
  | { kind: 'html' | 'pdf' | 'reader'; url: string; title: string }
  | { kind: 'not-granted'; url: string }
  | { kind: 'unreadable'; url: string };

type Tab = Parameters<Parameters<typeof browser.tabs.onUpdated.addListener>[0]>[2];

/** Pages that the browser keeps to itself, told by their address or by its refusal. */
const BROWSER_PAGE =
  /^(?:chrome|edge|about|brave|opera|vivaldi|devtools|view-source|resource|moz-extension|chrome-extension|chrome-search|data|javascript):/u;
const BROWSER_REFUSAL =
  /chrome:\/\/|edge:\/\/|about:|gallery|webstore|devtools|view-source|restricted|Missing host permission for the tab|file URL/iu;
const PDF_ADDRESS = /^[^?#]{1,4000}\.pdf(?:[?#]|$)/iu;

interface Probe {
  type: string;
  url: string;
  title: string;
}

const isProbe = (value: unknown): value is Probe =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

async function probe(tabId: number): Promise<Probe | string> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      func: () => ({ type: document.contentType, url: document.URL, title: document.title }),
      injectImmediately: true,
    });
    const result: unknown = frame?.result;
    return isProbe(result) ? result : 'no result';
  } catch (error) {
    return String(error);
  }
}

/** Address of one of our own pages in a tab; the browser does not tell it in the tab itself. */
async function ownPageIn(tabId: number): Promise<string> {
  if (import.meta.env.FIREFOX) return '';
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'], tabIds: [tabId] });
  return contexts[0]?.documentUrl ?? '';
}

/** Firefox lets nobody into its PDF viewer: a site that may be read and cannot be is one. */
async function isViewer(url: string): Promise<boolean> {
  const origin = URL.parse(url)?.origin;
  if (!import.meta.env.FIREFOX || !origin || !/^https?:/u.test(url)) return false;
  return browser.permissions.contains({ origins: [`${origin}/*`] });
}

export async function kindOfTab(tab: Tab): Promise<TabKind> {
  const tabId = tab.id ?? -1;
  const known = tab.url || (await ownPageIn(tabId));
  const title = tab.title ?? '';
  if (isOwnAddress(known)) {
    const { pathname, searchParams } = new URL(known);
    if (pathname === '/sample.html') return { kind: 'html', url: known, title };
    if (pathname === '/reader.html') return { kind: 'reader', url: searchParams.get('src') ?? '', title };
    return { kind: 'unreadable', url: '' };
  }
  if (BROWSER_PAGE.test(known)) return { kind: 'unreadable', url: known };
  const found = await probe(tabId);
  if (typeof found !== 'string') {
    return {
      kind: found.type === 'application/pdf' ? 'pdf' : 'html',
      url: known || found.url,
      title: title || found.title,
    };
  }
  if (PDF_ADDRESS.test(known) || (await isViewer(known))) return { kind: 'pdf', url: known, title };
  return { kind: BROWSER_REFUSAL.test(found) ? 'unreadable' : 'not-granted', url: known };
}
