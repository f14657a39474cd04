/**
 * The beginning of a journal file: which database it belongs to, which of two files is the younger, and whether it was
 * finished. The mark of completion is written last, after everything else is on the disk.
 */
import { crc32 } from './crc32';

const MAGIC = 0x4a435030;
const DONE = 0x454e4f44;
export const HEADER_SIZE = 128;
const EPOCH_AT = 16;
const EPOCH_MAX = 64;
const VERSION_AT = 80;
const MARK_AT = 96;
/** Shape of the records of journals that do not name it. */
const UNNAMED = 4;

export interface JournalHeader {
  /** Name of the database the journal belongs to; ASCII, at most 64 characters. */
  epoch: string;
  /** Grows by one with each rewriting. */
  generation: number;
  /** Shape of the records, 1 … 255; a build does not touch those of a shape that it does not know. */
  version: number;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The header without its mark: a file that is still being written. */
export function encodeHeader({ epoch, generation, version }: JournalHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_SIZE);
  const data = view(bytes);
  const text = epoch.slice(0, EPOCH_MAX);
  data.setUint32(0, MAGIC, true);
  data.setUint32(4, generation, true);
  data.setUint32(8, text.length, true);
  for (let i = 0; i < text.length; i += 1) bytes[EPOCH_AT + i] = text.charCodeAt(i) & 127;
  bytes[VERSION_AT] = version;
  data.setUint32(12, crc32(bytes.subarray(EPOCH_AT, MARK_AT), crc32(bytes.subarray(4, 12))), true);
  return bytes;
}

/** The mark and its place: says that the file was complete when it had `size` bytes. */
export function encodeMark(size: number): { at: number; bytes: Uint8Array } {
  const bytes = new Uint8Array(16);
  const data = view(bytes);
  data.setUint32(0, DONE, true);
  data.setFloat64(4, size, true);
  data.setUint32(12, crc32(bytes.subarray(0, 12)), true);
  return { at: MARK_AT, bytes };
}

/** `base` is the size when it was complete, null while it is not; null for a header that is none or is damaged. */
export function readHeader(bytes: Uint8Array): (JournalHeader & { base: number | null }) | null {
  if (bytes.length < HEADER_SIZE) return null;
  const data = view(bytes);
  const length = data.getUint32(8, true);
  const crc = crc32(bytes.subarray(EPOCH_AT, MARK_AT), crc32(bytes.subarray(4, 12)));
  if (data.getUint32(0, true) !== MAGIC || length > EPOCH_MAX || data.getUint32(12, true) !== crc) return null;
  const mark = bytes.subarray(MARK_AT, MARK_AT + 16);
  const marked =
    data.getUint32(MARK_AT, true) === DONE && view(mark).getUint32(12, true) === crc32(mark.subarray(0, 12));
  return {
    epoch: String.fromCharCode(...bytes.subarray(EPOCH_AT, EPOCH_AT + length)),
    generation: data.getUint32(4, true),
    version: bytes[VERSION_AT] || UNNAMED,
    base: marked ? data.getFloat64(MARK_AT + 4, true) : null,
  };
}
