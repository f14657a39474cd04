/**
 * Reads a backup file piece by piece: a zip of ours, or its lines alone as text or gzip. What the manifest promises is
 * checked while reading, and nothing beyond it is unpacked, however much a file would unfold to.
 */

import {
  dataOffset,
  END_SIZE,
  findDirectory,
  LOCAL_SIZE,
  MAX_COMMENT,
  readDirectory,
  type ZipEntry,
} from '@/lib/core/archive/zip';
import {
  CHUNK_BYTES,
  CLIPS_NAME,
  FORMAT_VERSION,
  MANIFEST_NAME,
  MAX_FILE_BYTES,
  MAX_LINE_CHARS,
  MAX_TOTAL_BYTES,
  type Manifest,
  manifestSchema,
} from '@/lib/core/backup/format';
import { parseSafely } from '@/lib/core/model/zod';
import { StoreFailure } from '../failures';
import { createPieces } from './bytes';
import { reading } from './reading';

export interface BackupFile {
  /** Null for a file of lines alone. */
  manifest: Manifest | null;
  /** Fresh on each call. */
  lines(): AsyncGenerator<RawLine[]>;
}
/** `text` is null for a line that is too long to be one. */
export interface RawLine {
  number: number;
  text: string | null;
}

const MAX_MANIFEST = 8 * 1024 * 1024;
const bytesOf = async (blob: Blob, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await reading(blob.arrayBuffer(), signal));
const invalid = (detail: string): StoreFailure => new StoreFailure('import-invalid', detail);

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;
const inflated = (blob: Blob, format: 'deflate-raw' | 'gzip'): Bytes =>
  blob.stream().pipeThrough(new DecompressionStream(format));

async function entriesOf(file: Blob, signal: AbortSignal): Promise<ZipEntry[]> {
  const tail = await bytesOf(file.slice(Math.max(0, file.size - END_SIZE - MAX_COMMENT)), signal);
  const place = findDirectory(tail);
  if (!place) throw invalid(`zip directory not found in ${file.size} bytes`);
  return readDirectory(await bytesOf(file.slice(place.offset, place.offset + place.length), signal), place.count);
}

/** The packed data of one entry. */
async function dataOf(file: Blob, entry: ZipEntry, signal: AbortSignal): Promise<Blob> {
  const offset = dataOffset(await bytesOf(file.slice(entry.offset, entry.offset + LOCAL_SIZE), signal), entry);
  if (offset === null || offset + entry.packed > file.size) throw invalid(`${entry.name} is cut off`);
  return file.slice(offset, offset + entry.packed);
}

async function manifestOf(file: Blob, entry: ZipEntry, signal: AbortSignal): Promise<Manifest> {
  if (entry.method !== 0 || entry.size > MAX_MANIFEST) throw invalid('manifest');
  const data = await dataOf(file, entry, signal);
  const text = await reading(data.text(), signal);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(`manifest: ${String(error)}`);
  }
  const version: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : null;
  if (typeof version === 'number' && version > FORMAT_VERSION) throw new StoreFailure('import-newer', `${version}`);
  const manifest = parseSafely(manifestSchema, value);
  if (!manifest.success) throw invalid(`manifest: ${manifest.error.issues[0]?.path.join('.')}`);
  return manifest.data;
}

/** Splits decoded text into lines; a line above the limit is dropped as it comes. */
function createSplitter() {
  let parts: string[] = [];
  let length = 0;
  let number = 0;
  const hold = (text: string) => {
    length += text.length;
    if (length <= MAX_LINE_CHARS) parts.push(text);
    else parts = [];
  };
  /** The line that has been held; none for a blank one. */
  const end = (): RawLine[] => {
    const text = length > MAX_LINE_CHARS ? null : parts.join('').replace(/\r$/u, '');
    parts = [];
    length = 0;
    number += 1;
    return text?.trim() === '' ? [] : [{ number, text }];
  };
  return {
    push(text: string): RawLine[] {
      const lines: RawLine[] = [];
      const [first = '', ...more] = text.split('\n');
      hold(first);
      for (const part of more) {
        lines.push(...end());
        hold(part);
      }
      return lines;
    },
    flush: (): RawLine[] => (length > 0 ? end() : []),
  };
}

async function* linesOf(bytes: Bytes, encoding: string, manifest: Manifest | null, signal: AbortSignal) {
  const decoder = new TextDecoder(encoding);
  const splitter = createSplitter();
  const wanted = manifest?.chunks ?? [];
  let pieces = 0;
  const check = createPieces(CHUNK_BYTES, (digest) => {
    if (manifest && wanted[pieces] !== digest)
      throw invalid(`damaged between byte ${pieces * CHUNK_BYTES} and ${(pieces + 1) * CHUNK_BYTES}`);
    pieces += 1;
  });
  let read = 0;
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reading(reader.read(), signal);
      if (done) break;
      read += value.length;
      if (read > (manifest?.bytes ?? MAX_TOTAL_BYTES)) throw invalid('longer than it says');
      if (manifest) await check.push(value);
      const lines = splitter.push(decoder.decode(value, { stream: true }));
      if (lines.length > 0) yield lines;
    }
    await check.flush();
    if (manifest && (read !== manifest.bytes || pieces !== wanted.length)) throw invalid(`ends after ${read} bytes`);
    const last = [...splitter.push(decoder.decode()), ...splitter.flush()];
    if (last.length > 0) yield last;
  } catch (error) {
    throw error instanceof StoreFailure ? error : invalid(String(error));
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/**
 * Looks at the beginning of a file and at its manifest. Throws `StoreFailure` for what is no backup or cannot be read, and
 * `cancelled`, now and while its lines are read.
 */
export async function openBackup(file: Blob, signal: AbortSignal): Promise<BackupFile> {
  if (file.size > MAX_FILE_BYTES) throw new StoreFailure('file-too-large');
  const [a = 0, b = 0] = await bytesOf(file.slice(0, 2), signal);
  if (a === 0x50 && b === 0x4b) {
    const entries = await entriesOf(file, signal);
    const [manifestEntry, clipsEntry] = [MANIFEST_NAME, CLIPS_NAME].map((name) =>
      entries.find((entry) => entry.name === name),
    );
    if (!manifestEntry || !clipsEntry) throw invalid('no backup of this extension');
    const manifest = await manifestOf(file, manifestEntry, signal);
    const data = await dataOf(file, clipsEntry, signal);
    const stream = () => (clipsEntry.method === 0 ? data.stream() : inflated(data, 'deflate-raw'));
    return { manifest, lines: () => linesOf(stream(), 'utf-8', manifest, signal) };
  }
  if (a === 0x1f && b === 0x8b) {
    return { manifest: null, lines: () => linesOf(inflated(file, 'gzip'), 'utf-8', null, signal) };
  }
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return { manifest: null, lines: () => linesOf(file.stream(), encoding, null, signal) };
}
