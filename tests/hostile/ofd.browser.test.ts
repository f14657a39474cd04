/** The reader of OFDs in a real browser: its worker answers, is ended when it is silent, and the next file is read. */
import { expect, it } from 'vitest';
import { createOfdReader } from '@/lib/ofd';
import { writeOfd } from '../fixtures/ofd/write-ofd';
import { setLines } from '../fixtures/pdf/write-pdf';

const file = () => writeOfd({ pages: [{ texts: setLines(['　　样例省出台措施（虚构）。']) }] });
const many = (pages: number) =>
  writeOfd({ pages: Array.from({ length: pages }, (_, i) => ({ texts: setLines([`第${i + 1}页样例文字。`]) })) });
/** The test server prepares the worker's code when it is first asked for it. */
const COLD_SERVER = 30_000;

const started: Worker[] = [];
const reader = createOfdReader((url) => {
  const worker = new Worker(url, { type: 'module' });
  started.push(worker);
  return worker;
});

it('reads in a worker, tells of its pages and of what it has so far', async () => {
  const steps: string[] = [];
  const answer = await reader.read(await many(9), {
    deadline: COLD_SERVER,
    onProgress: ({ done, total, partial }) =>
      steps.push(`${done}/${total}${partial ? ` ${partial.blocks.length}` : ''}`),
  });
  expect(answer.ok && answer.value.blocks.map(({ text }) => text).at(-1)).toBe('第9页样例文字。');
  expect(steps).toEqual(['1/9', '1/9 1', '2/9', '3/9', '4/9', '4/9 4', '5/9', '6/9', '7/9', '8/9', '9/9']);
});

it('ends a worker that is silent, and reads the next file', async () => {
  expect(await reader.read(await file(), { deadline: 0 })).toEqual({ ok: false, error: 'ofd-timeout' });
  expect((await reader.read(await file(), { deadline: COLD_SERVER })).ok).toBe(true);
});

it('keeps what has been read when the worker falls silent', async () => {
  const silent = createOfdReader((url) => {
    const worker = new Worker(url, { type: 'module' });
    // After the first part nothing is heard of it any more.
    worker.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
      if (data.type === 'partial') worker.terminate();
    });
    return worker;
  });
  const answer = await silent.read(await many(30), { deadline: 3_000 });
  expect(answer.ok && answer.value.notices).toEqual([{ code: 'partly-read', read: 1, total: 30 }]);
});

it('is cancelled at once, before and while it reads', async () => {
  const before = started.length;
  expect(await reader.read(await file(), { signal: AbortSignal.abort() })).toEqual({ ok: false, error: 'cancelled' });
  expect(started.length).toBe(before);
  const stop = new AbortController();
  const reading = reader.read(await file(), { signal: stop.signal });
  stop.abort();
  expect(await reading).toEqual({ ok: false, error: 'cancelled' });
});

it.each([
  ['nothing', '', 'file-empty'],
  ['a web page', '<!doctype html><title>登录</title>', 'ofd-not-ofd'],
  ['a PDF', '%PDF-1.7', 'ofd-not-ofd'],
  ['two letters', 'PK', 'ofd-damaged'],
])('says what %s is', async (_, text, error) => {
  expect(await reader.read(new TextEncoder().encode(text), { deadline: COLD_SERVER })).toEqual({ ok: false, error });
});
