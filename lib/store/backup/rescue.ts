/**
 * A backup made of the second place alone, for a database that does not answer: reads the journal first for which record
 * of each clip is the last, then for those records, then for pictures. The lines of a backup, packed by gzip; restoring reads them.
 */
import type { Past } from '@/lib/core/backup/format';
import type { Work } from '../contract';
import { StoreFailure } from '../failures';
import type { CopyRecord } from '../second/place';
import { createBlobSink } from './bytes';

type Records = () => AsyncGenerator<CopyRecord[]>;

interface Last {
  revision: number;
  past: Map<number, Past>;
}

/** The highest revision of each clip that was not deleted for good afterwards. */
async function survey(records: Records, signal: AbortSignal): Promise<Map<string, Last>> {
  const last = new Map<string, Last>();
  for await (const part of records()) {
    if (signal.aborted) throw new StoreFailure('cancelled');
    for (const { change } of part) {
      for (const { id, revision } of change.puts) {
        const known = last.get(id) ?? { revision: 0, past: new Map() };
        last.set(id, { ...known, revision: Math.max(known.revision, revision) });
      }
      for (const version of change.versions) last.get(version.clipId)?.past.set(version.revision, version);
      for (const id of change.purges) last.delete(id);
    }
  }
  return last;
}

export async function rescueFrom(
  records: Records,
  { signal, onProgress }: Work,
): Promise<{ file: Blob; clips: number }> {
  const last = await survey(records, signal);
  if (last.size === 0) throw new StoreFailure('store-unavailable', 'no second place');
  const sink = createBlobSink('application/gzip');
  const gzip = new CompressionStream('gzip');
  const drained = gzip.readable.pipeTo(
    new WritableStream({ write: (bytes: Uint8Array<ArrayBuffer>) => sink.write(bytes) }),
  );
  drained.catch(() => undefined);
  const input = gzip.writable.getWriter();
  const encoder = new TextEncoder();
  const written = new Set<string>();
  for await (const part of records()) {
    if (signal.aborted) {
      await input.abort();
      throw new StoreFailure('cancelled');
    }
    for (const clip of part.flatMap(({ change }) => change.puts)) {
      const known = last.get(clip.id);
      if (known?.revision !== clip.revision || written.has(clip.id)) continue;
      written.add(clip.id);
      const past = [...known.past.values()].slice(-200);
      await input.write(encoder.encode(`${JSON.stringify({ clip, past })}\n`));
    }
    onProgress(written.size, last.size);
  }
  const pictured = new Set<string>();
  for await (const part of records()) {
    if (signal.aborted) {
      await input.abort();
      throw new StoreFailure('cancelled');
    }
    for (const picture of part.flatMap(({ change }) => change.pictures ?? [])) {
      if (!written.has(picture.clipId) || pictured.has(picture.clipId)) continue;
      pictured.add(picture.clipId);
      await input.write(encoder.encode(`${JSON.stringify({ picture })}\n`));
    }
  }
  await input.close();
  await drained;
  return { file: sink.blob(), clips: written.size };
}
