/** A passage is kept once, however many windows save it and whenever they do. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeFrame } from '@/lib/core/journal/frame';
import type { Clip } from '@/lib/core/model';
import { applyChange, NO_CHANGE } from '@/lib/store/apply';
import { databaseThere, openDatabase } from '@/lib/store/database';
import { SHAPES } from '@/lib/store/migrations/shapes';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { readHead } from '@/lib/store/rows';
import { encodeRecord } from '@/lib/store/second/record';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { buckets, journalFile, openPage, openStore, replaceRows, rowsOf, valueIn, wipeDatabase } from './open-store';

const all = { offset: 0, limit: 1_000 };
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe('a passage that is kept already', () => {
  const cases: [string, Clip, { saved: string[]; known: string[] }][] = [
    ['is not kept again under another id', sampleTwin(2, 1), { saved: [], known: [uuid(1)] }],
    ['is not kept again as a measure', sampleTwin(2, 1, { type: 'measure' }), { saved: [], known: [uuid(1)] }],
    [
      'is kept again when it is a selection (S08)',
      sampleTwin(2, 1, { type: 'excerpt' }),
      { saved: [uuid(2)], known: [] },
    ],
    ['is known when it is the same clip', sampleClip(1), { saved: [], known: [uuid(1)] }],
  ];
  it.each(cases)('%s', async (_, clip, expected) => {
    for (const { store } of [openStore(), openPage()]) {
      await valueIn(store.save([sampleClip(1)]));
      expect(await valueIn(store.save([clip]))).toEqual(expected);
      expect((await valueIn(store.find({}, all))).total).toBe(1 + expected.saved.length);
    }
  });

  it('does not keep the others from being saved', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    expect(await valueIn(store.save([sampleTwin(2, 1), sampleClip(3)]))).toEqual({
      saved: [uuid(3)],
      known: [uuid(1)],
    });
    // More than the quick way takes.
    const many = [sampleTwin(4, 1), ...range(100, 80).map((n) => sampleClip(n))];
    expect((await valueIn(store.save(many))).saved).toHaveLength(80);
    expect((await valueIn(store.find({}, all))).total).toBe(82);
  });

  it('counts once within one save', async () => {
    const { store } = openStore();
    expect(await valueIn(store.save([sampleClip(1), sampleTwin(2, 1)]))).toEqual({ saved: [uuid(1)], known: [] });
  });

  it('may be kept again when the clip lies in the trash', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(store.remove([uuid(1)], time(5)));
    expect((await valueIn(store.save([sampleTwin(2, 1)]))).saved).toEqual([uuid(2)]);
  });

  it('is not in the second place either', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(store.save([sampleTwin(2, 1)]));
    await valueIn(store.save([sampleClip(3)]));
    await store.close();
    indexedDB.deleteDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.findIds({}))).toSorted()).toEqual([uuid(1), uuid(3)]);
  });
});

it('two windows that keep the same document at the same moment keep every passage once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const first = openPage();
    const { store: second } = openPage({ name: first.name });
    const windows = [first.store, second];
    const answers = await Promise.all(
      windows.map(async (store, w) => valueIn(store.save(range(0, 20).map((n) => sampleTwin(1_000 * (w + 1) + n, n))))),
    );
    expect(answers.map(({ saved }) => saved.length).toSorted()).toEqual([0, 20]);
    const [one, two] = answers.toSorted((a, b) => b.saved.length - a.saved.length);
    expect(two?.known.toSorted()).toEqual(one?.saved.toSorted());
    const { clips } = await valueIn(second.find({}, all));
    expect(new Set(clips.map(({ key }) => key)).size).toBe(clips.length);
    expect(clips).toHaveLength(20);
  }
});

describe('a passage that was thrown away and kept again', () => {
  const first = sampleClip(1, { tags: ['旧'], note: '旧备注', corrections: { title: '旧题', section: '旧栏' } });
  const again = sampleTwin(2, 1, { tags: ['新'], note: '新备注', corrections: { title: '新题' } });
  const both = {
    id: uuid(2),
    deletedAt: null,
    tags: ['新', '旧'],
    note: '新备注\n\n旧备注',
    corrections: { title: '新题', section: '旧栏' },
  };
  /** The first in the trash, the second living. */
  async function keptAgain(open: typeof openPage = openPage) {
    const opened = open();
    await valueIn(opened.store.save([first]));
    await valueIn(opened.store.remove([uuid(1)], time(5)));
    await valueIn(opened.store.save([again]));
    return opened;
  }
  const living = async (store: OpenClipStore) => (await valueIn(store.find({}, all))).clips;

  it.each([
    ['in a page', openPage],
    ['in the worker', openStore],
  ])('%s: restoring the first unites them, and nothing of either is lost', async (_, open) => {
    const { store } = await keptAgain(open);
    expect(await valueIn(store.restore([uuid(1)], time(6)))).toEqual({ count: 0, united: [uuid(2)] });
    expect(await living(store)).toEqual([expect.objectContaining(both)]);
    const [kept] = await valueIn(store.get([uuid(1)]));
    expect(kept).toMatchObject({ tags: ['旧'], note: '旧备注', deletedAt: time(5) });
    expect((await valueIn(store.history(uuid(2))))[0]).toMatchObject({ tags: ['新'], note: '新备注' });
    expect(await valueIn(store.facets())).toMatchObject({ total: 1, trashed: 1 });
    // Once more adds nothing.
    expect(await valueIn(store.restore([uuid(1)], time(7)))).toEqual({ count: 0, united: [uuid(2)] });
    expect((await living(store))[0]?.revision).toBe(2);
  });

  it('is in the second place as it is in the database', async () => {
    const { name, store } = await keptAgain();
    await valueIn(store.restore([uuid(1)], time(6)));
    await store.close();
    await wipeDatabase(name);
    const { store: rebuilt } = openPage({ name });
    await expect.poll(() => living(rebuilt)).toEqual([expect.objectContaining(both)]);
  });

  it('of several in the trash the youngest comes back, with what the others had', async () => {
    const { store } = await keptAgain();
    await valueIn(store.remove([uuid(2)], time(6)));
    expect(await valueIn(store.restore([uuid(1), uuid(2)], time(7)))).toEqual({ count: 1, united: [uuid(2)] });
    expect(await living(store)).toEqual([expect.objectContaining({ ...both, revision: 3 })]);
  });

  it('comes back beside selections of the passage, which may be kept as often as one likes', async () => {
    const { store } = openPage();
    await valueIn(store.save([first]));
    await valueIn(store.save([sampleTwin(2, 1, { type: 'excerpt' })]));
    await valueIn(store.remove([uuid(1), uuid(2)], time(5)));
    expect(await valueIn(store.restore([uuid(1), uuid(2)], time(6)))).toEqual({ count: 2, united: [] });
  });

  it('is not brought back by going to an earlier revision', async () => {
    const { store } = await keptAgain();
    await valueIn(store.revert(uuid(1), 1, time(6)));
    expect((await living(store)).map(({ id }) => id)).toEqual([uuid(2)]);
  });

  it('two windows, one restores while the other keeps it again: one lives', async () => {
    for (let round = 0; round < 5; round += 1) {
      const clock = () => time(5);
      const { name, store } = openPage({ clock });
      const { store: other } = openPage({ name, clock });
      await valueIn(store.save([first]));
      await valueIn(store.remove([uuid(1)], time(5)));
      await Promise.all([valueIn(store.restore([uuid(1)], time(6))), valueIn(other.save([again]))]);
      expect(await living(store)).toHaveLength(1);
    }
  });

  it('a write that would bring it back all the same is refused where it is written', async () => {
    const { name } = await keptAgain();
    const events = { onOutdated: () => undefined, onLost: () => undefined };
    const tables = await openDatabase(await databaseThere(name), events, SHAPES);
    onTestFinished(() => tables.dexie.close());
    const head = readHead(await tables.state.get('head'))!;
    const back = { ...NO_CHANGE, puts: [{ ...first, revision: 3 }] };
    await expect(applyChange(tables, head, back)).rejects.toMatchObject({ code: 'no-answer' });
    const selection = { ...NO_CHANGE, puts: [{ ...first, type: 'excerpt' as const, revision: 3 }] };
    expect((await applyChange(tables, head, selection)).written).toEqual([uuid(1)]);
  });

  it('a backup from before unites them as well, one file or many batches', async () => {
    const { store: before } = openPage();
    await valueIn(before.save([first]));
    const work = { signal: new AbortController().signal, onProgress: () => undefined };
    const { file } = await valueIn(before.backup({ author: null, at: time(9) }, work));
    const { store } = await keptAgain();
    await valueIn(store.purge([uuid(1)]));
    const options = { author: null, at: time(9) };
    expect((await valueIn(store.restoreBackup(file, options, work))).counts).toMatchObject({ united: 1, new: 0 });
    expect(await living(store)).toEqual([expect.objectContaining(both)]);
    expect((await valueIn(store.restoreBackup(file, options, work))).counts).toMatchObject({ same: 1, united: 0 });
    // Two that follow each other in the file, more lines apart than are judged at once.
    const far = [sampleTwin(3, 1, { tags: ['三'] }), ...range(500, 220).map((n) => sampleClip(n))];
    const lines = [...far, sampleTwin(4, 1, { tags: ['四'] })].map((clip) => JSON.stringify({ clip, past: [] }));
    await valueIn(store.restoreBackup(new Blob([lines.join('\n')]), options, work));
    expect((await valueIn(store.get([uuid(2)])))[0]?.tags).toEqual(['新', '旧', '三', '四']);
  });

  it('both of a contradiction that a restore kept can be thrown away and brought back', async () => {
    const { store } = openPage();
    await valueIn(store.save([first]));
    const line = JSON.stringify({ clip: { ...first, note: '另一台' }, past: [] });
    const work = { signal: new AbortController().signal, onProgress: () => undefined };
    await valueIn(store.restoreBackup(new Blob([line]), { author: null, at: time(9) }, work));
    const ids = await valueIn(store.findIds({}));
    expect(ids).toHaveLength(2);
    for (const id of ids) {
      await valueIn(store.remove([id], time(10)));
      expect(await valueIn(store.restore([id], time(11)))).toEqual({ count: 1, united: [] });
    }
    expect((await living(store)).map(({ note }) => note).toSorted()).toEqual(['另一台', '旧备注']);
  });
});

describe('a browser that ends between two places', () => {
  /** The database as it is now, and a way to put it back: what a lost or a refused transaction leaves. */
  async function remember(name: string) {
    const tables = ['clips', 'lines', 'state'];
    const before = await Promise.all(tables.map((table) => rowsOf(name, table)));
    return async () => {
      for (const [i, table] of tables.entries()) await replaceRows(name, table, before[i] ?? []);
    };
  }

  it.each([
    ['a refused twin does not come back', false],
    ['a refused twin does not come back when the database is wiped', true],
  ])('%s', async (_, wiped) => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    await store.close();
    const { bytes: short } = await journalFile(name);
    // The journal with one record more, as of a save that the database refuses.
    const payload = encodeRecord({ ...NO_CHANGE, puts: [sampleTwin(3, 1)] });
    const state = (await rowsOf(name, 'state')) as { name: string; seq: number }[];
    const seq = state.find((row) => row.name === 'head')!.seq;
    const frame = encodeFrame(seq + 1, payload);
    await (await journalFile(name)).write(new Uint8Array([...short, ...frame]));
    if (wiped) await wipeDatabase(name);
    for (let start = 0; start < 2; start += 1) {
      const { store: again } = openPage({ name });
      const reports: string[] = [];
      again.report.subscribe((report) => report && reports.push(report.code));
      await expect.poll(async () => (await valueIn(again.findIds({}))).toSorted()).toEqual([uuid(1), uuid(2)]);
      await valueIn(again.save([sampleClip(10 + start)]));
      await valueIn(again.remove([uuid(10 + start)], time(9)));
      await valueIn(again.purge([uuid(10 + start)]));
      await expect.poll(async () => Reflect.get((await rowsOf(name, 'state'))[0] ?? {}, 'rebuilding')).toBe(false);
      if (!wiped || start > 0) expect(reports).toEqual([]);
      await again.close();
    }
    await wipeDatabase(name);
    const { store: last } = openPage({ name });
    await expect.poll(async () => (await valueIn(last.findIds({}))).toSorted()).toEqual([uuid(1), uuid(2)]);
  });

  it('what a page and then the worker saved under one number is kept, in both places', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await store.close();
    const back = await remember(name);
    const { store: page } = openPage({ name });
    await valueIn(page.save([sampleClip(2)]));
    await page.close();
    await back();
    const { store: worker } = openStore({ name });
    await valueIn(worker.save([sampleClip(3), sampleClip(4)]));
    await valueIn(worker.save([sampleClip(5)]));
    await worker.close();
    const everything = [1, 2, 3, 4, 5].map(uuid);
    for (const wipe of [false, true]) {
      if (wipe) await wipeDatabase(name);
      const { store: again } = openPage({ name });
      await expect.poll(async () => (await valueIn(again.findIds({}))).toSorted()).toEqual(everything);
      await again.close();
    }
  });

  it('letters that were entered but not taken away do not bring back what was deleted since', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await store.close();
    const { store: worker } = openStore({ name });
    await valueIn(worker.save([sampleClip(2)]));
    await worker.close();
    const { indexedDB: bucket } = await buckets().open(name);
    const letters = await rowsOf(`${name}-letters`, 'letters', bucket);
    expect(letters).toHaveLength(1);
    const { store: page } = openPage({ name });
    await valueIn(page.save([sampleClip(6)]));
    await valueIn(page.remove([uuid(2)], time(5)));
    await valueIn(page.purge([uuid(2)]));
    await page.close();
    await replaceRows(`${name}-letters`, 'letters', letters, bucket);
    const { store: later } = openStore({ name });
    await valueIn(later.save([sampleClip(3)]));
    await later.close();
    const { store: again } = openPage({ name });
    expect((await valueIn(again.findIds({}))).toSorted()).toEqual([uuid(1), uuid(3), uuid(6)]);
  });
});
