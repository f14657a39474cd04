/** A restore whose clips are more than one record of the second place takes. */
import { expect, it } from 'vitest';
import { MAX_PAYLOAD } from '@/lib/core/journal/frame';
import { sampleClip } from '../core/clip/samples';
import { openPage, valueIn, wipeDatabase } from './open-store';

const COUNT = 2_100;
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

it('is not said to be done when part of it cannot be read back, and can be repeated', { timeout: 60_000 }, async () => {
  let isHurt = true;
  const { name, store } = openPage({ wrapWorker: (worker) => hurting(worker, () => isHurt) });
  const clips = Array.from({ length: COUNT }, (_, i) => sampleClip(i + 1));
  const file = new Blob(clips.map((clip) => `${JSON.stringify({ clip, past: [] })}\n`));
  expect(await store.restoreBackup(file, OPTIONS, work())).toMatchObject({ ok: false, error: 'no-answer' });
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
