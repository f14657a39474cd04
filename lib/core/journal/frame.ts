/**
 * How records stand in a journal file: each in a frame that can be checked on its own, found from the front, from the
 * end, and again after damage. Bytes in, bytes out; knows no files and no records' meaning.
 *
 * Frame, little endian: magic, payload length n, number, CRC-32 over the last two and the payload; n bytes of payload;
 * n again, end magic.
 */
import { crc32 } from './crc32';

const MAGIC = 0x314a4350; // "PCJ1"
const END_MAGIC = 0x4a435031; // "1PCJ"
export const FRAME_HEAD = 16;
export const FRAME_TAIL = 8;
/** No record is as large: none is written, and a length above it is damage. */
export const MAX_PAYLOAD = 64 * 1024 * 1024;

/** What is above the limit could never be read back. */
export class RecordTooLarge extends Error {
  override readonly name = 'RecordTooLargeError';
  constructor(bytes: number) {
    super(`record of ${bytes} bytes`);
  }
}

export interface Frame {
  /** Number of the change that the frame holds. */
  seq: number;
  start: number;
  end: number;
  payload: Uint8Array;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function encodeFrame(seq: number, payload: Uint8Array): Uint8Array {
  if (payload.length > MAX_PAYLOAD) throw new RecordTooLarge(payload.length);
  const bytes = new Uint8Array(FRAME_HEAD + payload.length + FRAME_TAIL);
  const data = view(bytes);
  data.setUint32(0, MAGIC, true);
  data.setUint32(4, payload.length, true);
  data.setUint32(8, seq, true);
  data.setUint32(12, crc32(payload, crc32(bytes.subarray(4, 12))), true);
  bytes.set(payload, FRAME_HEAD);
  data.setUint32(FRAME_HEAD + payload.length, payload.length, true);
  data.setUint32(FRAME_HEAD + payload.length + 4, END_MAGIC, true);
  return bytes;
}

/** Size of the frame whose head begins at `at`, or null when none does. */
export function frameSize(bytes: Uint8Array, at: number): number | null {
  if (at < 0 || at + FRAME_HEAD > bytes.length) return null;
  const data = view(bytes);
  const length = data.getUint32(at + 4, true);
  return data.getUint32(at, true) === MAGIC && length <= MAX_PAYLOAD ? FRAME_HEAD + length + FRAME_TAIL : null;
}

/** The whole, undamaged frame at `at`, or null. */
export function readFrame(bytes: Uint8Array, at: number): Frame | null {
  const size = frameSize(bytes, at);
  if (size === null || at + size > bytes.length) return null;
  const data = view(bytes);
  const end = at + size;
  const payload = bytes.subarray(at + FRAME_HEAD, end - FRAME_TAIL);
  const whole =
    data.getUint32(end - FRAME_TAIL, true) === payload.length &&
    data.getUint32(end - 4, true) === END_MAGIC &&
    data.getUint32(at + 12, true) === crc32(payload, crc32(bytes.subarray(at + 4, at + 12)));
  return whole ? { seq: data.getUint32(at + 8, true), start: at, end, payload } : null;
}

/** Size of the frame that ends where `tail` ends (its last eight bytes are enough), or null. */
export function sizeFromEnd(tail: Uint8Array): number | null {
  if (tail.length < FRAME_TAIL) return null;
  const data = view(tail);
  const length = data.getUint32(tail.length - FRAME_TAIL, true);
  return data.getUint32(tail.length - 4, true) === END_MAGIC && length <= MAX_PAYLOAD
    ? FRAME_HEAD + length + FRAME_TAIL
    : null;
}

/** Where a frame may have ended last, at `before` or earlier; 0 when nowhere. */
export function lastEndMagic(bytes: Uint8Array, before: number): number {
  for (let end = Math.min(before, bytes.length); end >= FRAME_TAIL; end -= 1) {
    if (bytes[end - 1] !== 0x4a || bytes[end - 2] !== 0x43) continue;
    if (bytes[end - 3] === 0x50 && bytes[end - 4] === 0x31) return end;
  }
  return 0;
}

/** Where a frame may begin again, from `at` on; the length of `bytes` when nowhere. */
export function nextMagic(bytes: Uint8Array, at: number): number {
  for (let i = at; i + 4 <= bytes.length; i += 1) {
    i = bytes.indexOf(MAGIC & 255, i);
    if (i < 0 || i + 4 > bytes.length) break;
    if (bytes[i + 1] === 0x43 && bytes[i + 2] === 0x4a && bytes[i + 3] === 0x31) return i;
  }
  return bytes.length;
}
