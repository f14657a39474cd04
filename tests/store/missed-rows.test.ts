/** A row of the database that is lost or cannot be read while something else is asked: it comes back, and is not written over. */
import { describe, expect, it } from 'vitest';
import { pastOf } from '@/lib/core/backup/format';
import type { Clip } from '@/lib/core/model';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { clipsIn, library, reportsOf } from './closed-library';
import { dropRow, openPage, putRow, slow, valueIn, wipeDatabase } from './open-store';
import { isRebuilding, LONG, noted } from './wiped-library';

const OWN = { author: null, at: '2026-06-01T00:00:00.000Z' };
const work = { signal: new AbortController().signal, onProgress: () => undefined };
const lineOf = (clip: Clip, ...past: Clip[]) => `${JSON.stringify({ clip, past: past.map(pastOf) })}\n`;
/** Of all clips, and of what they were before. */
async function notes(store: OpenClipStore) {
  const clips = await clipsIn(store);
  const past = await Promise.all(clips.map(async ({ id }) => valueIn(store.history(id))));
  return [...clips, ...past.flat()].map(({ note }) => note);
}
const first = sampleClip(1);
/** A clip whose second revision is another one than that of the library, which has the note 改. */
const diverged = [{ ...first, note: '备份', revision: 3 }, { ...first, note: '别的', revision: 2 }, first] as const;

const damage = (name: string) => putRow(name, 'clips', { id: uuid(1), broken: true });
const drop = (name: string) => dropRow(name, 'clips', uuid(1));
/** A page on a library of three, the first of which is hurt behind its back. */
async function hurt(how: (name: string) => Promise<void>, options: Parameters<typeof openPage>[0] = {}) {
  const { name } = await library(3);
  const { store } = openPage({ ...options, name });
  await valueIn(store.facets());
  await how(name);
  return { name, store };
}

it('the preview of a backup that names it does not make it vanish', { timeout: 30_000 }, async () => {
  const { store } = await hurt(damage);
  const reports = reportsOf(store);
  await valueIn(store.inspectBackup(new Blob([lineOf(first)]), OWN, work));
  await expect.poll(() => notes(store), { timeout: 10_000 }).toContain('改');
  expect((await valueIn(store.facets())).total).toBe(3);
  expect(reports).toContainEqual({ code: 'set-aside', count: 1 });
});

describe.each([
  ['damaged', damage],
  ['dropped', drop],
] as const)('%s, and restored from a backup', (_, how) => {
  it.each([
    ['an older state, at once', {}, [lineOf(first), lineOf(sampleClip(20))]],
    ['another state, at once', {}, [lineOf(...diverged), lineOf(sampleClip(20))]],
    [
      'another state, with many',
      { oneTransaction: 1 },
      [lineOf(...diverged), ...[20, 21].map((n) => lineOf(sampleClip(n)))],
    ],
  ])('%s', { timeout: 30_000 }, async (_name, options, lines) => {
    const { name, store } = await hurt(how, options);
    await valueIn(store.restoreBackup(new Blob(lines), OWN, work));
    await expect.poll(() => notes(store), { timeout: 10_000 }).toContain('改');
    const all = await notes(store);
    await store.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await notes(again)).toSorted(), { timeout: 10_000 }).toEqual(all.toSorted());
  });
});

it('comes back when another clip of its passage returns from the trash', { timeout: 30_000 }, async () => {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1), sampleClip(2)]));
  await valueIn(store.remove([uuid(1)], time(5)));
  await valueIn(store.save([sampleTwin(50, 1)]));
  await valueIn(store.update(uuid(50), { note: '改' }, time(9)));
  await putRow(name, 'clips', { id: uuid(50), broken: true });
  await valueIn(store.restore([uuid(1)], time(80)));
  await expect.poll(() => notes(store), { timeout: 10_000 }).toContain('改');
});

describe('missed in a library that takes its time to come back', () => {
  /** Sixty long clips, 100 … 159. */
  async function large() {
    const { name, store } = openPage();
    for (let at = 100; at < 160; at += 10) await valueIn(store.save(noted(at, 10, LONG)));
    await store.close();
    return name;
  }
  const hurtFirst = async (name: string, store: OpenClipStore) => {
    await valueIn(store.facets());
    await putRow(name, 'clips', { id: uuid(100), broken: true });
  };
  const others = [20, 21].map((n) => lineOf(sampleClip(n)));

  it.each([
    ['at once', {}],
    ['with many', { oneTransaction: 1 }],
  ])('a restore waits for it, %s', { timeout: 30_000 }, async (_, options) => {
    const name = await large();
    const { store } = openPage({ ...options, name, wrapWorker: slow('replay', 200) });
    await hurtFirst(name, store);
    const file = new Blob([lineOf(sampleClip(100, { note: LONG })), ...others]);
    const plan = await valueIn(store.restoreBackup(file, OWN, work));
    expect(plan.counts).toMatchObject({ new: 2, same: 1 });
    expect((await valueIn(store.facets())).total).toBe(62);
  });

  it('and can be cancelled meanwhile', { timeout: 30_000 }, async () => {
    const name = await large();
    const { store } = openPage({ name, wrapWorker: slow('replay', 2_000) });
    await hurtFirst(name, store);
    const stop = new AbortController();
    const file = new Blob([lineOf(sampleClip(100, { note: LONG })), ...others]);
    const restoring = store.restoreBackup(file, OWN, { ...work, signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 400));
    stop.abort();
    const begun = performance.now();
    expect(await restoring).toMatchObject({ ok: false, error: 'cancelled' });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('a large restore goes on after another window has brought it back', { timeout: 30_000 }, async () => {
    const name = await large();
    const { store } = openPage({ name, oneTransaction: 1, wrapWorker: slow('replay', 300) });
    await hurtFirst(name, store);
    await store.get([uuid(100)]);
    await expect.poll(() => isRebuilding(name), { interval: 5 }).toBe(true);
    const { store: other } = openPage({ name });
    await valueIn(other.save([sampleClip(1)]));
    await expect.poll(() => isRebuilding(name), { timeout: 20_000 }).toBe(false);
    await other.close();
    expect((await valueIn(store.restoreBackup(new Blob(others), OWN, work))).counts.new).toBe(2);
  });
});
