/** Pictures that the database has lost come back from the second place, without holding up edits as a repair does. */
import { isPictureOf } from '@/lib/core/clip/picture';
import { NO_CHANGE } from './apply';
import { clipsById, pictureOf } from './reads';
import type { Writer } from './writer-contract';

type Places = Pick<Writer, 'records' | 'write'>;

async function bringAll({ records, write }: Places): Promise<void> {
  for await (const part of records()) {
    const kept = new Map(part.flatMap(({ change: { pictures = [] } }) => pictures.map((one) => [one.clipId, one])));
    if (kept.size === 0) continue;
    await write(async (tables) => {
      const clips = await clipsById(tables, [...kept.keys()]);
      const there = await Promise.all(clips.map((clip) => pictureOf(tables, clip)));
      const pictures = clips.flatMap((clip, i) => {
        const one = kept.get(clip.id);
        return one && !there[i] && isPictureOf(clip.picture, one.data) ? [one] : [];
      });
      return pictures.length > 0 ? { ...NO_CHANGE, pictures } : null;
    });
  }
}

/** Looks once in a run: where no place has a picture, each look would be as vain as the first. */
export function createPictureSeeker(places: Places, onDone: () => void): () => void {
  let sought = false;
  return () => {
    if (sought) return;
    sought = true;
    void bringAll(places).then(onDone, () => undefined);
  };
}
