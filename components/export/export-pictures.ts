/** A document and the pictures that it shows, as one file. */

import { pictureBytes } from '@/lib/core/clip/picture';
import { type NamedBytes, pictureFile, zipped } from '@/lib/core/export';
import type { Clip } from '@/lib/core/model/clip';

/** Files of the pictures that are there, by the clip's id. */
export async function picturesOf(
  clips: readonly Clip[],
  pictureOf: (id: string) => Promise<string | null>,
): Promise<Map<string, NamedBytes>> {
  const files = new Map<string, NamedBytes>();
  for (const clip of clips) {
    const name = pictureFile(clip);
    const data = name === null ? null : await pictureOf(clip.id);
    if (name !== null && data !== null) files.set(clip.id, { name, bytes: pictureBytes(data) });
  }
  return files;
}

export function zipOf(name: string, parts: readonly string[], pictures: Iterable<NamedBytes>): Blob {
  const bytes = new TextEncoder().encode(parts.join(''));
  // Clips of one place may share a picture.
  const beside = new Map([...pictures].map((file) => [file.name, file]));
  return new Blob([...zipped([{ name, bytes }, ...beside.values()])], { type: 'application/zip' });
}
