/** The trash keeps for 30 days, whatever a clock says, and then empties itself. */
import { describe, expect, it } from 'vitest';
import { sampleClip, uuid } from '../core/clip/samples';
import { all } from './closed-library';
import { freshName, openPage, putRow, rowsOf, valueIn } from './open-store';

const day = (at: string) => `${at}T00:00:00.000Z`;

/** Opens the library at that time, throws these away and closes it again; answers what is left of the three clips. */
async function startAt(name: string, at: string, thrown: readonly number[] = []): Promise<number[]> {
  const { store } = openPage({ name, clock: () => at });
  const noted = async () => (await rowsOf(name, 'state')).some((row) => Reflect.get(Object(row), 'name') === 'start');
  await valueIn(store.save([1, 2, 3].map((n) => sampleClip(n))));
  if (thrown.length > 0) await valueIn(store.remove(thrown.map(uuid), at));
  await expect.poll(noted).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const left = await valueIn(store.get([uuid(1), uuid(2), uuid(3)]));
  await store.close();
  return left.map(({ id }) => Number(id.slice(-2)));
}

const start = (name: string, at: string, thrown: readonly number[] = []) => startAt(name, day(at), thrown);

describe('the trash empties itself', () => {
  it('of what lay there for 30 days', async () => {
    const name = freshName();
    expect(await start(name, '2026-01-01', [1])).toEqual([1, 2, 3]);
    expect(await start(name, '2026-01-08', [2])).toEqual([1, 2, 3]);
    for (const at of ['2026-01-15', '2026-01-22', '2026-01-29', '2026-02-05', '2026-02-12'])
      expect(await start(name, at), at).toEqual([1, 2, 3]);
    expect(await start(name, '2026-02-19')).toEqual([2, 3]);
    expect(await start(name, '2026-02-26')).toEqual([3]);
    expect(await start(name, '2026-03-26')).toEqual([3]);
  });

  it.each([
    ['a clock was behind at the deletion', '2015-01-01', ['2026-01-02', '2026-01-03', '2026-01-10', '2026-01-17']],
    [
      'a clock is behind at every other start',
      '2015-01-01',
      Array.from({ length: 9 }, (_, n) => [`2026-01-0${n + 1}`, '2015-03-01']).flat(),
    ],
    [
      'a clock is years ahead for a week',
      '2026-01-01',
      ['2036-01-01', '2036-01-02', '2036-01-08', '2026-01-09', '2036-01-10', '2026-01-11'],
    ],
    ['nobody looked for years', '2026-01-01', ['2036-01-01', '2036-01-02']],
  ])('not early, though %s', async (_, deleted, starts) => {
    const name = freshName();
    await start(name, deleted, [1, 2]);
    for (const at of starts) expect(await start(name, at), at).toEqual([1, 2, 3]);
  });

  it('in time, though the clock goes back by hours after each start', { timeout: 60_000 }, async () => {
    const name = freshName();
    const before = (at: string) => new Date(Date.parse(day(at)) - 8 * 3_600_000).toISOString();
    await start(name, '2026-01-01', [1]);
    for (const at of ['2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29', '2026-02-05', '2026-02-12']) {
      expect(await start(name, at), at).toEqual([1, 2, 3]);
      expect(await startAt(name, before(at)), at).toEqual([1, 2, 3]);
    }
    expect(await start(name, '2026-02-19')).toEqual([2, 3]);
  });

  it('not of what comes back at that moment', async () => {
    let went = 0;
    for (let round = 0; round < 12; round += 1) {
      const { name, store } = openPage({ clock: () => day('2026-02-01') });
      await valueIn(store.save([sampleClip(1)]));
      await valueIn(store.remove([uuid(1)], day('2026-01-01')));
      await putRow(name, 'state', { name: 'start', at: day('2026-02-01'), days: 30, marks: [{ days: 0, seq: 100 }] });
      const { store: later } = openPage({ name, clock: () => day('2026-02-02') });
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      const { count } = await valueIn(store.restore([uuid(1)], day('2026-02-02')));
      went += 1 - count;
      await valueIn(later.save([sampleClip(2)]));
      expect((await valueIn(later.find({}, all))).total, `round ${round}`).toBe(1 + count);
    }
    // Else nothing was tried here.
    expect(went).toBeGreaterThan(0);
  });
});
