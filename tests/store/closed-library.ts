/** A library with its second place, closed and opened again, and what it says about itself. */
import { expect } from 'vitest';
import type { Clip } from '@/lib/core/model';
import type { StoreReport } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { openPage, valueIn } from './open-store';

export const all = { offset: 0, limit: 1_000 };
export const clipsIn = async (store: OpenClipStore) => (await valueIn(store.find({}, all))).clips;

/** What the store reports, in order. */
export function reportsOf(store: OpenClipStore): StoreReport[] {
  const reports: StoreReport[] = [];
  store.report.subscribe((report) => {
    if (report) reports.push(report);
  });
  return reports;
}

/** A closed library with clips 1 … n, the first one edited. */
export async function library(n: number) {
  const { name, store } = openPage();
  for (let i = 1; i <= n; i += 1) await valueIn(store.save([sampleClip(i)]));
  await valueIn(store.update(uuid(1), { note: '改' }, time(99)));
  const clips = await clipsIn(store);
  await store.close();
  return { name, clips };
}

/** Opens a library of which one clip is hurt: it is missed first, then there again, and both are said. */
export async function comesBack(name: string, clips: readonly Clip[]): Promise<OpenClipStore> {
  const { store } = openPage({ name });
  const reports = reportsOf(store);
  expect((await clipsIn(store)).length).toBe(2);
  await expect.poll(() => clipsIn(store)).toEqual(clips);
  await expect
    .poll(() => reports)
    .toEqual([
      { code: 'set-aside', count: 1 },
      { code: 'caught-up', count: 1 },
    ]);
  return store;
}
