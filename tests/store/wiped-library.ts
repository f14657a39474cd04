/** A library whose database is gone, with so much in its journal that it does not come back at one stroke. */
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip } from '../core/clip/samples';
import { openPage, rowsOf, valueIn, wipeDatabase } from './open-store';

export const LONG = 'x'.repeat(90_000);
export const noted = (from: number, count: number, note: string) =>
  Array.from({ length: count }, (_, n) => sampleClip(from + n, { note }));
export const isRebuilding = async (name: string) =>
  (await rowsOf(name, 'state')).some((row) => Reflect.get(row ?? {}, 'rebuilding') === true);

/** Closed; clips 100 … 159, then what `last` does: the end of the journal. */
export async function wiped(last: (store: OpenClipStore) => Promise<unknown> = async () => undefined) {
  const { name, store } = openPage();
  for (let at = 100; at < 160; at += 10) await valueIn(store.save(noted(at, 10, LONG)));
  await last(store);
  await store.close();
  await wipeDatabase(name);
  return name;
}
