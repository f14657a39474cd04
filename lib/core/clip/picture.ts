/**
 * Pictures of clips, as bytes and back. They come from backups too, so what the header of the file says must be within
 * the limits and what the clip says of it.
 */
import { PICTURE_TYPE, type PictureHead, pictureDataSchema, pictureHeadSchema } from '../model/picture';
import { hashText } from './hash';

const DIGITS = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((digit, i) => [digit, i] as const),
);
/** A JPEG names its size in the first few segments. */
const HEADER_CHARS = 16_384;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/u;

/** Bytes of base64; what is no digit counts as nothing. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (const digit of text) {
    const value = DIGITS.get(digit);
    if (value === undefined) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes.subarray(0, at);
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Size by the frame header of a JPEG (ITU T.81, B.2.2); null for anything else. */
function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || data.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    if (isFrame(bytes[at + 1] ?? 0)) return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    at += 2 + data.getUint16(at + 2);
  }
  return null;
}

/** What a clip with this picture says of it; null for what is no JPEG within the limits. */
export function pictureHead(data: string): PictureHead | null {
  if (!pictureDataSchema.safeParse(data).success || !BASE64.test(data)) return null;
  const size = jpegSize(bytesOf(data.slice(0, HEADER_CHARS)));
  return size && (pictureHeadSchema.safeParse({ ...size, hash: hashText(data) }).data ?? null);
}

/** Is this the whole picture that the clip names? */
export function isPictureOf(head: PictureHead | undefined, data: string): boolean {
  const found = head ? pictureHead(data) : null;
  return found !== null && found.hash === head?.hash && found.width === head.width && found.height === head.height;
}

/** For `<img>`; only of what `pictureHead` has looked at. */
export const pictureAddress = (data: string): string => `data:${PICTURE_TYPE};base64,${data}`;
/** The file itself. */
export const pictureBytes = (data: string): Uint8Array<ArrayBuffer> => bytesOf(data);
