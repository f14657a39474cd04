/** A library that is to come back keeps all it has in the journal, whatever happens before the next time. */
import { expect, it } from 'vitest';
import { sampleTwin } from '../core/clip/samples';
import { clipsIn } from './closed-library';
import { failing, openPage, rowsOf, slow, valueIn, wipeDatabase } from './open-store';
import { isRebuilding, LONG, noted, wiped } from './wiped-library';

it('keeps the journal when it cannot be read just then', { timeout: 30_000 }, async () => {
  const name = await wiped();
  const { store } = openPage({ name, wrapWorker: failing((op) => (op === 'replay' ? 'AbortError' : null)) });
  // So much that the journal would be written anew.
  for (let at = 500; at < 560; at += 10) await valueIn(store.save(noted(at, 10, LONG)));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await store.close();
  const { store: next } = openPage({ name });
  await expect.poll(async () => (await clipsIn(next)).length, { timeout: 10_000 }).toBe(120);
});

it('loses nothing when a passage was kept again while it came back the first time', {
  timeout: 30_000,
}, async () => {
  const name = await wiped();
  const { store } = openPage({ name, wrapWorker: slow('replay', 500) });
  await valueIn(store.save([sampleTwin(5, 140)]));
  const isCopied = async () => (await rowsOf(name, 'state')).some((row) => Reflect.get(row ?? {}, 'copied') === true);
  await expect.poll(async () => !(await isRebuilding(name)) && (await isCopied()), { timeout: 10_000 }).toBe(true);
  const before = await clipsIn(store);
  expect(before).toHaveLength(61);
  await store.close();
  await wipeDatabase(name);
  const { store: next } = openPage({ name });
  await expect.poll(() => clipsIn(next).then((found) => found.length)).toBeGreaterThan(0);
  await expect.poll(() => isRebuilding(name)).toBe(false);
  expect(await clipsIn(next)).toEqual(before);
});
