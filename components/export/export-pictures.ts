/** A document and the pictures that it shows, as one file. */

import { pictureBytes } from '@/lib/core/clip/picture';
import { type NamedBytes, pictureFile, zipped } from '@/lib/core/export';
import type { Clip } from '@/lib/core/model/clip';
import type { Result } from '@/lib/core/model/failure';

/** Files of the pictures that are there, by the clip's id; null when the library does not tell. */
export async function picturesOf(
  clips: readonly Clip[],
  pictureOf: (id: string) => Promise<Result<string | null>>,
): Promise<Map<string, NamedBytes> | null> {
  const files = new Map<string, NamedBytes>();
  for (const clip of clips) {
    const name = pictureFile(clip);
    if (name === null) continue;
    const answer = await pictureOf(clip.id);
    if (!answer.ok) return null;
    if (answer.value !== null) files.set(clip.id, { name, bytes: pictureBytes(answer.value) });
  }
  return files;
}

export function zipOf(name: string, parts: readonly string[], pictures: Iterable<NamedBytes>): Blob {
  const bytes = new TextEncoder().encode(parts.join(''));
  // Clips of one place may share a picture.
  const beside = new Map([...pictures].map((file) => [file.name, file]));
  return new Blob([...zipped([{ name, bytes }, ...beside.values()])], { type: 'application/zip' });
}
