/** Addresses, ids, limits, grants, memory: what the rooms above rely on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from '@/lib/core/model/zod';
import { granted } from '@/lib/platform/grants';
import { newId } from '@/lib/platform/ids';
import { keepAsking, RETRY_PAUSES } from '@/lib/platform/keep-asking';
import { createCopyMemory, createLocalMemory, createSessionMemory } from '@/lib/platform/memory';
import { addressAt, type Place } from '@/lib/platform/open-place';
import { sourceId } from '@/lib/platform/page-source';
import { createRateLimit } from '@/lib/platform/rate-limit';
import { createVolatileMemory } from '@/lib/state/memory';
import { createSettings } from '@/lib/state/settings';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.useRealTimers());

describe('addresses to open', () => {
  it.each<[name: string, address: string, place: Place, expected: string | null]>([
    ['a page', 'https://x.gov.cn/a', {}, 'https://x.gov.cn/a'],
    [
      'a passage',
      'https://x.gov.cn/a#b',
      { text: '设立基金' },
      `https://x.gov.cn/a#:~:text=${encodeURIComponent('设立基金')}`,
    ],
    ['a page of a PDF', 'https://x.gov.cn/a.pdf', { page: 3 }, 'https://x.gov.cn/a.pdf#page=3'],
    ['credentials', 'https://u:p@x.gov.cn/', {}, 'https://x.gov.cn/'],
    ['a script', 'javascript:alert(1)', {}, null],
    ['data', 'data:text/html,x', {}, null],
    ['a page of the browser', 'chrome://settings', {}, null],
    ['nothing', '', {}, null],
  ])('%s', (_, address, place, expected) => expect(addressAt(address, place)).toBe(expected));

  it('a document is the same at every place in it', () => {
    expect(sourceId({ tabId: 1, url: 'https://x/a#b' })).toBe(sourceId({ tabId: 1, url: 'https://x/a' }));
    expect(sourceId({ tabId: 1, url: 'https://x/a' })).not.toBe(sourceId({ tabId: 2, url: 'https://x/a' }));
  });
});

it('ids are UUIDs that differ', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
});

describe('a limit per sender', () => {
  it('holds for a second and for each sender alone', () => {
    let now = 0;
    const allow = createRateLimit(2, () => now);
    expect([allow(1), allow(1), allow(1), allow(2)]).toEqual([true, true, false, true]);
    now = 1_000;
    expect(allow(1)).toBe(true);
  });
});

describe('memory', () => {
  it('F17 keeps values apart and reads a damaged store as empty', async () => {
    await createLocalMemory().set('a', { b: 1 });
    expect(await createLocalMemory().get('a')).toEqual({ b: 1 });
    expect(await createSessionMemory().get('a')).toBeUndefined();
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    expect(await createLocalMemory().get('a')).toBeUndefined();
    expect(await createLocalMemory().set('a', 2)).toBe(false);
  });

  it('tells of what changes, and lets one window at a time read and write', async () => {
    vi.restoreAllMocks();
    const [here, there] = [createLocalMemory(), createLocalMemory()];
    const next = vi.fn();
    const stop = here.watch('a', next);
    await there.set('b', 1);
    expect(next).not.toHaveBeenCalled();
    await there.set('a', 1);
    expect(next).toHaveBeenCalledOnce();
    stop();
    const add = async () => {
      const before = Number(await here.get('a'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      await here.set('a', before + 1);
    };
    await Promise.all([here.alone('a', add), there.alone('a', add)]);
    expect(await here.get('a')).toBe(3);
    expect(next).toHaveBeenCalledOnce();
  });
});

it('waits only so long for a window that does not end its work', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
  const work = vi.fn();
  const held = Promise.withResolvers<void>();
  const holding = navigator.locks.request('memory-a', () => held.promise);
  await expect(createLocalMemory().alone('a', work)).rejects.toThrow();
  expect(work).not.toHaveBeenCalled();
  held.resolve();
  await holding;
  vi.restoreAllMocks();
});

describe('memory of copies', () => {
  const directory = (getFileHandle: (name: string) => Promise<unknown>) =>
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => ({ getFileHandle }) } });
  const real = navigator;
  afterEach(() => void vi.stubGlobal('navigator', real));

  it.each([
    ['there is no such place', () => vi.stubGlobal('navigator', {})],
    ['there is no file', () => directory(() => Promise.reject(new DOMException('no', 'NotFoundError')))],
    ['it is torn', () => directory(async () => ({ getFile: async () => new Blob(['{"a":']) }))],
    ['it never answers', () => directory(() => new Promise(() => undefined))],
  ])('is empty and does not throw where %s', async (_, place) => {
    place();
    vi.useFakeTimers();
    const read = createCopyMemory().read('a');
    await vi.runAllTimersAsync();
    expect((await read)?.value).toBeUndefined();
    const written = createCopyMemory().set('a', 1);
    await vi.runAllTimersAsync();
    expect(await written).toBe(false);
  });

  it('does not hold up the settings where it never answers', async () => {
    directory(() => new Promise(() => undefined));
    vi.useFakeTimers();
    const memory = createVolatileMemory({ settings: { citationEdition: '2015' } });
    const settings = createSettings(memory, createCopyMemory());
    await vi.advanceTimersByTimeAsync(5_000);
    settings.change({ walkthroughDone: true });
    await vi.advanceTimersByTimeAsync(1);
    expect(await memory.get('settings')).toMatchObject({ citationEdition: '2015', walkthroughDone: true });
  });

  it('replaces one file per key', async () => {
    const written: unknown[] = [];
    const output = { write: async (text: string) => written.push(text), close: async () => written.push('closed') };
    directory(async (name) => {
      written.push(name);
      return { createWritable: async () => output };
    });
    await createCopyMemory().set('a', { b: 1 });
    expect(written).toEqual(['a.json', '{"b":1}', 'closed']);
  });
});

describe('asking until acknowledged', () => {
  const answers = (...given: unknown[]) => {
    const sent: unknown[] = [];
    Object.assign(fakeBrowser.runtime, {
      sendMessage: (message: unknown, done: (answer: unknown) => void) => {
        sent.push(message);
        done(given[sent.length - 1]);
      },
    });
    return sent;
  };
  const ask = async () => {
    vi.useFakeTimers();
    const asking = keepAsking('saveExcerpt', { id: 'x' });
    await vi.runAllTimersAsync();
    return asking;
  };

  it('repeats the same message while nothing comes back', async () => {
    const sent = answers(undefined, undefined, { res: { ok: true, value: { id: 'x' } } });
    expect(await ask()).toEqual({ ok: true, value: {} });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((message) => JSON.stringify(Reflect.get(Object(message), 'data')))).size).toBe(1);
  });

  it('takes a refusal for an answer', async () => {
    const sent = answers({ res: { ok: false, error: 'store-full' } });
    expect(await ask()).toEqual({ ok: false, error: 'store-full' });
    expect(sent).toHaveLength(1);
  });

  it('gives up in the end and says so', async () => {
    const sent = answers();
    expect(await ask()).toMatchObject({ ok: false, error: 'no-answer' });
    expect(sent).toHaveLength(RETRY_PAUSES.length + 1);
  });
});

it('grants are those beside the manifest', async () => {
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins: ['https://*.gov.cn/*', 'https://b.example/*', 'https://a.example/*'] }),
  });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ manifest_version: 3, name: 'x', version: '1', host_permissions: ['https://*.gov.cn/*'] }),
  });
  expect(await granted()).toEqual(['https://a.example/*', 'https://b.example/*']);
});
