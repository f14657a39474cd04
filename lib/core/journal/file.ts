/** Frames in a file: finding them from either end or behind damage, and writing one whole or not at all. */
import {
  FRAME_HEAD,
  FRAME_TAIL,
  type Frame,
  frameSize,
  lastEndMagic,
  nextMagic,
  readFrame,
  sizeFromEnd,
} from './frame';
import { HEADER_SIZE } from './header';

/** What of `FileSystemSyncAccessHandle` is needed. */
export interface JournalFile {
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  getSize(): number;
}

const WINDOW = 4 * 1024 * 1024;

export function readAt(file: JournalFile, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, file.getSize() - at)));
  return bytes.length > 0 ? bytes.subarray(0, file.read(bytes, { at })) : bytes;
}

/** Whole frame at `at`, however long it is. */
export function frameAt(file: JournalFile, at: number): Frame | null {
  const size = frameSize(readAt(file, at, FRAME_HEAD), 0);
  return size === null ? null : readFrame(readAt(file, at, size), 0);
}

/** The last whole frame, before a torn end if there is one; found from the end, however long the file is. */
export function lastWholeFrame(file: JournalFile): Frame | null {
  for (let to = file.getSize(); to > HEADER_SIZE; ) {
    const from = Math.max(HEADER_SIZE, to - (to === file.getSize() ? FRAME_TAIL : WINDOW));
    const bytes = readAt(file, from, to - from);
    for (let end = lastEndMagic(bytes, bytes.length); end > 0; end = lastEndMagic(bytes, end - 1)) {
      const size = sizeFromEnd(bytes.subarray(end - FRAME_TAIL, end)) ?? Number.POSITIVE_INFINITY;
      const start = from + end - size;
      const frame = start >= HEADER_SIZE ? frameAt(file, start) : null;
      if (frame) return { ...frame, start, end: from + end };
    }
    // An end may lie across two windows.
    to = from > HEADER_SIZE ? from + FRAME_TAIL - 1 : HEADER_SIZE;
  }
  return null;
}

/** First place from `at` on where a whole frame begins; the file's end when none does. */
export function resync(file: JournalFile, at: number): number {
  const end = file.getSize();
  let from = at;
  while (from < end) {
    const bytes = readAt(file, from, WINDOW);
    let hit = nextMagic(bytes, 0);
    for (; hit < bytes.length; hit = nextMagic(bytes, hit + 1)) if (frameAt(file, from + hit)) return from + hit;
    from += Math.max(1, bytes.length - 3);
  }
  return end;
}

export function writeAll(file: JournalFile, bytes: Uint8Array, at: number): void {
  const written = file.write(bytes, { at });
  if (written !== bytes.length) {
    file.truncate(at);
    throw Object.assign(new Error('journal: short write'), { name: 'QuotaExceededError' });
  }
}
