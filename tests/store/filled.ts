/** A library to be backed up, and the shortest ways to do so (samples, no real policy). */
import type { Clip } from '@/lib/core/model';
import type { ImportOptions } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { openPage, valueIn } from './open-store';

export const AT = '2026-06-01T00:00:00.000Z';
export const OWN: ImportOptions = { author: null, at: AT };
export const work = (signal = new AbortController().signal) => ({ signal, onProgress: () => undefined });
export const everything = async (store: OpenClipStore): Promise<Clip[]> => {
  const kept = await valueIn(store.findIds({}));
  const trash = await valueIn(store.findIds({ trashed: true }));
  return valueIn(store.get([...kept, ...trash]));
};
export const backupOf = async (store: OpenClipStore) =>
  (await valueIn(store.backup({ author: null, at: AT }, work()))).file;

/** A library with an edited clip, one in the trash, and a few more. */
export async function filled(open: typeof openPage = openPage) {
  const { store } = open();
  await valueIn(store.save([1, 2, 3, 4].map((n) => sampleClip(n, { tags: [`标签${n}`] }))));
  await valueIn(store.update(uuid(1), { note: '改\u2028\n"', corrections: { title: '甲' } }, time(50)));
  await valueIn(store.remove([uuid(2)], time(51)));
  return store;
}
