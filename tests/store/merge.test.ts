/** Backups of colleagues in real libraries: what is mine stays as it is, and what was exchanged adds nothing. */
import { describe, expect, it } from 'vitest';
import type { Clip } from '@/lib/core/model';
import type { ImportOptions } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { comparisonId, sampleComparison } from './comparison-samples';
import { openPage, valueIn } from './open-store';

const AT = '2026-06-01T00:00:00.000Z';
const work = { signal: new AbortController().signal, onProgress: () => undefined };
const from = (author: string | null): ImportOptions => ({ author, at: AT });
const backupOf = async (store: OpenClipStore) => (await valueIn(store.backup({ author: null, at: AT }, work))).file;
const merge = async (store: OpenClipStore, file: Blob, author: string | null) =>
  (await valueIn(store.restoreBackup(file, from(author), work))).counts;
const clipOf = async (store: OpenClipStore, n: number): Promise<Clip | undefined> =>
  (await valueIn(store.get([uuid(n)])))[0];
const everything = async (store: OpenClipStore) => {
  const ids = [...(await valueIn(store.findIds({}))), ...(await valueIn(store.findIds({ trashed: true })))];
  return [await valueIn(store.get(ids)), await valueIn(store.comparisons.list())];
};
async function filled(...clips: Clip[]): Promise<OpenClipStore> {
  const { store } = openPage();
  await valueIn(store.save(clips));
  return store;
}

describe('a colleague’s backup', () => {
  it('with a clip of mine that they threw away or corrected leaves mine as it is', async () => {
    const mine = await filled(sampleClip(1), sampleClip(2), sampleClip(3));
    const hers = await filled();
    await merge(hers, await backupOf(mine), null);
    await valueIn(hers.remove([uuid(1)], time(50)));
    await valueIn(hers.update(uuid(2), { corrections: { title: '她题' } }, time(51)));
    await valueIn(hers.update(uuid(3), { note: '她的话', tags: ['急'] }, time(52)));
    expect(await merge(mine, await backupOf(hers), '乙')).toMatchObject({ same: 1, united: 2, newer: 0, conflict: 0 });
    expect(await clipOf(mine, 1)).toEqual(sampleClip(1));
    expect(await clipOf(mine, 2)).toMatchObject({ corrections: {}, note: '【@乙】\n更正标题：她题' });
    expect(await clipOf(mine, 3)).toMatchObject({ tags: ['急@乙'], note: '【@乙】\n她的话', deletedAt: null });
  });

  it('signs the history of a clip that comes in', async () => {
    const hers = await filled(sampleClip(1, { tags: ['t'], note: '旧' }));
    await valueIn(hers.update(uuid(1), { note: '新' }, time(50)));
    const mine = await filled();
    await merge(mine, await backupOf(hers), '乙');
    expect(await valueIn(mine.history(uuid(1)))).toMatchObject([{ tags: ['t@乙'], note: '【@乙】\n旧' }]);
    await valueIn(mine.revert(uuid(1), 1, time(60)));
    expect(await clipOf(mine, 1)).toMatchObject({ tags: ['t@乙'], note: '【@乙】\n旧' });
  });

  it('does not bring back what was deleted here for good; one’s own backup does', async () => {
    const hers = await filled(sampleClip(1), sampleClip(2));
    const file = await backupOf(hers);
    const mine = await filled();
    await merge(mine, file, '乙');
    const own = await backupOf(mine);
    await valueIn(mine.remove([uuid(1)], time(50)));
    await valueIn(mine.purge([uuid(1)]));
    const plan = await valueIn(mine.inspectBackup(file, from('乙'), work));
    expect(plan.lists.gone).toEqual([{ line: 1, title: sampleClip(1).item.title.value }]);
    expect(await merge(mine, file, '乙')).toMatchObject({ gone: 1, same: 1, new: 0 });
    expect(await clipOf(mine, 1)).toBeUndefined();
    expect(await merge(mine, own, null)).toMatchObject({ gone: 0, new: 1 });
    expect(await clipOf(mine, 1)).toBeDefined();
    expect(await merge(mine, file, '乙')).toMatchObject({ gone: 0, same: 2 });
  });

  it('that goes back and forth adds nothing after the first time', { timeout: 60_000 }, async () => {
    const a = await filled(sampleClip(1, { note: '话', tags: ['y'] }), sampleClip(2, { note: '甲的' }), sampleClip(5));
    const b = await filled(sampleTwin(11, 1, { note: '不一样', tags: ['y', 'z'] }), sampleClip(12));
    await valueIn(a.comparisons.save(sampleComparison(1)));
    const links = [{ kind: 'join' as const, a: `${uuid(11)}#m0`, b: `${uuid(12)}#m1` }];
    const theirs = sampleComparison(1, { clipIds: [uuid(11), uuid(12)], links, name: '乙的' });
    await valueIn(b.comparisons.save(theirs));
    const exchange = async () => {
      await merge(a, await backupOf(b), '乙');
      await merge(b, await backupOf(a), '甲');
    };
    await exchange();
    const rested = [await everything(a), await everything(b)];
    for (let i = 0; i < 3; i += 1) await exchange();
    expect([await everything(a), await everything(b)]).toEqual(rested);
    const namesIn = async (store: OpenClipStore) =>
      (await valueIn(store.comparisons.list())).map(({ name }) => name).toSorted();
    expect([await namesIn(a), await namesIn(b)]).toEqual([
      ['乙的@乙（2026-11-23）', '对比 1'],
      ['乙的', '对比 1@甲（2026-11-23）'],
    ]);
    expect(await clipOf(a, 1)).toMatchObject({ tags: ['y', 'z@乙'], note: '话\n\n【@乙】\n不一样' });
    expect(await clipOf(b, 11)).toMatchObject({ tags: ['y', 'z'], note: '不一样\n\n【@甲】\n话' });
  });

  it('has its words on a clip of mine in the trash outside the trash, once', async () => {
    const mine = await filled(sampleClip(1));
    await valueIn(mine.remove([uuid(1)], time(50)));
    const file = await backupOf(await filled(sampleClip(1, { note: '她的话' })));
    expect(await merge(mine, file, '乙')).toMatchObject({ conflict: 1, united: 0 });
    expect(await merge(mine, file, '乙')).toMatchObject({ same: 1, conflict: 0 });
    const living = await valueIn(mine.get(await valueIn(mine.findIds({}))));
    expect(living).toMatchObject([{ note: '【@乙】\n她的话', deletedAt: null }]);
    expect(await clipOf(mine, 1)).toEqual({ ...sampleClip(1), deletedAt: time(50), updatedAt: time(50), revision: 2 });
  });

  it('brings its comparisons under its name, of the clips that stand for those it has', async () => {
    const mine = await filled(sampleClip(1));
    const hers = await filled(sampleTwin(11, 1), sampleClip(12));
    const links = [{ kind: 'join' as const, a: `${uuid(11)}#m0`, b: `${uuid(12)}#m1` }];
    await valueIn(hers.comparisons.save(sampleComparison(7, { clipIds: [uuid(11), uuid(12)], links })));
    const file = await backupOf(hers);
    await merge(mine, file, '乙');
    expect(await merge(mine, file, '乙')).toMatchObject({ same: 3, conflict: 0, new: 0 });
    expect(await valueIn(mine.comparisons.list())).toEqual([
      sampleComparison(7, {
        name: '对比 7@乙',
        clipIds: [uuid(1), uuid(12)],
        links: [{ kind: 'join', a: `${uuid(1)}#m0`, b: `${uuid(12)}#m1` }],
      }),
    ]);
  });
});

describe('a clip that has no room for what another of its passage has', () => {
  const tags = (name: string) => Array.from({ length: 60 }, (_, i) => `${name}${i}`);
  const mine = sampleClip(1, { tags: tags('a') });
  const other = sampleTwin(2, 1, { tags: tags('b') });

  it.each([
    ['a colleague’s', '乙', tags('b').map((tag) => `${tag}@乙`)],
    ['one’s own', null, tags('b')],
  ])('stays as it is, and %s is kept beside it, once', async (_, author, expected) => {
    const store = await filled(mine);
    const file = await backupOf(await filled(other));
    expect(await merge(store, file, author)).toMatchObject({ conflict: 1 });
    expect(await merge(store, file, author)).toMatchObject({ same: 1, conflict: 0 });
    const clips = await valueIn(store.get(await valueIn(store.findIds({}))));
    expect(clips.map((clip) => clip.tags).toSorted()).toEqual([tags('a'), expected]);
  });

  it('stays as it is when the other is taken out of the trash, which stays there whole', async () => {
    const store = await filled(other);
    await valueIn(store.remove([uuid(2)], time(5)));
    await valueIn(store.save([mine]));
    expect(await valueIn(store.restore([uuid(2)], time(6)))).toEqual({ count: 0, united: [] });
    expect(await clipOf(store, 1)).toEqual(mine);
    expect(await clipOf(store, 2)).toMatchObject({ tags: tags('b'), deletedAt: time(5) });
  });
});

describe('a comparison that differs', () => {
  it.each([
    ['of a colleague, higher', '乙', 3, ['对比 1', '她的@乙（2026-11-23）']],
    ['of a colleague, lower', '乙', 1, ['对比 1', '她的@乙（2026-11-23）']],
    ['of one’s own, higher', null, 3, ['她的（2026-11-23）', '对比 1']],
    ['of one’s own, lower', null, 1, ['她的（2026-11-23）', '对比 1']],
  ])('%s: both are kept, once', async (_, author, revision, expected) => {
    const mine = await filled();
    await valueIn(mine.comparisons.save(sampleComparison(1, { revision: 2 })));
    const other = await filled();
    await valueIn(other.comparisons.save(sampleComparison(1, { name: '她的', revision })));
    const file = await backupOf(other);
    expect(await merge(mine, file, author)).toMatchObject({ conflict: 1, newer: 0, same: 0 });
    expect(await merge(mine, file, author)).toMatchObject({ conflict: 0, same: 1 });
    const list = await valueIn(mine.comparisons.list());
    expect(list.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
    expect(list.find(({ id }) => id === comparisonId(1))).toEqual(sampleComparison(1, { revision: 2 }));
  });
});
