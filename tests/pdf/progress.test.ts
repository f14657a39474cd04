/** Long files: first results early, stopping, what a deadline leaves. */
import { expect, it } from 'vitest';
import type { DocumentModel } from '@/lib/core/model/document';
import { setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { manyPages } from '../hostile/pdf/bombs';
import { reader, readModel } from './read';

const long = (pages: number): Uint8Array =>
  writePdf({
    title: '样例省创新快报',
    pages: Array.from({ length: pages }, (_, i) => ({
      texts: setLines([`　　第${i + 1}条 样例省出台新的措施（虚构），支持企业创新发展。`, '　　另起一段。']),
    })),
  });

it('shows what has been read while it reads, each time more, and at last the same as all at once', async () => {
  const parts: DocumentModel[] = [];
  const pages: number[] = [];
  const model = await readModel(long(40), {
    onProgress({ done, total, partial }) {
      if (partial) parts.push(partial);
      else pages.push(done);
      expect(total).toBe(40);
    },
  });
  expect(parts.length).toBe(3);
  expect(parts[0]?.blocks.length).toBe(2);
  expect(parts.map((part) => part.blocks.length)).toEqual(
    parts.map((part) => part.blocks.length).toSorted((a, b) => a - b),
  );
  for (const part of parts) expect(part.notices).toContainEqual(expect.objectContaining({ code: 'partly-read' }));
  expect(pages).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  expect(model.notices).toEqual([]);
  expect(model).toEqual(await readModel(long(40)));
});

it('carries title, page count and fingerprint', async () => {
  const model = await readModel(long(2));
  expect(model).toMatchObject({
    source: 'pdf',
    title: '样例省创新快报',
    pageCount: 2,
    fingerprint: '00112233445566778899aabbccddeeff',
  });
});

it('stops at once when the person stops it, and reads again after', async () => {
  const stopping = new AbortController();
  const started = performance.now();
  const answer = await reader.read(manyPages(300), {
    signal: stopping.signal,
    onProgress: ({ done }) => {
      if (done === 10) stopping.abort();
    },
  });
  expect(answer).toEqual({ ok: false, error: 'cancelled' });
  expect(performance.now() - started).toBeLessThan(5_000);
  expect((await readModel(long(1))).blocks.length).toBe(2);
});

it('answers a request that was stopped before it began', async () => {
  expect(await reader.read(long(1), { signal: AbortSignal.abort() })).toEqual({ ok: false, error: 'cancelled' });
});

it('reads all pages of a very long file when asked to', async () => {
  const model = await readModel(manyPages(600), { whole: true });
  expect(model.blocks.at(-1)?.page).toBe(600);
  expect(model.notices).toEqual([]);
}, 30_000);
