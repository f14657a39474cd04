/** A restore writes what it says, whatever else is written while it judges, and never over it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastOf } from '@/lib/core/backup/format';
import type { Clip } from '@/lib/core/model';
import type { ImportOptions } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { sampleComparison } from './comparison-samples';
import { openPage, openStore, valueIn, wipeDatabase } from './open-store';

const AT = '2026-06-01T00:00:00.000Z';
const OWN: ImportOptions = { author: null, at: AT };
const work = (onProgress: (done: number) => void = () => undefined, signal = new AbortController().signal) => ({
  signal,
  onProgress,
});
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
const backupOf = async (store: OpenClipStore) => (await valueIn(store.backup({ author: null, at: AT }, work()))).file;
const everything = async (store: OpenClipStore): Promise<Clip[]> => {
  const ids = await Promise.all([false, true].map((trashed) => valueIn(store.findIds({ trashed }))));
  return (await valueIn(store.get(ids.flat()))).sort((a, b) => (a.id < b.id ? -1 : 1));
};
/** Notes of all clips, and what they were before. */
async function notesIn(store: OpenClipStore): Promise<Set<string>> {
  const clips = await everything(store);
  const past = await Promise.all(clips.map(async ({ id }) => valueIn(store.history(id))));
  const notes = [...clips, ...past.flat()].flatMap(({ note }) => note.split('\n\n'));
  return new Set(notes.filter(Boolean));
}
/** The same out of the second place alone. */
async function expectBothEqual(name: string, store: OpenClipStore): Promise<void> {
  const clips = await everything(store);
  const facets = await valueIn(store.facets());
  expect([facets.total, facets.trashed]).toEqual([
    clips.filter(({ deletedAt }) => deletedAt === null).length,
    clips.filter(({ deletedAt }) => deletedAt !== null).length,
  ]);
  expect((await valueIn(store.find({}, { offset: 0, limit: 1 }))).total).toBe(facets.total);
  await store.close();
  await wipeDatabase(name);
  const { store: again } = openPage({ name });
  await expect.poll(() => everything(again), { timeout: 10_000 }).toEqual(clips);
  await again.close();
}
const lineOf = (clip: Clip, ...past: Clip[]) => JSON.stringify({ clip, past: past.map(pastOf) });

describe('an edit between judging and writing', () => {
  const first = sampleClip(1, { note: '起初' });
  const newer = { ...first, note: '备份里的', revision: 3 };
  const file = (others: number, ...more: string[]) =>
    new Blob(
      [
        lineOf(newer, first, { ...first, revision: 2 }),
        ...range(10, others).map((n) => lineOf(sampleClip(n))),
        ...more,
      ].map((line) => `${line}\n`),
    );
  const compared = JSON.stringify({ comparison: sampleComparison(1) });

  it.each([
    ['a small restore', openPage, 0],
    ['a small restore in the worker', openStore, 0],
    ['a large restore', openPage, 2_300],
  ])('is not written over by %s', { timeout: 60_000 }, async (_, open, others) => {
    const { name, store } = open();
    await valueIn(store.save([first]));
    let edit: Promise<unknown> | null = null;
    const plan = await valueIn(
      store.restoreBackup(
        file(others),
        OWN,
        work(() => {
          edit ??= store.update(uuid(1), { note: '我的' }, time(9));
        }),
      ),
    );
    expect(await edit).toMatchObject({ ok: true });
    expect(plan.counts).toMatchObject({ newer: 0, conflict: 1, new: others });
    const notes = await notesIn(store);
    expect([...notes].toSorted()).toEqual(['起初', '我的', '备份里的'].toSorted());
    expect((await valueIn(store.get([uuid(1)])))[0]?.note).toBe('我的');
    if (open === openPage) await expectBothEqual(name, store);
  });

  it('of other clips does not begin a large restore anew', { timeout: 60_000 }, async () => {
    const { store } = openPage();
    let [saved, last, fewer] = [0, 0, 0];
    const saves: Promise<unknown>[] = [];
    await valueIn(
      store.restoreBackup(
        file(2_300, compared),
        OWN,
        work((done) => {
          if (saved < 3) saves.push(store.save([sampleClip(9_500 + saved)]));
          saved += 1;
          if (done < last) fewer += 1;
          last = done;
        }),
      ),
    );
    await Promise.all(saves);
    expect(fewer).toBe(0);
    expect(await everything(store)).toHaveLength(2_301 + 3);
  });

  it('of a comparison that a large restore has, too, is kept beside it', { timeout: 60_000 }, async () => {
    const { store } = openPage();
    let edit: Promise<unknown> | null = null;
    const mine = sampleComparison(1, { themes: ['mine'], revision: 2 });
    const saved = work((done) => {
      if (done > 2_300) edit ??= store.comparisons.save(mine);
    });
    await valueIn(store.restoreBackup(file(2_300, compared), OWN, saved));
    expect(await edit).toMatchObject({ ok: true });
    const themes = (await valueIn(store.comparisons.list())).map((one) => one.themes);
    expect(themes.toSorted()).toEqual([[], ['mine']]);
  });

  it('each time it is judged anew ends a large restore, which says why', { timeout: 60_000 }, async () => {
    const { store } = openPage();
    await valueIn(store.save([first]));
    let edits = 0;
    const editing = work((done) => {
      if (done !== 200) return;
      edits += 1;
      void store.update(uuid(1), { note: `第${edits}` }, time(9 + edits));
    });
    expect(await store.restoreBackup(file(2_300), OWN, editing)).toMatchObject({ ok: false, error: 'library-changed' });
    expect(await everything(store)).toHaveLength(1);
  });
});

it('a large restore without a second place is not begun when it is cancelled', { timeout: 60_000 }, async () => {
  const { store } = openStore();
  await valueIn(store.save([sampleClip(9_999)]));
  const file = new Blob(range(1, 2_600).map((n) => `${lineOf(sampleClip(n))}\n`));
  const stop = new AbortController();
  const cancelled = await store.restoreBackup(
    file,
    OWN,
    work((done) => done > 2_400 && stop.abort(), stop.signal),
  );
  expect(cancelled).toMatchObject({ ok: false, error: 'cancelled' });
  expect(await everything(store)).toHaveLength(1);
  expect((await valueIn(store.restoreBackup(file, OWN, work()))).counts.new).toBe(2_600);
  expect(await everything(store)).toHaveLength(2_601);
});

describe('two clips of one passage in one file', () => {
  it.each([
    [1, 2],
    [2, 1],
  ])('lose nothing when one stands for the other here (%i, %i)', async (x, y) => {
    const shared = sampleClip(x, { note: '共有' });
    const { store: other } = openPage();
    await valueIn(other.save([shared]));
    await valueIn(other.remove([uuid(x)], time(5)));
    await valueIn(other.save([sampleTwin(y, x, { note: '再剪' })]));
    const { name, store } = openPage();
    await valueIn(store.save([shared]));
    const file = await backupOf(other);
    await valueIn(store.restoreBackup(file, OWN, work()));
    const living = (await everything(store)).filter(({ deletedAt }) => deletedAt === null);
    expect(living.some(({ note }) => note.includes('再剪'))).toBe(true);
    const { counts } = await valueIn(store.restoreBackup(file, OWN, work()));
    expect(counts).toMatchObject({ new: 0, newer: 0, conflict: 0, united: 0 });
    await expectBothEqual(name, store);
  });
});

/** Edits of a library of six passages. */
const step = fc.tuple(fc.constantFrom('save', 'note', 'trash', 'back'), fc.integer({ min: 0, max: 5 }));
type Step = [string, number];
let written = 0;
async function take(store: OpenClipStore, own: number, [kind, n]: Step, notes: Set<string>): Promise<void> {
  const key = sampleClip(n).key;
  const [id] = (await valueIn(store.byKey([key]))).get(key) ?? [];
  written += 1;
  const note = `第${written}`;
  if (kind === 'save' && !id) {
    const { saved } = await valueIn(store.save([sampleTwin(own * 1_000_000 + written, n, { note })]));
    // The restore may have been quicker with this passage.
    if (saved.length > 0) notes.add(note);
  } else if (kind === 'note' && id) {
    notes.add(note);
    await valueIn(store.update(id, { note }, time(written)));
  } else if (kind === 'trash' && id) await valueIn(store.remove([id], time(written)));
  else if (kind === 'back') {
    const trashed = (await everything(store)).filter((clip) => clip.key === key && clip.deletedAt !== null);
    await valueIn(
      store.restore(
        trashed.map((clip) => clip.id),
        time(written),
      ),
    );
  }
}

it('whatever is edited in between, no note is lost and both places agree', { timeout: 120_000 }, async () => {
  const steps = fc.array(step, { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, steps, steps, steps, async (shared, theirs, mine, between) => {
      const notes = new Set<string>();
      const [other, own] = [openPage(), openPage()];
      for (const one of shared) await take(other.store, 1, one, notes);
      await valueIn(own.store.restoreBackup(await backupOf(other.store), OWN, work()));
      for (const one of theirs) await take(other.store, 1, one, notes);
      for (const one of mine) await take(own.store, 2, one, notes);
      const file = await backupOf(other.store);
      let edits: Promise<void> | null = null;
      const editing = async () => {
        for (const one of between) await take(own.store, 2, one, notes);
      };
      await valueIn(
        own.store.restoreBackup(
          file,
          OWN,
          work(() => {
            edits ??= editing();
          }),
        ),
      );
      await edits;
      const found = await notesIn(own.store);
      expect([...notes].filter((note) => !found.has(note))).toEqual([]);
      await expectBothEqual(own.name, own.store);
      await other.store.close();
    }),
    // First a note that only the history of the clip has which is taken over.
    { numRuns: 15, examples: [[[], [['save', 0] as Step, ['note', 0] as Step], [['save', 0] as Step], []]] },
  );
});
