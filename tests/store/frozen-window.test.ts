/**
 * A window that the browser froze while it had the turn: it holds the lock, and hears nobody. The others read as ever,
 * are told in time that nothing can be saved now, and save when it has woken or gone.
 */
import { expect, it } from 'vitest';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { clipsIn, library, reportsOf } from './closed-library';
import { openPage, openStore, valueIn, wipeDatabase } from './open-store';

/** Takes the turn as a window does that then hears nothing any more. */
async function freeze(name: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<() => void>();
  void navigator.locks.request(`${name}-writer`, () => new Promise<void>((wake) => resolve(() => wake())));
  return promise;
}

it('keeps nobody from reading, and every save is answered in time', { timeout: 60_000 }, async () => {
  const { name, clips } = await library(3);
  const wake = await freeze(name);
  const { store } = openPage({ name });
  const worker = openStore({ name }).store;
  const reports = reportsOf(store);
  expect(await clipsIn(store)).toEqual(clips);
  expect((await valueIn(store.facets())).total).toBe(3);
  const begun = performance.now();
  const answers = await Promise.all([
    store.save([sampleClip(4)]),
    worker.save([sampleClip(5)]),
    store.comparisons.list(),
    store.find({ text: '标题' }, { offset: 0, limit: 1 }),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error))).toEqual([
    'store-timeout',
    'store-timeout',
    'ok',
    'ok',
  ]);
  expect(performance.now() - begun).toBeLessThan(7_000);
  expect(await clipsIn(store)).toEqual(clips);
  expect(reports).toEqual([]);

  wake();
  // Asked again, as the panel does: what was asked for in vain may be on its way just then.
  await expect.poll(async () => (await store.save([sampleClip(4)])).ok).toBe(true);
  await expect.poll(async () => (await worker.save([sampleClip(5)])).ok).toBe(true);
  await valueIn(store.update(uuid(1), { note: '醒了' }, time(120)));
  await Promise.all([store.close(), worker.close()]);
  // What was asked for in vain has come twice into neither place.
  const { store: next } = openPage({ name });
  const found = await clipsIn(next);
  expect(found.map(({ id }) => id)).toEqual([5, 4, 3, 2, 1].map(uuid));
  await next.close();
  await wipeDatabase(name);
  const { store: again } = openPage({ name });
  await expect.poll(async () => clipsIn(again)).toEqual(found);
  expect((await valueIn(again.history(uuid(1)))).length).toBe(2);
});

it('that is gone is not waited for', async () => {
  const { name } = await library(1);
  const wake = await freeze(name);
  const { store } = openPage({ name });
  const saving = store.save([sampleClip(2)]);
  setTimeout(wake, 300);
  expect(await valueIn(saving)).toEqual({ saved: [uuid(2)], known: [] });
});
