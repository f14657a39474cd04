/** Upgrades a library until it is ended, at the moment that its name says: says `here` there, and goes no further. */

import { SHAPES } from '@/lib/store/migrations/shapes';
import { openClipStore } from '@/lib/store/open-clip-store';
import { nextShape } from './next-shape';

const stuck = () => new Promise<never>(() => undefined);
const here = (): void => globalThis.postMessage('here');
const hang = () => {
  here();
  return stuck();
};

globalThis.addEventListener('message', ({ data: { name, moment } }: MessageEvent<{ name: string; moment: string }>) => {
  const files = FileSystemWritableFileStream.prototype;
  if (moment === 'copy begins') files.write = hang;
  if (moment === 'copy ends') files.close = hang;
  const upgrade = nextShape(async (transaction) => {
    const clips = transaction.table('clips');
    await clips.toCollection().modify({ sketch: 's' });
    if (moment !== 'rows are changed') return;
    here();
    // Keeps the transaction open.
    for (;;) await clips.count();
  });
  const store = openClipStore({ name, shapes: [...SHAPES, upgrade] });
  store.report.subscribe((report) => {
    if (moment === 'any' && report?.code === 'upgrading') here();
  });
  void store.get([]);
});
