/** Where the bytes of a PDF may come from (row P18 of the trust table): the address that is open, and its own site. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchPdfAddress, fetchPdfBytes } from '@/lib/platform/pdf-bytes';

const asked: string[] = [];
/** The network: every request is noted and answered as if it had been sent on to `to`. */
function sendOnTo(to: string): void {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const response = new Response(new Uint8Array([1, 2, 3]));
    Object.defineProperty(response, 'url', { value: to });
    return response;
  });
}
const read = (url: string) => fetchPdfAddress(url, new AbortController().signal);
/** What a tab shows: asked for by the extension, and where that gives nothing from inside the tab, which is at `at`. */
function readTab(url: string, at = url) {
  vi.stubGlobal('location', new URL(at));
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ func, args }: { func: (...args: unknown[]) => unknown; args: unknown[] }) => [
      { result: await func(...args) },
    ],
  });
  return fetchPdfBytes({ tabId: 1, url }, new AbortController().signal);
}
const refused = { ok: false, error: 'pdf-unreachable' };

afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});

describe('P18 an answer', () => {
  it.each([
    ['the local disk', 'file:///etc/passwd'],
    ['a page of the browser', 'chrome://settings/'],
    ['a page of the extension', 'chrome-extension://abc/x.pdf'],
    ['another host', 'https://evil.example/a.pdf'],
    ['a host that only begins alike', 'https://kjt.sc.gov.cn.evil.example/a.pdf'],
    ['a host that only ends alike', 'https://evilkjt.sc.gov.cn/a.pdf'],
    ['another port', 'https://kjt.sc.gov.cn:8443/a.pdf'],
    ['the country above it', 'https://cn/a.pdf'],
    ['data', 'data:application/pdf,x'],
    ['nothing that is an address', '//'],
  ])('from %s is refused', async (_, to) => {
    sendOnTo(to);
    expect(await read('https://kjt.sc.gov.cn/a.pdf')).toMatchObject(refused);
    expect(await readTab('https://kjt.sc.gov.cn/a.pdf')).toMatchObject(refused);
  });

  it.each([
    ['the same place', 'https://kjt.sc.gov.cn/a.pdf'],
    ['another path of the host', 'https://kjt.sc.gov.cn/files/b.pdf'],
    ['a host below it', 'https://www.kjt.sc.gov.cn/a.pdf'],
  ])('from %s is taken', async (_, to) => {
    sendOnTo(to);
    expect(await read('https://kjt.sc.gov.cn/a.pdf#page=2')).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
    expect(asked).toEqual(['https://kjt.sc.gov.cn/a.pdf']);
    expect(await readTab('https://kjt.sc.gov.cn/a.pdf#page=2')).toMatchObject({ ok: true });
  });

  it('from inside the tab is taken where the extension is turned away, and is held to the same host', async () => {
    const url = 'https://kjt.sc.gov.cn/a.pdf';
    const turnAway = (first: string, then: string): void => {
      const places = [first, then];
      vi.stubGlobal('fetch', async () => {
        const response = new Response('%PDF');
        Object.defineProperty(response, 'url', { value: places.shift() });
        return response;
      });
    };
    turnAway('https://login.example/', url);
    expect(await readTab(url)).toEqual({ ok: true, value: new TextEncoder().encode('%PDF') });
    turnAway('https://login.example/', 'https://evil.example/b.pdf');
    expect(await readTab(url)).toMatchObject(refused);
    // The tab went on to another place while it was asked.
    turnAway('https://login.example/', 'https://other.example/b.pdf');
    expect(await readTab(url, 'https://other.example/b.pdf')).toMatchObject(refused);
  });
});

describe('P18 an address', () => {
  it.each([
    'chrome://version/',
    'data:application/pdf,x',
    'javascript:alert(1)',
    'ftp://x.example/a.pdf',
    'about:blank',
    '',
  ])('%j is not asked for', async (url) => {
    sendOnTo(url);
    expect(await read(url)).toMatchObject(refused);
    expect(asked).toEqual([]);
  });

  it('of the disk is asked for only where the person allowed it', async () => {
    const allowed = vi.fn(async () => false);
    Object.assign(fakeBrowser, { extension: { isAllowedFileSchemeAccess: allowed } });
    sendOnTo('file:///a.pdf');
    expect(await read('file:///a.pdf')).toEqual({ ok: false, error: 'file-access-off' });
    expect(asked).toEqual([]);
    allowed.mockResolvedValue(true);
    expect(await read('file:///a.pdf')).toMatchObject({ ok: true });
    sendOnTo('file:///etc/passwd');
    expect(await read('file:///a.pdf')).toMatchObject(refused);
  });
});
