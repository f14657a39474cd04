import { describe, expect, it } from 'vitest';
import type { Clip } from '@/lib/core/model';
import type { ClipQuery } from '@/lib/store/contract';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { openPage, openStore, valueIn, wipeDatabase } from './open-store';

const ids = (clips: readonly Clip[]) => clips.map((clip) => Number.parseInt(clip.id.slice(-6), 16));
const all = { offset: 0, limit: 100 };

describe('saving', () => {
  it('keeps a clip as it is', async () => {
    const { store } = openStore();
    expect(await valueIn(store.save([sampleClip(1)]))).toEqual({ saved: [uuid(1)], known: [] });
    expect(await valueIn(store.get([uuid(1), uuid(9)]))).toEqual([sampleClip(1)]);
  });

  it('is safe to repeat', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1)]));
    expect(await valueIn(store.save([sampleClip(1, { note: '另一个' }), sampleClip(2)]))).toEqual({
      saved: [uuid(2)],
      known: [uuid(1)],
    });
    const { clips, total } = await valueIn(store.find({}, all));
    expect([ids(clips), total, clips.map((clip) => clip.note)]).toEqual([[2, 1], 2, ['', '']]);
  });

  it('refuses what is no clip, and writes none of the others', async () => {
    const { store } = openStore();
    const answer = await store.save([sampleClip(1), { ...sampleClip(2), id: 'x' }]);
    expect(answer.ok).toBe(false);
    expect((await valueIn(store.find({}, all))).total).toBe(0);
  });
});

describe('editing', () => {
  it('counts revisions and merges corrections', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(
      store.update(uuid(1), { tags: ['科技'], corrections: { title: '甲', regions: ['420000'] } }, time(50)),
    );
    const clip = await valueIn(store.update(uuid(1), { corrections: { title: undefined } }, time(60)));
    expect(clip).toMatchObject({
      revision: 3,
      tags: ['科技'],
      corrections: { regions: ['420000'] },
      updatedAt: time(60),
    });
    expect(clip.corrections).not.toHaveProperty('title');
    expect(await valueIn(store.get([uuid(1)]))).toEqual([clip]);
  });

  it('refuses a tag that is none', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1)]));
    expect((await store.update(uuid(1), { tags: [' 甲 '] }, time(2))).ok).toBe(false);
    expect((await valueIn(store.get([uuid(1)])))[0]?.revision).toBe(1);
  });

  it('makes no second revision of an edit that is asked for again', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1)]));
    const change = { note: '甲', tags: ['乙'], corrections: { title: '丙' } };
    for (const at of [1, 2])
      expect(await valueIn(store.update(uuid(1), change, time(at)))).toMatchObject({ revision: 2 });
    for (const at of [3, 4])
      expect(await valueIn(store.revert(uuid(1), 1, time(at)))).toMatchObject({ revision: 3, note: '' });
    expect((await valueIn(store.history(uuid(1)))).length).toBe(2);
  });

  it('keeps what a clip was, and brings it back as a new revision', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(store.update(uuid(1), { note: '一' }, time(2)));
    await valueIn(store.update(uuid(1), { note: '二', tags: ['甲'] }, time(3)));
    const history = await valueIn(store.history(uuid(1)));
    expect(history.map(({ revision, note, at }) => [revision, note, at])).toEqual([
      [2, '一', time(2)],
      [1, '', time(1)],
    ]);
    expect(await valueIn(store.revert(uuid(1), 2, time(4)))).toMatchObject({ revision: 4, note: '一', tags: [] });
    expect((await store.revert(uuid(1), 7, time(5))).ok).toBe(false);
    expect(await valueIn(store.history(uuid(1)))).toHaveLength(3);
  });

  it('renames a tag and unites it with one that is there', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1, { tags: ['旧', '新'] }), sampleClip(2, { tags: ['旧'] }), sampleClip(3)]));
    expect(await valueIn(store.renameTag('旧', '新', time(9)))).toEqual({ count: 2 });
    const { clips } = await valueIn(store.find({ tags: ['新'] }, all));
    expect(clips.map((clip) => clip.tags)).toEqual([['新'], ['新']]);
    expect((await valueIn(store.facets())).tags).toEqual([{ value: '新', count: 2 }]);
  });
});

describe('trash', () => {
  it('hides, gives back, and deletes only what lies in it', async () => {
    const { store } = openStore();
    await valueIn(store.save([1, 2, 3].map((n) => sampleClip(n))));
    expect(await valueIn(store.remove([uuid(1), uuid(2), uuid(8)], time(9)))).toEqual({ count: 2 });
    expect(ids((await valueIn(store.find({}, all))).clips)).toEqual([3]);
    expect(ids((await valueIn(store.find({ trashed: true }, all))).clips)).toEqual([2, 1]);
    expect(await valueIn(store.restore([uuid(1)], time(10)))).toEqual({ count: 1, united: [] });
    expect(await valueIn(store.purge([uuid(1), uuid(2)]))).toEqual({ count: 1 });
    expect(ids((await valueIn(store.find({}, all))).clips)).toEqual([3, 1]);
    expect(await valueIn(store.facets())).toMatchObject({ total: 2, trashed: 0 });
  });

  it('does not bring back what was deleted for good', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(store.remove([uuid(1)], time(2)));
    await valueIn(store.purge([uuid(1)]));
    expect(await valueIn(store.save([sampleClip(1)]))).toEqual({ saved: [], known: [uuid(1)] });
  });
});

describe('finding', () => {
  const source = sampleClip(0).source;
  const clips = [
    sampleClip(1, { tags: ['科技金融'] }),
    sampleClip(2, { note: 'Big  Ｄata', source: { ...source, publishedOn: '2025-01-31' } }),
    sampleClip(3, { corrections: { regions: ['310000'], agencies: ['上海市科学技术委员会'], title: '另一篇' } }),
    sampleClip(4, { source: { ...source, issueNumber: '12', documentKey: 'other' }, tags: ['科技金融', '人才'] }),
  ];
  const cases: [string, ClipQuery, number[]][] = [
    ['everything, newest first', {}, [4, 3, 2, 1]],
    ['all words, any order, folded', { text: 'ＤATA  科技厅' }, [2]],
    ['words of one field do not run into the next', { text: '另一篇样例' }, []],
    ['a number inside', { text: '8亿' }, [4, 3, 2, 1]],
    ['regular expression signs are text', { text: '.*' }, []],
    ['region, corrected', { regions: ['310000'] }, [3]],
    ['region, either', { regions: ['310000', '510000'] }, [4, 3, 2, 1]],
    ['tag, any case', { tags: ['科技金融'] }, [4, 1]],
    ['all tags', { tags: ['科技金融', '人才'] }, [4]],
    ['agency by its full name', { agencies: ['上海市科学技术委员会'] }, [3]],
    ['agency by a part', { agencies: ['科学技术厅'] }, [4, 2, 1]],
    ['issue number', { issueNumber: '第７期' }, [3, 2, 1]],
    ['document', { documentKey: 'other' }, [4]],
    ['from', { publishedFrom: '2025-02-01' }, [4, 3, 1]],
    ['to', { publishedTo: '2025-01-31' }, [2]],
    ['trash', { trashed: true }, []],
  ];
  it.each(cases)('%s', async (_, query, expected) => {
    const { store } = openStore();
    await valueIn(store.save(clips));
    const page = await valueIn(store.find(query, all));
    expect([ids(page.clips), page.total]).toEqual([expected, expected.length]);
    expect(await valueIn(store.findIds(query))).toEqual(page.clips.map((clip) => clip.id));
  });

  it('answers in windows', async () => {
    const { store } = openStore();
    await valueIn(store.save([1, 2, 3, 4, 5].map((n) => sampleClip(n))));
    const page = await valueIn(store.find({ text: '样例' }, { offset: 1, limit: 2 }));
    expect([ids(page.clips), page.total]).toEqual([[4, 3], 5]);
    expect(ids((await valueIn(store.find({}, { offset: 3, limit: 9 }))).clips)).toEqual([2, 1]);
  });

  it('tells by key what is kept', async () => {
    const { store } = openStore();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await valueIn(store.remove([uuid(1)], time(3)));
    const keys = [1, 2].map((n) => sampleClip(n).key);
    expect(await valueIn(store.byKey([...keys, 'none']))).toEqual(new Map([[keys[1], [uuid(2)]]]));
  });
});

it('a second window sees every change, and is told', async () => {
  const { name, store } = openStore();
  const other = openStore({ name }).store;
  let ticks = 0;
  other.changes.subscribe(() => {
    ticks += 1;
  });
  await valueIn(other.facets());
  await valueIn(store.save([sampleClip(1, { tags: ['甲'] })]));
  await expect.poll(() => ticks).toBe(1);
  expect((await valueIn(other.facets())).tags).toEqual([{ value: '甲', count: 1 }]);
  await valueIn(other.remove([uuid(1)], time(2)));
  await valueIn(other.purge([uuid(1)]));
  expect(await valueIn(store.findIds({ trashed: true }))).toEqual([]);
});

it('F24 a clock that jumps loses nothing: what was written last counts, whatever its time', async () => {
  const { name, store } = openPage({ clock: () => time(0) });
  await valueIn(store.save([sampleClip(1)]));
  await valueIn(store.update(uuid(1), { note: '先' }, '2036-01-01T00:00:00.000Z'));
  await valueIn(store.update(uuid(1), { note: '后' }, '1999-01-01T00:00:00.000Z'));
  await valueIn(store.remove([uuid(1)], '2036-01-01T00:00:00.000Z'));
  await valueIn(store.restore([uuid(1)], '1999-01-01T00:00:00.000Z'));
  await store.close();
  await wipeDatabase(name);
  const { store: again } = openPage({ name, clock: () => '1970-01-01T00:00:00.000Z' });
  await expect.poll(async () => (await valueIn(again.find({}, all))).total).toBe(1);
  expect(await valueIn(again.get([uuid(1)]))).toMatchObject([{ note: '后', revision: 5, deletedAt: null }]);
  expect((await valueIn(again.history(uuid(1)))).map(({ note }) => note)).toEqual(['后', '后', '先', '']);
});

it('F24 two windows that save at the same time lose nothing', async () => {
  const { name, store } = openStore();
  const other = openStore({ name }).store;
  await Promise.all(
    Array.from({ length: 60 }, (_, n) => valueIn((n % 2 ? store : other).save([sampleClip(n), sampleClip(100)]))),
  );
  expect((await valueIn(store.find({}, all))).total).toBe(61);
});
