/** Long files: first results early, stopping, what a deadline leaves. */
import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '@/lib/core/model/document';
import type { PdfReadOptions } from '@/lib/pdf';
import { setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { manyPages, nestedForms } from '../hostile/pdf/bombs';
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
  const model = await readModel(long(400), {
    onProgress({ done, total, partial }) {
      if (partial) parts.push(partial.model);
      else pages.push(done);
      expect(total).toBe(400);
    },
  });
  const sizes = parts.map((part) => part.blocks.length);
  expect(parts.length).toBeGreaterThan(0);
  // Not after every page, for each of them costs as much as all that has been read.
  expect(parts.length).toBeLessThan(6);
  expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
  expect(sizes[0]).toBeLessThan(model.blocks.length / 2);
  for (const part of parts) expect(part.notices).toContainEqual(expect.objectContaining({ code: 'partly-read' }));
  expect(pages).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  expect(model.notices).toEqual([]);
  expect(model).toEqual(await readModel(long(400)));
});

it('shows what there is of a short file that keeps it waiting', async () => {
  const parts: DocumentModel[] = [];
  const waiting = await reader.read(nestedForms(9, 8), {
    deadline: 3_000,
    onProgress({ partial }) {
      if (partial) parts.push(partial.model);
    },
  });
  expect(parts.map(({ blocks }) => blocks.length)).toEqual([1]);
  expect(waiting).toMatchObject({
    ok: true,
    value: { model: { notices: [{ code: 'partly-read', read: 1, total: 9 }] } },
  });
}, 30_000);

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
  let stopped = Number.NaN;
  const answer = await reader.read(manyPages(300), {
    signal: stopping.signal,
    deadline: 30_000,
    onProgress: ({ done }) => {
      if (done !== 10) return;
      stopped = performance.now();
      stopping.abort();
    },
  });
  expect(answer).toEqual({ ok: false, error: 'cancelled' });
  expect(performance.now() - stopped).toBeLessThan(5_000);
  expect((await readModel(long(1))).blocks.length).toBe(2);
});

describe('a long file', () => {
  const pagesOf = ({ blocks }: DocumentModel) => [...new Set(blocks.map(({ page }) => page ?? 0))];

  /** Reads until `enough` says so; what was read, and the pages that came. */
  async function readUntil(bytes: Uint8Array, enough: (done: number) => boolean, options: PdfReadOptions = {}) {
    const stopping = new AbortController();
    const seen: number[] = [];
    const answer = await reader.read(bytes, {
      deadline: 30_000,
      ...options,
      stop: stopping.signal,
      onProgress({ done }) {
        seen.push(done);
        if (enough(done)) stopping.abort();
      },
    });
    if (!answer.ok) throw new Error(answer.error);
    return { reading: answer.value, seen };
  }

  it('that is stopped shows what has been read, and goes on from there', async () => {
    const bytes = long(120);
    const { reading, seen } = await readUntil(bytes, (done) => done === 30);
    const read = pagesOf(reading.model).length;
    expect(read).toBeGreaterThanOrEqual(30);
    expect(read).toBeLessThan(60);
    expect(Math.max(...seen)).toBeLessThanOrEqual(read);
    expect(reading.model.notices).toEqual([{ code: 'partly-read', read, total: 120 }]);
    const rest = await readUntil(bytes, () => false, { before: reading.unfinished });
    expect(Math.min(...rest.seen)).toBe(read + 1);
    expect(rest.reading.unfinished).toBeUndefined();
    expect(rest.reading.model).toEqual(await readModel(bytes));
  });

  it('is read anew where another edition stands in its place', async () => {
    const { reading } = await readUntil(long(60), (done) => done === 10);
    const { unfinished } = reading;
    const before = unfinished && { ...unfinished, file: 'another' };
    const { seen } = await readUntil(long(60), () => false, { before });
    expect(Math.min(...seen)).toBe(1);
  });

  it('is read outward from the page that is looked at, and the pages there are shown early', async () => {
    const parts: DocumentModel[] = [];
    const seen: number[] = [];
    const model = await readModel(long(200), {
      looked: {
        subscribe(next) {
          next(150);
          return () => undefined;
        },
      },
      onProgress({ done, partial }) {
        seen.push(done);
        if (partial) parts.push(partial.model);
      },
    });
    const early = parts.find((part) => pagesOf(part).includes(150));
    const pages = early ? pagesOf(early) : [];
    expect(pages.length).toBeLessThan(30);
    expect(pages[0]).toBe(1);
    // Without a gap around it, and said to follow unread pages.
    const around = pages.slice(1);
    expect(around).toEqual(Array.from({ length: around.length }, (_, i) => (around[0] ?? 0) + i));
    expect(early?.blocks.filter(({ afterUnread }) => afterUnread).map(({ page }) => page)).toEqual([around[0]]);
    expect(model).toEqual(await readModel(long(200)));
    expect(model.blocks.some(({ afterUnread }) => afterUnread)).toBe(false);
  });
});

it('answers a request that was stopped before it began', async () => {
  expect(await reader.read(long(1), { signal: AbortSignal.abort() })).toEqual({ ok: false, error: 'cancelled' });
});

it('reads all pages of a very long file when asked to', async () => {
  const model = await readModel(manyPages(600), { whole: true });
  expect(model.blocks.at(-1)?.page).toBe(600);
  expect(model.notices).toEqual([]);
}, 30_000);
