/** The comparison being worked on outlives its window, and named ones come back with everything decided. */
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { Clip } from '@/lib/core/model/clip';
import { fail, ok } from '@/lib/core/model/failure';
import { createCompareStore } from '@/lib/state/compare-store';
import { createComparison } from '@/lib/state/comparison';
import { createVolatileMemory } from '@/lib/state/memory';
import { createSavedComparisons } from '@/lib/state/saved-comparisons';
import { createToasts } from '@/lib/state/toasts';
import { createMemoryComparisons } from '../components/scene/memory-comparisons';
import { createMemoryStore } from '../components/scene/memory-store';
import { clipId } from '../fixtures/make-clip';
import { fujian, hubei, shanghai } from '../fixtures/policy-clips';

const CLIPS = [shanghai, hubei, fujian];
const tick = () => new Promise((resolve) => setTimeout(resolve));

describe('working comparison', () => {
  it('keeps decisions over a restart', async () => {
    const memory = createVolatileMemory();
    const clips = signal<readonly Clip[]>(CLIPS);
    const first = createComparison(clips, memory);
    const row = first.table.value.rows.find((one) => one.title === '概念验证平台')!;
    first.rename(row, '平台');
    first.mark({ region: '310000', theme: 'tax' }, 'none-found', '2026-11-20');
    first.setGrouping('clip');
    await tick();
    const second = createComparison(clips, memory);
    await tick();
    expect(second.grouping.value).toBe('clip');
    expect(second.table.value.rows.map((one) => one.title)).toContain('平台');
    expect(second.cells.value).toEqual([{ region: '310000', theme: 'tax', state: 'none-found', on: '2026-11-20' }]);
  });

  it.each([
    ['garbage', 'x'],
    ['an older shape', { grouping: 'region' }],
    ['a length that is no number', { grouping: 'region', links: { length: { toString: 1 } } }],
    ['a foreign mark', { grouping: 'region', links: [], cells: [{ region: 'x' }], regions: [], themes: [] }],
  ])('begins anew on %s', async (_, stored) => {
    const state = createComparison(signal<readonly Clip[]>(CLIPS), createVolatileMemory({ comparison: stored }));
    await tick();
    expect(state.grouping.value).toBe('region');
    expect(state.table.value.columns).toHaveLength(3);
  });

  it.each([
    ['a length that is no number', { length: { toString: 1 } }],
    ['ids that are none', ['x']],
    ['no list', 7],
  ])('compares nothing of %s, and still what is added', async (_, stored) => {
    const compare = createCompareStore(createMemoryStore(CLIPS), createVolatileMemory({ compare: stored }));
    compare.start();
    compare.add([shanghai.id]);
    await tick();
    expect(compare.ids.value).toEqual([shanghai.id]);
    expect(compare.clips.value.map(({ id }) => id)).toEqual([shanghai.id]);
  });

  it('follows the clips', () => {
    const clips = signal<readonly Clip[]>(CLIPS);
    const state = createComparison(clips, createVolatileMemory());
    clips.value = [shanghai];
    expect(state.table.value.columns.map((column) => column.id)).toEqual(['310000']);
    expect(state.tiles.value.filter((value) => value.count !== null)).toHaveLength(1);
  });
});

describe('named comparisons', () => {
  async function setUp() {
    const memory = createVolatileMemory();
    const compare = createCompareStore(createMemoryStore(CLIPS), memory);
    const comparison = createComparison(compare.clips, memory);
    const toasts = createToasts();
    let ids = 50;
    const kept = createMemoryComparisons();
    const saved = createSavedComparisons({
      store: kept,
      compare,
      comparison,
      toasts,
      clock: () => '2026-11-23T08:00:00.000Z',
      newId: () => clipId(ids++),
    });
    for (const part of [compare, saved]) part.start();
    compare.arrange(CLIPS.map((clip) => clip.id));
    await tick();
    return { compare, comparison, saved, kept, toasts };
  }

  it('that cannot be read now are not taken for none', async () => {
    const { saved, kept } = await setUp();
    await saved.save('季度');
    vi.spyOn(kept, 'list').mockResolvedValueOnce(fail('store-timeout'));
    await saved.refresh();
    expect([saved.error.value, saved.list.value.length]).toEqual(['store-timeout', 1]);
    await saved.refresh();
    expect(saved.error.value).toBeNull();
  });

  it('under a name that has come back meanwhile are that one anew, not a second one', async () => {
    const { saved, kept } = await setUp();
    await saved.save('季度');
    const before = saved.list.value;
    vi.spyOn(kept, 'list').mockResolvedValueOnce(ok([]));
    await saved.refresh();
    expect(saved.list.value).toEqual([]);
    await saved.save('季度');
    expect(saved.list.value.map(({ id, revision }) => [id, revision])).toEqual([[before[0]?.id, 2]]);
  });

  it('are not saved while it is not known which there are', async () => {
    const { saved, kept, toasts } = await setUp();
    vi.spyOn(kept, 'list').mockResolvedValueOnce(fail('store-timeout'));
    expect(await saved.save('季度')).toBe(false);
    expect(toasts.list.value).toHaveLength(1);
  });

  it('come back with clips, grouping and marks', async () => {
    const { compare, comparison, saved } = await setUp();
    comparison.setGrouping('clip');
    comparison.mark({ region: '310000', theme: 'tax' }, 'not-applicable', '2026-11-20');
    expect(await saved.save(' 季度 ')).toBe(true);
    comparison.clear();
    compare.clear();
    await tick();
    saved.open(saved.list.value[0]?.id ?? '');
    await tick();
    expect(compare.ids.value).toEqual(CLIPS.map((clip) => clip.id));
    expect(comparison.grouping.value).toBe('clip');
    expect(comparison.cells.value).toEqual([{ region: '310000', theme: 'tax', state: 'not-applicable' }]);
  });

  it('one clip alone is offered those of other provinces, and only while it is alone', async () => {
    const { compare } = await setUp();
    const [first, second] = CLIPS;
    if (!first || !second) throw new Error('there are clips');
    compare.arrange([first.id]);
    await tick();
    expect(compare.beside.value.map((clip) => clip.id)).toContain(second.id);
    expect(compare.beside.value.map((clip) => clip.id)).not.toContain(first.id);
    compare.add([second.id]);
    await tick();
    expect(compare.beside.value).toEqual([]);
  });

  it('of the same name are one, with a higher revision', async () => {
    const { saved } = await setUp();
    await saved.save('季度');
    await tick();
    await saved.save('季度');
    await tick();
    expect(saved.list.value).toMatchObject([{ name: '季度', revision: 2 }]);
  });

  it('that another window saves at the same moment are overwritten by the later one, not thrown away', async () => {
    const { saved, kept, compare } = await setUp();
    await saved.save('季度');
    const [first] = saved.list.value;
    if (!first) throw new Error('it was saved');
    const save = kept.save.bind(kept);
    vi.spyOn(kept, 'save').mockImplementationOnce(async () => {
      await save({ ...first, revision: 2, clipIds: [] });
      return fail('no-answer');
    });
    expect(await saved.save('季度')).toBe(true);
    await tick();
    expect(saved.list.value).toMatchObject([{ revision: 3, clipIds: compare.ids.value }]);
  });

  it('that cannot be saved say so', async () => {
    const { saved, kept, toasts } = await setUp();
    const save = vi.spyOn(kept, 'save').mockResolvedValue(fail('no-answer'));
    expect(await saved.save('季度')).toBe(false);
    expect([save.mock.calls.length, toasts.list.value.length]).toEqual([3, 1]);
  });

  it('of which another window has just saved a newer state come back as that by undo', async () => {
    const { saved, kept, toasts } = await setUp();
    await saved.save('季度');
    await tick();
    const [shown] = saved.list.value;
    if (!shown) throw new Error('it was saved');
    vi.spyOn(kept, 'remove').mockImplementationOnce(async () =>
      ok({ count: 1, removed: { ...shown, revision: 2, themes: ['新'] } }),
    );
    await saved.remove(shown.id);
    toasts.act(toasts.list.value.at(-1)?.id ?? 0);
    await tick();
    expect(saved.list.value).toMatchObject([{ revision: 2, themes: ['新'] }]);
  });

  it('are refused without a name or without clips', async () => {
    const { saved, compare } = await setUp();
    expect(await saved.save('  ')).toBe(false);
    compare.clear();
    expect(await saved.save('x')).toBe(false);
  });

  it('that were deleted come back by undo', async () => {
    const { saved, toasts } = await setUp();
    await saved.save('季度');
    await tick();
    await saved.remove(saved.list.value[0]?.id ?? '');
    await tick();
    expect(saved.list.value).toEqual([]);
    toasts.act(toasts.list.value.at(-1)?.id ?? 0);
    await tick();
    expect(saved.list.value).toMatchObject([{ name: '季度' }]);
  });
});
