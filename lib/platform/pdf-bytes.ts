/**
 * The bytes of the PDF that a tab shows. The viewer gives no text, so they are fetched again: by the extension where
 * it may, else from inside the tab (a click granted it, a page behind a login). Only what the person has open is
 * asked for, and an answer from another host is refused.
 */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/core/model/failure';

export interface PdfTab {
  tabId: number;
  url: string;
}

/** Beyond this, reading would cost more memory than a tab has. */
const MAX_BYTES = 200 * 1024 * 1024;
const SLICE = 6 * 1024 * 1024;

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? '';

/** Same host, or one under the other: `www.example.gov.cn` may send on to `example.gov.cn`, nobody to `cn`. */
function sameSite(asked: string, answered: string): boolean {
  const from = URL.parse(asked);
  const to = URL.parse(answered);
  if (!from || !to) return false;
  if (from.protocol === 'file:') return to.href === from.href;
  if (!/^https?:$/u.test(to.protocol)) return false;
  const [short = '', long = ''] = [from.host, to.host].sort((a, b) => a.length - b.length);
  return short === long || (short.includes('.') && long.endsWith(`.${short}`));
}

/** Reads a body up to the cap. */
async function drain(response: Response): Promise<Result<Uint8Array>> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > MAX_BYTES) return fail('pdf-too-large');
  const reader = response.body?.getReader();
  if (!reader) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return fail('pdf-too-large');
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return ok(bytes);
}

/** @param url without fragment */
async function fetchOwn(url: string, signal: AbortSignal, cache: RequestCache): Promise<Result<Uint8Array>> {
  try {
    const response = await fetch(url, {
      signal,
      credentials: 'include',
      cache,
      referrerPolicy: 'no-referrer',
    });
    if (!sameSite(url, response.url || url)) return fail('pdf-unreachable', 'answered by another host');
    if (!response.ok && !url.startsWith('file:')) return fail('pdf-unreachable', `status ${response.status}`);
    return await drain(response);
  } catch {
    return signal.aborted ? fail('cancelled') : fail('pdf-unreachable');
  }
}

/**
 * Runs in the tab: keeps the file there and tells its size, so that it crosses in slices. Self-contained. The tab is
 * at the end of every redirect already, so nobody but the host that was asked for may answer.
 */
async function keepInTab(host: string, max: number): Promise<number> {
  const response = await fetch(location.href.split('#', 1)[0] ?? '', { credentials: 'include', cache: 'force-cache' });
  if (!response.ok || URL.parse(response.url)?.host !== host) return -1;
  const blob = await response.blob();
  if (blob.size > max) return -2;
  Object.assign(globalThis, { policyClipPdf: blob });
  return blob.size;
}

/** Runs in the tab: one slice as base64. Self-contained. */
async function sliceFromTab(start: number, end: number): Promise<string> {
  const blob: unknown = Reflect.get(globalThis, 'policyClipPdf');
  if (!(blob instanceof Blob)) return '';
  if (end >= blob.size) Reflect.deleteProperty(globalThis, 'policyClipPdf');
  const bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768));
  return btoa(text);
}

const decode = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

async function fetchInTab({ tabId, url }: PdfTab, signal: AbortSignal): Promise<Result<Uint8Array>> {
  try {
    const target = { tabId };
    const asked: [string, number] = [new URL(url).host, MAX_BYTES];
    const [kept] = await browser.scripting.executeScript({ target, func: keepInTab, args: asked });
    const size = typeof kept?.result === 'number' ? kept.result : -1;
    if (size === -2) return fail('pdf-too-large');
    if (size < 0) return fail('pdf-unreachable');
    const bytes = new Uint8Array(size);
    for (let start = 0; start < size; start += SLICE) {
      if (signal.aborted) return fail('cancelled');
      const args: [number, number] = [start, start + SLICE];
      const [slice] = await browser.scripting.executeScript({ target, func: sliceFromTab, args });
      if (typeof slice?.result !== 'string' || slice.result === '') return fail('pdf-unreachable');
      bytes.set(decode(slice.result), start);
    }
    return ok(bytes);
  } catch {
    return signal.aborted ? fail('cancelled') : fail('pdf-unreachable');
  }
}

/** Whether the person lets the extension read local files. */
export const mayReadFiles = async (): Promise<boolean> =>
  (await browser.extension?.isAllowedFileSchemeAccess()) === true;

/**
 * By address alone, as it is there now: the browser asks whether what it has is still so. Errors: `file-access-off`,
 * `pdf-unreachable`, `pdf-too-large`, `cancelled`.
 */
export async function fetchPdfAddress(
  url: string,
  signal: AbortSignal,
  cache: RequestCache = 'no-cache',
): Promise<Result<Uint8Array>> {
  const address = withoutFragment(url);
  if (!/^(?:https?|file):/u.test(address)) return fail('pdf-unreachable');
  if (address.startsWith('file:') && !(await mayReadFiles())) return fail('file-access-off');
  return fetchOwn(address, signal, cache);
}

/** What a tab shows, which the browser has already; errors as above. */
export async function fetchPdfBytes(tab: PdfTab, signal: AbortSignal): Promise<Result<Uint8Array>> {
  const own = await fetchPdfAddress(tab.url, signal, 'force-cache');
  return own.ok || own.error !== 'pdf-unreachable' ? own : fetchInTab(tab, signal);
}

/**
 * Sends the browser's viewer to a page. Chromium's viewer looks at the fragment only while it loads, so the document
 * is loaded again, from the cache.
 */
export async function showPdfPage({ tabId, url }: PdfTab, page: number): Promise<Result<object>> {
  try {
    await browser.tabs.update(tabId, { url: `${withoutFragment(url)}#page=${page}` });
    if (!import.meta.env.FIREFOX) await browser.tabs.reload(tabId);
    return ok({});
  } catch {
    return fail('pdf-unreachable');
  }
}
