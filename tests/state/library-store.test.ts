/** 资料库: asking, paging, ticking, trash, tags; and the clips that are compared. */
import { describe, expect, it, vi } from 'vitest';
import type { Clip } from '@/lib/core/model/clip';
import { CHUNK } from '@/lib/state/clip-list';
import { MOST_COMPARED } from '@/lib/state/compare-store';
import type { LibraryStore } from '@/lib/state/library-store';
import { createScene } from '../components/scene/services';
import { clipId } from '../fixtures/make-clip';
import { fujian, hubei, shanghai } from '../fixtures/policy-clips';

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));
const many = (count: number): Clip[] =>
  Array.from({ length: count }, (_, n) => ({
    ...shanghai,
    id: clipId(n + 1),
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
  }));

async function open(clips: readonly Clip[]) {
  const scene = createScene({ clips });
  scene.start();
  await settled();
  return { ...scene, library: scene.services.library, compare: scene.services.compare };
}

describe('list', () => {
  it('knows the total and fetches what comes into view', async () => {
    const { library } = await open(many(1_000));
    expect(library.list.total.value).toBe(1_000);
    expect(library.list.at(0)?.id).toBe(clipId(1_000));
    expect(library.list.at(700)).toBeUndefined();
    library.list.need(690, 710);
    await settled();
    expect(library.list.at(700)?.id).toBe(clipId(300));
    expect(library.list.at(700 - CHUNK * 3)).toBeUndefined();
  });

  it('fetches however many for an export, at one stroke: together they are read much faster than in shares', async () => {
    const { library, store } = await open(many(1_200));
    const get = vi.spyOn(store, 'get');
    const all = await library.allIds();
    const ids = all.ok ? all.value : [];
    expect(ids).toHaveLength(1_200);
    const clips = await library.clipsOf(ids);
    expect(clips.ok && clips.value.map(({ id }) => id)).toEqual(ids);
    expect(get.mock.calls.map(([asked]) => asked.length)).toEqual([1_200]);
  });

  it('answers the newest question when questions overtake each other', async () => {
    const { library } = await open([shanghai, hubei, fujian]);
    library.query.value = '省:上海';
    library.query.value = '省:湖北';
    await settled();
    expect([library.list.total.value, library.list.at(0)?.id]).toEqual([1, hubei.id]);
  });

  it('shows what another window changed', async () => {
    const { library, store } = await open([shanghai]);
    await store.save([hubei]);
    await settled();
    expect([library.list.total.value, library.facets.value?.total]).toEqual([2, 2]);
  });

  it('says why there is nothing', async () => {
    const { library, store } = await open([shanghai]);
    store.failNext('store-unavailable', 3);
    library.query.value = '配套';
    await settled();
    expect(library.list.error.value).toBe('store-unavailable');
  });
});

describe('a question that fails', () => {
  it.each([
    ['ticking all', (library: LibraryStore) => library.selectAll()],
    ['tagging', (library: LibraryStore) => library.tagSelected(['新'])],
    ['a clip', (library: LibraryStore) => library.show(shanghai.id)],
  ])('says so: %s', async (_, act) => {
    const { library, store, services } = await open([shanghai]);
    library.tick(0);
    store.failNext('store-timeout');
    await act(library);
    expect(services.toasts.list.value.at(-1)?.text.key).toBe('error.store_timeout.text');
  });
});

describe('ticking', () => {
  it('ticks one, a range, all', async () => {
    const { library } = await open(many(200));
    library.tick(2);
    library.selectRange(5);
    expect(library.selection.count.value).toBe(4);
    await library.selectAll();
    expect(library.selection.count.value).toBe(200);
    library.selection.clear();
    expect(library.selection.count.value).toBe(0);
  });

  it('gives the ticked ones in the order of the list', async () => {
    const { library } = await open(many(10));
    library.tick(7);
    library.tick(1);
    expect(await library.selectedIds()).toEqual([clipId(9), clipId(3)]);
  });

  it('tags them without taking tags away', async () => {
    const { library, store } = await open([{ ...shanghai, tags: ['旧'] }, hubei]);
    await library.selectAll();
    await library.tagSelected(['新']);
    expect(store.all().map((clip) => clip.tags)).toEqual([['旧', '新'], ['新']]);
  });
});

describe('trash', () => {
  it('moves, undoes, purges', async () => {
    const { library, store, services } = await open([shanghai, hubei]);
    library.tick(0);
    await library.removeSelected();
    await settled();
    expect([library.list.total.value, library.facets.value?.trashed]).toEqual([1, 1]);
    services.toasts.act(services.toasts.list.value[0]?.id ?? 0);
    await settled();
    expect(library.list.total.value).toBe(2);
    library.tick(0);
    await library.removeSelected();
    library.openTrash(true);
    await settled();
    expect(library.list.total.value).toBe(1);
    library.tick(0);
    await library.purgeSelected();
    expect(store.all()).toHaveLength(1);
  });

  it('leaves step by step', async () => {
    const { library } = await open([shanghai]);
    library.openTrash(true);
    library.openTrash(false);
    await library.show(shanghai.id);
    library.editing.value = true;
    library.tick(0);
    library.leave();
    expect([library.editing.value, library.detail.value?.id]).toEqual([false, shanghai.id]);
    library.leave();
    expect(library.detail.value).toBeNull();
    library.leave();
    expect(library.selection.count.value).toBe(0);
  });
});

describe('compared clips', () => {
  it('last, lose those that go, and are never more than can be read', async () => {
    const { compare, services, store, memory } = await open([shanghai, hubei, fujian]);
    compare.add([shanghai.id, hubei.id, shanghai.id]);
    await settled();
    expect(compare.clips.value.map((clip) => clip.id)).toEqual([shanghai.id, hubei.id]);
    expect(await memory.get('compare')).toEqual([shanghai.id, hubei.id]);
    await services.clipper.remove([hubei.id]);
    await settled();
    expect(compare.clips.value.map((clip) => clip.id)).toEqual([shanghai.id]);
    store.failNext('store-timeout');
    await compare.refresh();
    expect([compare.error.value, compare.count.value]).toEqual(['store-timeout', 1]);
    await compare.refresh();
    expect([compare.error.value, compare.count.value]).toEqual([null, 1]);
    compare.arrange(Array.from({ length: MOST_COMPARED + 5 }, (_, n) => clipId(n)));
    expect(compare.ids.value).toHaveLength(MOST_COMPARED);
  });
});
