/** Where the bytes of a PDF come from, and what is refused (P18 of the hostile rows). */
import { afterEach, expect, it, vi } from 'vitest';
import { fetchPdfAddress } from '@/lib/platform/pdf-bytes';

const answer = (url: string, body = '%PDF-1.7', init: ResponseInit = {}): Response => {
  const response = new Response(body, init);
  Object.defineProperty(response, 'url', { value: url });
  return response;
};
const signal = new AbortController().signal;
const asked = 'https://kjt.example.gov.cn/a.pdf';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['the same place', asked, true],
  ['the host above it', 'https://example.gov.cn/a.pdf', true],
  ['a host below it', 'https://files.kjt.example.gov.cn/a.pdf', true],
  ['another host', 'https://example.invalid/a.pdf', false],
  ['a host that only ends alike', 'https://notkjt.example.gov.cn/a.pdf', false],
  ['a local file', 'file:///etc/hosts', false],
  ['a page of the browser', 'chrome://settings/', false],
])('an answer from %s', async (_, url, taken) => {
  vi.stubGlobal('fetch', async () => answer(url));
  const result = await fetchPdfAddress(asked, signal);
  expect(result.ok ? 'taken' : result.error).toBe(taken ? 'taken' : 'pdf-unreachable');
});

it('asks without the fragment and without saying where from', async () => {
  const fetched = vi.fn(async () => answer(asked));
  vi.stubGlobal('fetch', fetched);
  await fetchPdfAddress(`${asked}#page=3`, signal);
  expect(fetched).toHaveBeenCalledWith(asked, expect.objectContaining({ referrerPolicy: 'no-referrer' }));
});

it('refuses what says of itself that it is too large, and errors of the server', async () => {
  vi.stubGlobal('fetch', async () => answer(asked, '', { headers: { 'content-length': String(400 * 1024 * 1024) } }));
  expect(await fetchPdfAddress(asked, signal)).toEqual({ ok: false, error: 'pdf-too-large' });
  vi.stubGlobal('fetch', async () => answer(asked, '', { status: 404 }));
  expect(await fetchPdfAddress(asked, signal)).toMatchObject({ ok: false, error: 'pdf-unreachable' });
});

it.each(['javascript:alert(1)', 'data:application/pdf,', 'chrome://settings/', 'ftp://example.invalid/a.pdf'])(
  'never asks for %s',
  async (address) => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    expect(await fetchPdfAddress(address, signal)).toMatchObject({ ok: false, error: 'pdf-unreachable' });
    expect(fetched).not.toHaveBeenCalled();
  },
);

it('says so when it was stopped', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new DOMException('stopped', 'AbortError');
  });
  expect(await fetchPdfAddress(asked, AbortSignal.abort())).toEqual({ ok: false, error: 'cancelled' });
});
