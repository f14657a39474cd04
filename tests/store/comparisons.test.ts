/** Named comparisons: saved, listed, removed, and what does not parse stays out of sight. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openComparisonStore } from '@/lib/store/open-comparison-store';
import { comparisonId, sampleComparison } from './comparison-samples';
import { freshName, journalFile, openPage, putRow, rowsOf, wipeDatabase, wipeJournal } from './open-store';

function open(name = freshName()) {
  const store = openComparisonStore(name);
  onTestFinished(() => store.close());
  return { store, name };
}

describe('comparisons', () => {
  it('come back as they were saved, latest first', async () => {
    const { store, name } = open();
    await store.save(sampleComparison(1));
    await store.save(sampleComparison(2));
    const again = open(name).store;
    expect(await again.list()).toEqual({ ok: true, value: [sampleComparison(2), sampleComparison(1)] });
  });
  it('are saved once however often they are sent, and never by an older copy', async () => {
    const { store } = open();
    const newer = sampleComparison(1, { revision: 3, name: '新' });
    await store.save(newer);
    await store.save(newer);
    expect(await store.save(sampleComparison(1))).toMatchObject({ ok: false, error: 'no-answer' });
    expect(await store.list()).toEqual({ ok: true, value: [newer] });
  });
  it('of two windows that count the same revision, the second hears that it is not kept', async () => {
    const { name, store } = openPage();
    const { store: other } = openPage({ name });
    const mine = sampleComparison(1, { themes: ['tax'] });
    expect(await store.comparisons.save(mine)).toMatchObject({ ok: true });
    const theirs = await other.comparisons.save(sampleComparison(1, { themes: ['land'] }));
    expect(theirs).toMatchObject({ ok: false, error: 'no-answer' });
    expect(await other.comparisons.list()).toEqual({ ok: true, value: [mine] });
  });
  it('are removed', async () => {
    const { store } = open();
    await store.save(sampleComparison(1));
    expect(await store.remove(comparisonId(1))).toEqual({
      ok: true,
      value: { count: 1, removed: sampleComparison(1) },
    });
    expect(await store.remove(comparisonId(1))).toEqual({ ok: true, value: { count: 0, removed: null } });
    expect(await store.list()).toEqual({ ok: true, value: [] });
  });
  it('that do not parse are refused, and left alone where they stand already', async () => {
    const { store, name } = open();
    await store.save(sampleComparison(1));
    expect(await store.save({ ...sampleComparison(2), id: 'x' })).toMatchObject({ ok: false });
    await putRow(name, 'comparisons', { id: 'broken', name: 7 });
    expect(await store.list()).toEqual({ ok: true, value: [sampleComparison(1)] });
    expect(await rowsOf(name, 'comparisons')).toHaveLength(2);
  });
  it('tell every window', async () => {
    const { store, name } = open();
    const heard = vi.fn();
    open(name).store.changes.subscribe(heard);
    await store.save(sampleComparison(1));
    await expect.poll(() => heard).toHaveBeenCalled();
  });
});

describe('comparisons are as safe as clips', () => {
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  const options = { author: null, at: '2026-11-24T08:00:00.000Z' };

  it('come back from the journal when the database is gone; deleted ones do not', async () => {
    const { name, store } = openPage();
    await store.comparisons.save(sampleComparison(1));
    await store.comparisons.save(sampleComparison(2));
    await store.comparisons.save(sampleComparison(1, { revision: 2, name: '新' }));
    await store.comparisons.remove(comparisonId(2));
    await store.close();
    await wipeDatabase(name);
    const again = openPage({ name }).store;
    await expect
      .poll(() => again.comparisons.list())
      .toEqual({ ok: true, value: [sampleComparison(1, { revision: 2, name: '新' })] });
  });
  it('go into a journal that is written anew', async () => {
    const { name, store } = openPage();
    await store.comparisons.save(sampleComparison(1));
    await store.close();
    await wipeJournal(name);
    const second = openPage({ name }).store;
    await second.comparisons.list();
    await expect.poll(async () => (await journalFile(name)).bytes.length).toBeGreaterThan(400);
    await second.close();
    await wipeDatabase(name);
    const third = openPage({ name }).store;
    await expect.poll(() => third.comparisons.list()).toEqual({ ok: true, value: [sampleComparison(1)] });
  });
  it('are in the backup; of two that contradict each other both are kept, once', async () => {
    const { store } = openPage();
    await store.comparisons.save(sampleComparison(1));
    const backup = await store.backup({ author: null, at: options.at }, work);
    if (!backup.ok) throw new Error(backup.error);
    const { store: other } = openPage();
    for (const counts of [{ new: 1 }, { same: 1 }]) {
      expect(await other.restoreBackup(backup.value.file, options, work)).toMatchObject({ value: { counts } });
    }
    expect(await other.comparisons.list()).toEqual({ ok: true, value: [sampleComparison(1)] });
    const { store: third } = openPage();
    await third.comparisons.save(sampleComparison(1, { name: '另一个' }));
    for (const counts of [{ conflict: 1 }, { same: 1 }]) {
      expect(await third.restoreBackup(backup.value.file, options, work)).toMatchObject({ value: { counts } });
    }
    const list = await third.comparisons.list();
    expect(list.ok && list.value.map(({ name }) => name).sort()).toEqual([
      '另一个',
      expect.stringMatching(/^对比 1（\d{4}-\d\d-\d\d）$/u),
    ]);
  });
});
