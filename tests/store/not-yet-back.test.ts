/** What is still coming: nobody is told that it was changed when it was not, or that there is no such thing. */
import { beforeEach, expect, it } from 'vitest';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { comparisonId, sampleComparison } from './comparison-samples';
import { holding, openPage, valueIn } from './open-store';
import { isRebuilding, LONG, noted, wiped } from './wiped-library';

/** The first part of the journal is on its way, and comes when it is let; clip 159 is in the second. */
async function filling() {
  const name = await wiped((store) => valueIn(store.comparisons.save(sampleComparison(1))));
  const replay = holding('replay');
  const { store } = openPage({ name, wrapWorker: replay.wrapWorker });
  await expect.poll(replay.held).toBe(1);
  return { name, store, replay };
}
type Filling = Awaited<ReturnType<typeof filling>>;
type Store = Filling['store'];
let part: Filling;
beforeEach(async () => {
  part = await filling();
});

it('a clip that is kept meanwhile keeps nothing away of what was kept before it', async () => {
  const name = await wiped((store) => valueIn(store.save([201, 202, 203].map((n) => sampleClip(n)))));
  const replay = holding('replay');
  const { store } = openPage({ name, wrapWorker: replay.wrapWorker });
  await expect.poll(replay.held).toBe(1);
  const saving = store.save([sampleTwin(301, 201)]);
  replay.let();
  expect(await valueIn(saving)).toMatchObject({ saved: [uuid(301)] });
  await expect.poll(() => isRebuilding(name), { timeout: 10_000 }).toBe(false);
  expect(await valueIn(store.get([uuid(202), uuid(203)]))).toHaveLength(2);
});

it.each<[string, (store: Store) => Promise<{ ok: boolean }>]>([
  ['edited', (store) => store.update(uuid(159), { note: '改' }, time(50))],
  ['put into the trash', (store) => store.remove([uuid(159)], time(50))],
  ['taken out of it', (store) => store.restore([uuid(159)], time(50))],
  ['deleted for good', (store) => store.purge([uuid(159)])],
  ['brought back to an earlier revision', (store) => store.revert(uuid(159), 1, time(50))],
  ['given another tag', (store) => store.renameTag('数据', '数据要素', time(50))],
  ['a comparison that is deleted', (store) => store.comparisons.remove(comparisonId(1))],
])('%s: refused, and asked again when all is there it is done', async (_, ask) => {
  const { name, store, replay } = part;
  const asked = ask(store);
  replay.let();
  expect(await asked).toMatchObject({ ok: false, error: 'store-rebuilding' });
  await expect.poll(() => isRebuilding(name), { timeout: 10_000 }).toBe(false);
  expect(await valueIn(store.get([uuid(159)]))).toEqual(noted(159, 1, LONG));
  expect(await valueIn(store.comparisons.list())).toEqual([sampleComparison(1)]);
});
