/**
 * A backup made of the second place alone, for a database that does not answer: reads the journal first for which record
 * of each clip is the last, then for those records, then for pictures. Named comparisons are few and held meanwhile. The
 * lines of a backup, packed by gzip; restoring reads them.
 */
import type { Past } from '@/lib/core/backup/format';
import { clipLine } from '@/lib/core/backup/write-line';
import type { Comparison } from '@/lib/core/compare/stored';
import type { Work } from '../contract';
import { StoreFailure } from '../failures';
import type { CopyRecord } from '../second/place';
import { createBlobSink } from './bytes';

type Records = (onMissing?: () => void) => AsyncGenerator<CopyRecord[]>;

interface Last {
  revision: number;
  past: Map<number, Past>;
}

interface Survey {
  /** The highest revision of each clip that was not deleted for good afterwards. */
  last: Map<string, Last>;
  /** The same of comparisons. */
  comparisons: Map<string, Comparison>;
  whole: boolean;
}

async function survey(records: Records, signal: AbortSignal): Promise<Survey> {
  let whole = true;
  const last = new Map<string, Last>();
  const comparisons = new Map<string, Comparison>();
  for await (const part of records(() => {
    whole = false;
  })) {
    if (signal.aborted) throw new StoreFailure('cancelled');
    for (const { change } of part) {
      for (const { id, revision } of change.puts) {
        const known = last.get(id) ?? { revision: 0, past: new Map() };
        last.set(id, { ...known, revision: Math.max(known.revision, revision) });
      }
      for (const version of change.versions) last.get(version.clipId)?.past.set(version.revision, version);
      for (const id of change.purges) last.delete(id);
      for (const one of change.comparisons?.puts ?? [])
        if ((comparisons.get(one.id)?.revision ?? 0) < one.revision) comparisons.set(one.id, one);
      for (const id of change.comparisons?.drops ?? []) comparisons.delete(id);
    }
  }
  return { last, comparisons, whole };
}

export async function rescueFrom(
  records: Records,
  { signal, onProgress }: Work,
): Promise<{ file: Blob; clips: number; whole: boolean }> {
  const { last, comparisons, whole } = await survey(records, signal);
  if (last.size + comparisons.size === 0) throw new StoreFailure('store-unavailable', 'no second place');
  const sink = createBlobSink('application/gzip');
  const gzip = new CompressionStream('gzip');
  const drained = gzip.readable.pipeTo(
    new WritableStream({ write: (bytes: Uint8Array<ArrayBuffer>) => sink.write(bytes) }),
  );
  drained.catch(() => undefined);
  const input = gzip.writable.getWriter();
  const encoder = new TextEncoder();
  const write = (line: string) => input.write(encoder.encode(`${line}\n`));
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
      const past = [...known.past.values()].sort((a, b) => a.revision - b.revision);
      await write(clipLine(clip, past));
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
      await write(JSON.stringify({ picture }));
    }
  }
  for (const comparison of comparisons.values()) await write(JSON.stringify({ comparison }));
  await input.close();
  await drained;
  return { file: sink.blob(), clips: written.size, whole: whole && written.size === last.size };
}
