/**
 * Writes the backup: clips in batches of the database's own order, pressed, into a sink. Rows go as they are, so that
 * what cannot be read any more is in the file all the same; a file that could not be read again for its size is not
 * finished. Never holds more than a batch.
 */

import { dataDescriptor, directory, localHeader, type ZipEntry } from '@/lib/core/archive/zip';
import {
  CLIPS_NAME,
  FORMAT,
  FORMAT_VERSION,
  MANIFEST_NAME,
  MAX_FILE_BYTES,
  MAX_LINE_CHARS,
  MAX_TOTAL_BYTES,
  type Manifest,
} from '@/lib/core/backup/format';
import { clipLine } from '@/lib/core/backup/write-line';
import { crc32 } from '@/lib/core/journal/crc32';
import type { Tables } from '../database';
import { StoreFailure, withDeadline } from '../failures';
import { allComparisons } from '../reads';
import { readHead } from '../rows';
import { rowsIn } from '../rows-of';
import { type ByteSink, encodeLines } from './bytes';
import { type Bytes, createPress, type Pressed } from './press';
import { createPressBeside } from './press-beside';

export interface PackOptions {
  author: string | null;
  at: string;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
  /** Starts a worker that presses; without one this thread does. */
  startPress?: (() => Worker) | undefined;
  /** Bytes that the file may have. */
  most?: number;
}

const BATCH = 120;
const DEFLATED = 8;
const STORED = 0;

interface Batch {
  lines: string[];
  /** Ids of the first and of the last clip. */
  first: string;
  last: string;
}

/** All clips in the database's own order; the rows of the next batch are on their way while histories of this one come. */
async function* batchesOf({ clips, versions }: Tables): AsyncGenerator<Batch> {
  const after = (id: string) => {
    const coming = withDeadline(rowsIn(clips, IDBKeyRange.lowerBound(id, true), BATCH));
    coming.catch(() => undefined);
    return coming;
  };
  for (let coming = after(''); ; ) {
    const { keys, rows } = await coming;
    const ids = keys.map(String);
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return;
    coming = after(last);
    const past = await withDeadline(versions.where('[clipId+revision]').between([first, 0], [last, []]).toArray());
    const pastOf = Map.groupBy(past, ({ clipId }) => clipId);
    yield { lines: rows.map((clip, i) => clipLine(clip, pastOf.get(ids[i] ?? '') ?? [])), first, last };
  }
}

/** Lines of the pictures of clips from `first` to `last`, one at a time. */
async function* pictureLines({ pictures }: Tables, first: string, last: string): AsyncGenerator<string> {
  if (!pictures) return;
  const ids = await withDeadline(pictures.where(':id').between(first, last, true, true).primaryKeys());
  for (const id of ids) yield JSON.stringify({ picture: await withDeadline(pictures.get(id)) });
}

/** The name of what is on a line, for telling which one it is. */
const titleIn = (line: string): string => /"(?:title":\{"value|name)":"([^"\\]{1,200})/u.exec(line)?.[1] ?? '';
const tooLarge = (): StoreFailure => new StoreFailure('library-too-large');

/** Counts what goes through to the sink. */
function createOutput(sink: ByteSink, most: number) {
  let offset = 0;
  return {
    offset: () => offset,
    async write(bytes: Uint8Array<ArrayBuffer>) {
      offset += bytes.length;
      if (offset > most) throw tooLarge();
      await sink.write(bytes);
    },
  };
}

export async function packLibrary(tables: Tables, sink: ByteSink, options: PackOptions): Promise<Manifest> {
  const { author, at, signal, onProgress, startPress, most = MAX_FILE_BYTES } = options;
  const output = createOutput(sink, most);
  const head = readHead(await withDeadline(tables.state.get('head')));
  const total = head ? head.kept + head.trashed : 0;

  await output.write(localHeader(CLIPS_NAME, DEFLATED));
  const start = output.offset();
  const onBytes = (bytes: Bytes) => output.write(bytes);
  const press = startPress ? createPressBeside(startPress, onBytes) : createPress(onBytes);
  let [bytes, clips] = [0, 0];
  const send = async (lines: readonly string[]) => {
    const long = lines.find((line) => line.length > MAX_LINE_CHARS);
    if (long !== undefined) throw new StoreFailure('clip-too-large', titleIn(long));
    const part = encodeLines(lines);
    bytes += part.length;
    if (bytes > MAX_TOTAL_BYTES) throw tooLarge();
    await press.push(part);
  };
  /** All lines, in order. */
  const sendAll = async (): Promise<Pressed> => {
    const batches = batchesOf(tables);
    // The next batch is made while this one is being pressed.
    for (let next = batches.next(); ; ) {
      const { value: batch, done } = await next;
      if (done) break;
      if (signal.aborted) throw new StoreFailure('cancelled');
      next = batches.next();
      next.catch(() => undefined);
      clips += batch.lines.length;
      await send(batch.lines);
      for await (const line of pictureLines(tables, batch.first, batch.last)) await send([line]);
      onProgress(clips, Math.max(total, clips));
    }
    const comparisons = await withDeadline(allComparisons(tables));
    await send(comparisons.map((comparison) => JSON.stringify({ comparison })));
    return press.end();
  };
  const { crc, chunks } = await sendAll().catch(async (error: unknown) => {
    await press.stop(error);
    throw error;
  });
  const clipsEntry: ZipEntry = {
    name: CLIPS_NAME,
    method: DEFLATED,
    crc,
    packed: output.offset() - start,
    size: bytes,
    offset: 0,
  };
  await output.write(dataDescriptor(clipsEntry));

  const manifest: Manifest = { format: FORMAT, version: FORMAT_VERSION, createdAt: at, author, clips, bytes, chunks };
  const text = encodeLines([JSON.stringify(manifest, null, 1)]);
  const manifestEntry: ZipEntry = {
    name: MANIFEST_NAME,
    method: STORED,
    crc: crc32(text),
    packed: text.length,
    size: text.length,
    offset: output.offset(),
  };
  await output.write(localHeader(MANIFEST_NAME, STORED));
  await output.write(text);
  await output.write(dataDescriptor(manifestEntry));
  await output.write(directory([clipsEntry, manifestEntry], output.offset()));
  return manifest;
}
