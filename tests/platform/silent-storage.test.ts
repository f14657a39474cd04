/** A call of the browser's storage that is never answered holds up no later one, and the person is told. */
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseSettings, seal } from '@/lib/core/settings/settings';
import { createLocalMemory } from '@/lib/platform/memory';
import { createCompareStore } from '@/lib/state/compare-store';
import { createComparison } from '@/lib/state/comparison';
import { createDocumentEdits, editsKey } from '@/lib/state/document-edits';
import { createDrafts, DRAFTS_KEY } from '@/lib/state/drafts';
import { createKeptMemory } from '@/lib/state/kept-memory';
import { createVolatileMemory } from '@/lib/state/memory';
import { createSettings } from '@/lib/state/settings';
import { createMemoryStore } from '../components/scene/memory-store';

const [A, B] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
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

describe('what was kept and could not be read at first', () => {
  const old = { type: 'fields', item: 'a', corrections: { title: '旧' } } as const;
  const next = { type: 'fields', item: 'b', corrections: { title: '新' } } as const;
  const decided = { grouping: 'region', links: [], cells: [], regions: ['330000'], themes: ['t'] };

  it.each([
    ['fails', () => void vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('IO error'))],
    ['is never answered', () => void vi.spyOn(local, 'get').mockReturnValueOnce(new Promise(() => undefined) as never)],
  ])('is not written over when the first call %s', async (_, hurt) => {
    await local.set({ [editsKey('d')]: [old], comparison: decided, compare: [A] });
    const kept = memory();
    hurt();
    const edits = createDocumentEdits(kept);
    edits.about('d');
    hurt();
    const comparison = createComparison(signal([]), kept);
    hurt();
    const compare = createCompareStore(createMemoryStore([]), kept);
    await pass(2_500);
    expect(kept.unkept.value).toBe(true);
    edits.add(next);
    comparison.addRegion('310000');
    compare.add([B]);
    await pass(20_000);
    expect(await inStorage(editsKey('d'))).toEqual([old, next]);
    expect(await inStorage('comparison')).toEqual({ ...decided, regions: ['330000', '310000'] });
    expect(await inStorage('compare')).toEqual([A, B]);
    expect([kept.unkept.value, compare.ids.value]).toEqual([false, [A, B]]);
  });

  it('gets what was changed before another document was taken up, and loses what is taken back afterwards', async () => {
    await local.set({ [editsKey('d')]: [old] });
    const edits = createDocumentEdits(memory());
    edits.about('d');
    const undo = edits.add(next);
    edits.about('e');
    await pass(100);
    expect(await inStorage(editsKey('d'))).toEqual([old, next]);
    edits.about('d');
    await pass(100);
    expect(edits.list.value).toEqual([old, next]);
    undo();
    expect(edits.list.value).toEqual([old]);
    await pass(100);
    expect(await inStorage(editsKey('d'))).toEqual([old]);
  });

  it('stays when an edit is taken back that was made before it had come', async () => {
    await local.set({ [editsKey('d')]: [old] });
    const edits = createDocumentEdits(memory());
    edits.about('d');
    const undo = edits.add(next);
    await pass(100);
    undo();
    await pass(100);
    expect(edits.list.value).toEqual([old]);
    expect(await inStorage(editsKey('d'))).toEqual([old]);
  });
});

it('two windows keep each other’s edits of a document and of a comparison', async () => {
  const [left, right] = [memory(), memory()];
  const edit = (item: string) => ({ type: 'fields', item, corrections: { title: item } }) as const;
  const edits = [left, right].map((one) => createDocumentEdits(one));
  const comparisons = [left, right].map((one) => createComparison(signal([]), one));
  for (const one of edits) one.about('d');
  await pass(100);
  edits[0]?.add(edit('a'));
  comparisons[0]?.addRegion('310000');
  await pass(100);
  edits[1]?.add(edit('b'));
  comparisons[1]?.addTheme('tax');
  await pass(100);
  expect(await inStorage(editsKey('d'))).toEqual([edit('a'), edit('b')]);
  expect(await inStorage('comparison')).toMatchObject({ regions: ['310000'], themes: ['tax'] });
});

it('a document that is left and taken up again while a write hangs keeps its edit', async () => {
  const edit = (item: string) => ({ type: 'fields', item, corrections: { title: item } }) as const;
  const edits = createDocumentEdits(memory());
  edits.about('d');
  await pass(100);
  const answer = silence('set');
  edits.add(edit('a'));
  await pass(20);
  edits.about('e');
  edits.about('d');
  await pass(100);
  expect(edits.list.value).toEqual([edit('a')]);
  edits.add(edit('b'));
  answer();
  await pass(30_000);
  expect(await inStorage(editsKey('d'))).toEqual([edit('a'), edit('b')]);
});
