/** Where documents are parsed, and what happens when the worker does not do its part. */
import { describe, expect, it, vi } from 'vitest';
import { type DocumentModel, withOffsets } from '@/lib/core/model/document';
import { readDocument } from '@/lib/core/parse/read-document';
import { createParseBeside, type ParseReply, type ParseRequest } from '@/lib/state/parse-beside';

const modelOf = (chars: number): DocumentModel => ({
  source: 'html',
  url: '',
  title: '某省关于印发行动方案的通知',
  meta: [],
  blocks: withOffsets([{ text: '各有关单位：'.padEnd(chars, '现将方案印发给你们。'), role: 'paragraph' }]),
  notices: [],
});
const SHORT = modelOf(100);
const LONG = modelOf(60_000);

/** A worker that answers as `answer` says. */
function workerWith(answer: (request: ParseRequest) => ParseReply | 'error' | 'throw') {
  const listeners = new Map<string, (event: { data: ParseReply }) => void>();
  const terminate = vi.fn();
  const start = vi.fn(() => ({
    terminate,
    addEventListener: (type: string, listener: unknown) => void listeners.set(type, listener as never),
    postMessage: (request: ParseRequest) => {
      const reply = answer(request);
      if (reply === 'throw') throw new Error('closed');
      queueMicrotask(() =>
        reply === 'error' ? listeners.get('error')?.({} as never) : listeners.get('message')?.({ data: reply }),
      );
    },
  }));
  const say = (data: ParseReply) => listeners.get('message')?.({ data });
  return { start, terminate, say };
}

describe('parse beside', () => {
  it('parses a short document at once, and starts the worker for those that follow', async () => {
    vi.useFakeTimers();
    const here = vi.fn(readDocument);
    const { start, say, terminate } = workerWith(({ id, model }) => ({ id, reading: readDocument(model) }));
    const parse = createParseBeside(here, start);
    expect(parse(SHORT, {})).toEqual(readDocument(SHORT));
    expect(start).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(start).toHaveBeenCalledTimes(1);
    // It is there, but not warm yet.
    expect(parse(SHORT, {})).toEqual(readDocument(SHORT));
    expect(here).toHaveBeenCalledTimes(2);
    say({ ready: true });
    expect(await parse(SHORT, {})).toEqual(readDocument(SHORT));
    expect(here).toHaveBeenCalledTimes(2);
    // A worker of short documents stays.
    await vi.advanceTimersByTimeAsync(600_000);
    expect(terminate).not.toHaveBeenCalled();
    expect(start).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('goes on at once where no worker can be made', async () => {
    vi.useFakeTimers();
    const start = vi.fn(() => {
      throw new TypeError('no workers here');
    });
    const parse = createParseBeside(readDocument, start);
    parse(SHORT, {});
    await vi.advanceTimersByTimeAsync(1_000);
    expect(start).toHaveBeenCalledTimes(1);
    expect(parse(SHORT, {})).toEqual(readDocument(SHORT));
    vi.useRealTimers();
  });

  it('gives a long one to one worker and matches answers to questions', async () => {
    const { start } = workerWith(({ id, model, kind }) => ({ id, reading: readDocument(model, kind ? { kind } : {}) }));
    const parse = createParseBeside(readDocument, start);
    const [left, right] = await Promise.all([parse(LONG, {}), parse(LONG, { kind: 'none' })]);
    expect(left).toEqual(readDocument(LONG));
    expect(right.verdict.kind).toBe('none');
    expect(start).toHaveBeenCalledTimes(1);
  });

  it.each(['error', 'throw'] as const)('reads on the main thread when the worker ends with %s', async (how) => {
    const { start, terminate } = workerWith(() => how);
    expect(await createParseBeside(readDocument, start)(LONG, {})).toEqual(readDocument(LONG));
    expect(terminate).toHaveBeenCalled();
  });

  it('lets a worker go that had nothing to do for a while, and starts another', async () => {
    vi.useFakeTimers();
    const { start, terminate } = workerWith(({ id, model }) => ({ id, reading: readDocument(model) }));
    const parse = createParseBeside(readDocument, start);
    await parse(LONG, {});
    await vi.advanceTimersByTimeAsync(10_000);
    await parse(LONG, {});
    await vi.advanceTimersByTimeAsync(10_000);
    expect(terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(await parse(LONG, {})).toEqual(readDocument(LONG));
    expect(start).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('says so when the document breaks the parser', async () => {
    const { start } = workerWith(({ id }) => ({ id, failed: true }));
    await expect(createParseBeside(readDocument, start)(LONG, {})).rejects.toThrow();
  });

  it('takes over from a worker that never came up', async () => {
    vi.useFakeTimers();
    const silent = { terminate: vi.fn(), addEventListener: vi.fn(), postMessage: vi.fn() };
    const found = createParseBeside(readDocument, () => silent)(LONG, {});
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await found).toEqual(readDocument(LONG));
    vi.useRealTimers();
  });

  it('does not hold the main thread with what a worker could not do in time', async () => {
    vi.useFakeTimers();
    const listeners = new Map<string, (event: { data: ParseReply }) => void>();
    const slow = {
      terminate: vi.fn(),
      postMessage: vi.fn(),
      addEventListener: (type: string, listener: unknown) => void listeners.set(type, listener as never),
    };
    const here = vi.fn(readDocument);
    const found = createParseBeside(here, () => slow)(LONG, {});
    const refused = expect(found).rejects.toThrow('could not be parsed');
    listeners.get('message')?.({ data: { ready: true } });
    await vi.advanceTimersByTimeAsync(8_000);
    await refused;
    expect(here).not.toHaveBeenCalled();
    expect(slow.terminate).toHaveBeenCalled();
    vi.useRealTimers();
  });
});
