/** Changes of more than one record takes: nothing is acknowledged that cannot be read back. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { pastOf } from '@/lib/core/backup/format';
import type { Change } from '@/lib/store/apply';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { partsOf } from '@/lib/store/second/divide';
import { decodeRecord, encodeRecord } from '@/lib/store/second/record';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { openPage, openStore, valueIn, wipeDatabase } from './open-store';

/** What one record takes here; the journal itself reads more. */
const LIMIT = 1024 * 1024;
vi.mock(import('@/lib/core/journal/frame'), async (original) => ({ ...(await original()), MAX_PAYLOAD: 1024 * 1024 }));

const AT = '2026-06-01T00:00:00.000Z';
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
/** A clip whose text has so many characters, three bytes each. */
const longClip = (n: number, chars: number) => {
  const clip = sampleClip(n);
  return { ...clip, item: { ...clip.item, text: '样'.repeat(chars) } };
};
const idsIn = async (store: OpenClipStore, trashed: boolean) => valueIn(store.findIds({ trashed }));
/** What comes back out of the journal alone. */
async function rebuilt(name: string, store: OpenClipStore): Promise<OpenClipStore> {
  await store.close();
  await wipeDatabase(name);
  return openPage({ name }).store;
}

describe('many long clips', () => {
  it.each([
    ['as one transaction', 40, 30_000],
    ['of more than one transaction', 40, 90_000],
  ])('come back out of the second place after a restore %s', { timeout: 60_000 }, async (_, count, chars) => {
    const lines = range(1, count).map((n) => `${JSON.stringify({ clip: longClip(n, chars), past: [] })}\n`);
    const { name, store } = openPage();
    const plan = await valueIn(store.restoreBackup(new Blob(lines), { author: null, at: AT }, work()));
    expect(plan.counts.new).toBe(count);
    expect(await idsIn(store, false)).toHaveLength(count);
    const again = await rebuilt(name, store);
    await expect.poll(async () => (await idsIn(again, false)).length, { timeout: 30_000 }).toBe(count);
  });

  it('are saved, go into the trash and back out of it, in both places', { timeout: 60_000 }, async () => {
    const count = 30;
    const { name, store } = openPage();
    const ids = range(1, count).map(uuid);
    const clips = range(1, count).map((n) => longClip(n, 30_000));
    expect((await valueIn(store.save(clips))).saved).toHaveLength(count);
    expect(await valueIn(store.remove(ids, time(100)))).toEqual({ count });
    const trash = await rebuilt(name, store);
    await expect.poll(async () => (await idsIn(trash, true)).length, { timeout: 30_000 }).toBe(count);
    // Not before everything is there.
    await expect
      .poll(() => trash.restore(ids, time(101)), { timeout: 30_000 })
      .toEqual({ ok: true, value: { count, united: [] } });
    const back = await rebuilt(name, trash);
    await expect.poll(async () => (await idsIn(back, false)).length, { timeout: 30_000 }).toBe(count);
  });
});

describe('a single clip that no record takes', () => {
  it.each([
    ['a page', openPage],
    ['the worker', openStore],
  ])('is refused in %s, is in neither place, and hinders nothing', async (_, open) => {
    const { store, name } = open();
    await valueIn(store.save([sampleClip(1)]));
    expect(await store.save([longClip(2, LIMIT)])).toMatchObject({ ok: false, error: 'change-too-large' });
    await valueIn(store.save([sampleClip(3)]));
    expect((await idsIn(store, false)).toSorted()).toEqual([uuid(1), uuid(3)]);
    const again = await rebuilt(name, store);
    await expect.poll(async () => (await idsIn(again, false)).toSorted()).toEqual([uuid(1), uuid(3)]);
  });
});

it('parts of a change are the change, and each is as small as rows allow', () => {
  const rows = fc.record({
    clips: fc.array(fc.nat(3_000), { maxLength: 12 }),
    history: fc.nat(6),
    pictures: fc.nat(3),
    purges: fc.nat(3),
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 2_000, max: 40_000 }), ({ clips, history, pictures, purges }, most) => {
      const puts = clips.map((chars, i) => ({ ...longClip(i + 1, chars), revision: history + 1 }));
      const change: Change = {
        puts,
        versions: puts.flatMap((clip) => range(1, history).map((revision) => pastOf({ ...clip, revision }))),
        purges: range(100, purges).map(uuid),
        comparisons: { puts: [], drops: [uuid(7)] },
        pictures: range(1, pictures).map((n) => ({ clipId: uuid(n), data: 'A'.repeat(1_000) })),
      };
      const parts = [...partsOf(change, most)];
      const read = parts.map(({ payload }) => decodeRecord(payload));
      expect(read.map((part) => part.damaged)).not.toContain(true);
      const found = read.map((part) => part.change);
      const clipsFound = new Map(found.flatMap((part) => part.puts).map((clip) => [clip.id, clip]));
      expect([...clipsFound.values()]).toEqual(change.puts);
      expect(found.flatMap((part) => part.versions)).toEqual(change.versions);
      expect([...new Set(found.flatMap((part) => part.purges))]).toEqual(change.purges);
      expect(found.flatMap((part) => part.pictures ?? [])).toEqual(change.pictures);
      expect(found.flatMap((part) => part.comparisons?.drops ?? [])).toEqual([uuid(7)]);
      // A history is taken only where its clip is.
      for (const part of found) {
        const own = new Set(part.puts.map(({ id }) => id));
        expect(part.versions.filter(({ clipId }) => !own.has(clipId))).toEqual([]);
        const many = part.puts.length + part.versions.length + (part.pictures?.length ?? 0) > 2;
        if (many) expect(encodeRecord(part).length).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 60 },
  );
});
