/** A restore whose clips are more than one record of the second place takes. */
import { expect, it, onTestFinished } from 'vitest';
import { MAX_PAYLOAD } from '@/lib/core/journal/frame';
import type { StoreReport } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { readHead } from '@/lib/store/rows';
import { sampleClip } from '../core/clip/samples';
import { failing, freshName, openPage, openStore, rowsOf, turnWanted, valueIn, wipeDatabase } from './open-store';

const COUNT = 2_100;
/** How many lines are judged at once. */
const LINES = 200;
const CHARS = Math.ceil((MAX_PAYLOAD * 1.05) / 3 / COUNT);

const OPTIONS = { author: null, at: '2026-06-01T00:00:00.000Z' };
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

it('is whole when it says that it is done, however long the texts are', { timeout: 300_000 }, async () => {
  const text = '样'.repeat(CHARS);
  const lines = Array.from({ length: COUNT }, (_, i) => {
    const clip = sampleClip(i + 1);
    return `${JSON.stringify({ clip: { ...clip, item: { ...clip.item, text } }, past: [] })}\n`;
  });
  const { store } = openPage();
  const plan = await valueIn(store.restoreBackup(new Blob(lines), OPTIONS, work()));
  expect(plan.counts.new).toBe(COUNT);
  expect(await valueIn(store.findIds({}))).toHaveLength(COUNT);
});

/** Answers of the journal worker in which some of what is read back is damaged, while `isHurt`. */
function hurting(worker: Worker, isHurt: () => boolean): Worker {
  const replays = new Set<number>();
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: { id: number; ask: { op: string } }, ...rest: never[]) => {
    if (message.ask.op === 'replay') replays.add(message.id);
    post(message, ...rest);
  };
  // Heard before the library hears it.
  worker.addEventListener('message', (event: MessageEvent<{ id: number; value: object }>) => {
    if (replays.has(event.data.id) && isHurt()) Object.assign(event.data.value, { damaged: true });
  });
  return worker;
}

const clips = Array.from({ length: COUNT }, (_, i) => sampleClip(i + 1));
const file = new Blob(clips.map((clip) => `${JSON.stringify({ clip, past: [] })}\n`));
/** What a window says of its library by now. */
function reportsOf({ report }: OpenClipStore): () => StoreReport | null {
  let latest: StoreReport | null = null;
  onTestFinished(
    report.subscribe((found) => {
      latest = found;
    }),
  );
  return () => latest;
}
const isWhole = async (name: string) => {
  const head = (await rowsOf(name, 'state')).map(readHead).find((one) => one !== null);
  return head?.rebuilding === false;
};

it('is not said to be done when part of it cannot be read back, and can be repeated', { timeout: 60_000 }, async () => {
  let isHurt = true;
  const { name, store } = openPage({ wrapWorker: (worker) => hurting(worker, () => isHurt) });
  const report = reportsOf(store);
  let begun = 0;
  const onProgress = (done: number) => {
    if (done === LINES) begun += 1;
  };
  expect(await store.restoreBackup(file, OPTIONS, { ...work(), onProgress })).toMatchObject({
    ok: false,
    error: 'restored-partly',
  });
  // It is in the library: judging it once more would be in vain.
  expect(begun).toBe(1);
  await expect.poll(report, { timeout: 20_000 }).toMatchObject({ code: 'rebuilt-partly' });
  expect(await isWhole(name)).toBe(true);
  isHurt = false;
  const { counts } = await valueIn(store.restoreBackup(file, OPTIONS, work()));
  expect(counts.new + counts.same).toBe(COUNT);
  expect(await valueIn(store.findIds({}))).toHaveLength(COUNT);
  // A start from a damaged journal still gives what can be read.
  await store.close();
  await wipeDatabase(name);
  const { store: again } = openPage({ name, wrapWorker: (worker) => hurting(worker, () => true) });
  await expect.poll(async () => (await valueIn(again.findIds({}))).length, { timeout: 30_000 }).toBe(COUNT);
});

it('is said to be coming still when another context writes while the database follows', {
  timeout: 60_000,
}, async () => {
  const name = freshName();
  const { store: worker } = openStore({ name });
  let saved: Promise<unknown> | null = null;
  const { store } = openPage({
    name,
    wrapWorker: (journal) => {
      const post = journal.postMessage.bind(journal);
      journal.postMessage = (message: { ask: { op: string } }, ...rest: never[]) => {
        if (message.ask.op !== 'replay' || saved) return post(message, ...rest);
        const wanted = turnWanted(name);
        saved = worker.save([sampleClip(9_000)]);
        void wanted.then(() => post(message, ...rest));
      };
      return journal;
    },
  });
  const report = reportsOf(store);
  await valueIn(store.restoreBackup(file, OPTIONS, work()));
  expect(await isWhole(name)).toBe(false);
  expect(report()).toEqual({ code: 'rebuilt', count: 0 });
  expect(await saved).toMatchObject({ ok: true });
  await expect.poll(() => isWhole(name), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => report()?.count, { timeout: 5_000 }).not.toBe(0);
  expect(await valueIn(store.findIds({}))).toHaveLength(COUNT + 1);
});

it('is done when the database cannot follow at once, which goes on', { timeout: 60_000 }, async () => {
  let isBad = true;
  const failureOf = (op: string) => {
    if (op !== 'replay' || !isBad) return null;
    isBad = false;
    return 'NotReadableError';
  };
  const { name, store } = openPage({ wrapWorker: failing(failureOf) });
  expect((await valueIn(store.restoreBackup(file, OPTIONS, work()))).counts.new).toBe(COUNT);
  expect(isBad).toBe(false);
  await expect.poll(() => isWhole(name), { timeout: 20_000 }).toBe(true);
  expect(await valueIn(store.findIds({}))).toHaveLength(COUNT);
});
