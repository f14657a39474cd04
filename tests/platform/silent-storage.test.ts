/** A call of the browser's storage that is never answered holds up no later one, and the person is told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseSettings, seal } from '@/lib/core/settings/settings';
import { createLocalMemory } from '@/lib/platform/memory';
import { createDocumentEdits, editsKey } from '@/lib/state/document-edits';
import { createDrafts, DRAFTS_KEY } from '@/lib/state/drafts';
import { createKeptMemory } from '@/lib/state/kept-memory';
import { createVolatileMemory } from '@/lib/state/memory';
import { createSettings } from '@/lib/state/settings';

const { local } = fakeBrowser.storage;
const inStorage = async (key: string) => (await local.get(key))[key];
/** Of these calls the next ones are not answered until storage answers again. */
function silence(...calls: ('get' | 'set')[]) {
  const silent = calls.map((call) => vi.spyOn(local, call).mockImplementation(() => new Promise(() => undefined)));
  return () => {
    for (const spy of silent) spy.mockRestore();
  };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  // One window: its turn comes at once.
  vi.stubGlobal('navigator', { locks: { request: (_: string, __: object, work: () => Promise<void>) => work() } });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const memory = () => createKeptMemory(createLocalMemory(), [DRAFTS_KEY]);

describe.each([['get'], ['set']] as const)('a %s that is never answered', (call) => {
  it('keeps drafts in the window, says so, and they are kept when storage answers again', async () => {
    await local.set({ [DRAFTS_KEY]: [['clip-9', { note: '别的窗口' }]] });
    const kept = memory();
    const drafts = createDrafts(kept);
    drafts.start();
    await pass(10);
    const answer = silence(call);
    drafts.put('clip-1', 'note', '一');
    await pass(5_000);
    expect(kept.unkept.value).toBe(true);
    answer();
    drafts.put('clip-2', 'note', '二');
    await pass(15_000);
    expect(kept.unkept.value).toBe(false);
    expect(await inStorage(DRAFTS_KEY)).toEqual([
      ['clip-9', { note: '别的窗口' }],
      ['clip-1', { note: '一' }],
      ['clip-2', { note: '二' }],
    ]);
    expect([drafts.of('clip-9'), drafts.of('clip-2')]).toEqual([{ note: '别的窗口' }, { note: '二' }]);
  });

  it('does not keep later settings from being kept', async () => {
    const kept = memory();
    const copy = createVolatileMemory();
    const settings = createSettings(kept, copy);
    await pass(10);
    const answer = silence(call);
    settings.change({ walkthroughDone: true });
    await pass(10_000);
    expect(await copy.get('settings')).toMatchObject({ walkthroughDone: true });
    answer();
    settings.change({ citationEdition: '2015' });
    await pass(15_000);
    const both = [await inStorage('settings'), await copy.get('settings')];
    expect(both).toMatchObject(both.map(() => ({ walkthroughDone: true, citationEdition: '2015' })));
    expect(kept.unkept.value).toBe(false);
  });
});

it('what another window has typed is shown once storage answers, and not written over before', async () => {
  await local.set({ [DRAFTS_KEY]: [['clip-9', { note: '别的窗口' }]] });
  const answer = silence('get');
  const kept = memory();
  const drafts = createDrafts(kept);
  drafts.start();
  await pass(10_000);
  expect(kept.unkept.value).toBe(true);
  answer();
  await pass(10_000);
  expect(drafts.of('clip-9')).toEqual({ note: '别的窗口' });
  expect(kept.unkept.value).toBe(false);
});

describe('settings that cannot be read at the start', () => {
  const stored = seal(parseSettings({ readerForGovernmentPdfs: true, citationEdition: '2015' }), 57);

  it.each([
    ['lie in the copy, too: those are shown, and nothing is said to have been lost', stored],
    ['nor in the copy: they are not taken for none', undefined],
  ])('%s', async (_, second) => {
    await local.set({ settings: stored });
    const answer = silence('get');
    const copy = createVolatileMemory({ settings: second });
    if (!second) copy.read = async () => null;
    const settings = createSettings(memory(), copy);
    await pass(3_000);
    expect([settings.ready.value, settings.restored.value, settings.lost.value]).toEqual([true, false, false]);
    expect(settings.values.value.readerForGovernmentPdfs).toBe(second !== undefined);
    settings.change({ walkthroughDone: true });
    await pass(10_000);
    answer();
    await pass(20_000);
    const expected = { readerForGovernmentPdfs: true, citationEdition: '2015', walkthroughDone: true };
    expect(settings.values.value).toMatchObject(expected);
    expect(await inStorage('settings')).toMatchObject(expected);
    expect([settings.restored.value, settings.lost.value]).toEqual([false, false]);
  });
});

describe('settings, with every call in its turn after a stall', () => {
  /** Every call waits, in order, until storage goes on. */
  function stall() {
    const [get, set] = [local.get.bind(local), local.set.bind(local)];
    const gate = Promise.withResolvers<void>();
    let line: Promise<unknown> = gate.promise;
    const queued = <T>(work: () => Promise<T>): Promise<T> => {
      const run = line.then(work);
      line = run.catch(() => undefined);
      return run;
    };
    const spies = [
      vi.spyOn(local, 'get').mockImplementation((key: unknown) => queued(() => get(key as string))),
      vi.spyOn(local, 'set').mockImplementation((what: object) => queued(() => set(what))),
    ];
    return async () => {
      gate.resolve();
      await pass(50);
      for (const spy of spies) spy.mockRestore();
    };
  }
  const all = { readerForGovernmentPdfs: true, citationEdition: '2015' } as const;

  it.each([
    ['without a copy', undefined],
    ['with a copy that lags behind', seal(parseSettings({ readerForGovernmentPdfs: true }), 56)],
  ])('%s, are not written over when one is changed meanwhile', async (_, second) => {
    await local.set({ settings: seal(parseSettings(all), 57) });
    const goOn = stall();
    const settings = createSettings(memory(), createVolatileMemory(second && { settings: second }));
    await pass(2_500);
    settings.change({ walkthroughDone: true });
    await pass(3_500);
    await goOn();
    await pass(60_000);
    expect(await inStorage('settings')).toMatchObject({ ...all, walkthroughDone: true });
  });

  it('are not said to be unkept once they are kept', async () => {
    const kept = memory();
    const settings = createSettings(kept, createVolatileMemory());
    await pass(100);
    const goOn = stall();
    settings.change({ walkthroughDone: true });
    await pass(3_000);
    await goOn();
    await pass(60_000);
    expect(await inStorage('settings')).toMatchObject({ walkthroughDone: true });
    expect(kept.unkept.value).toBe(false);
  });
});

it('two windows keep each other’s settings', async () => {
  const copy = createVolatileMemory();
  const [left, right] = [createSettings(memory(), copy), createSettings(memory(), copy)];
  await pass(100);
  left.change({ citationEdition: '2015' });
  await pass(100);
  right.change({ walkthroughDone: true });
  await pass(100);
  right.change({ citationEdition: '2025' });
  await pass(100);
  left.change({ readerForGovernmentPdfs: true });
  await pass(100);
  const expected = { citationEdition: '2025', walkthroughDone: true, readerForGovernmentPdfs: true };
  expect(await inStorage('settings')).toMatchObject(expected);
  expect(left.values.value).toMatchObject(expected);
});

it('an edit that is made before the edits of a document have come is kept with them', async () => {
  const old = { type: 'fields', item: 'a', corrections: { title: '旧' } } as const;
  const next = { type: 'fields', item: 'b', corrections: { title: '新' } } as const;
  await local.set({ [editsKey('d')]: [old] });
  const edits = createDocumentEdits(memory());
  edits.about('d');
  edits.add(next);
  await pass(100);
  expect(edits.list.value).toEqual([old, next]);
  expect(await inStorage(editsKey('d'))).toEqual([old, next]);
});
