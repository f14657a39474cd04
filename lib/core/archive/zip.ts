/**
 * The few structures of a zip file that a backup and an OFD need (APPNOTE 6.3: local header, data descriptor, central
 * directory), as bytes. Compression is the browser's own. Names are only looked up, so a path in an entry leads nowhere.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
export const END_SIZE = 22;
export const MAX_COMMENT = 0xffff;
export const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const MAX_ENTRIES = 100;
/** Flag of an entry that a password keeps. */
const LOCKED = 0x0001;

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

export interface FoundEntry extends ZipEntry {
  /** A password keeps it. */
  locked: boolean;
}

/** Writes little-endian fields one after the other. */
function fields(size: number, values: readonly (readonly [bytes: 2 | 4, value: number])[], tail = new Uint8Array(0)) {
  const bytes = new Uint8Array(size + tail.length);
  const data = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of values) {
    if (width === 2) data.setUint16(at, value, true);
    else data.setUint32(at, value, true);
    at += width;
  }
  bytes.set(tail, size);
  return bytes;
}
const nameBytes = (name: string): Uint8Array<ArrayBuffer> => Uint8Array.from(utf8ToBytes(name));

/** A fixed date (1980-01-01): the same clips make the same file. */
const DATE: readonly (readonly [2 | 4, number])[] = [
  [2, 0],
  [2, 0x21],
];

export const localHeader = (name: string, method: number): Uint8Array<ArrayBuffer> =>
  fields(
    LOCAL_SIZE,
    [
      [4, LOCAL],
      [2, VERSION],
      [2, FLAGS],
      [2, method],
      ...DATE,
      [4, 0],
      [4, 0],
      [4, 0],
      [2, nameBytes(name).length],
      [2, 0],
    ],
    nameBytes(name),
  );

export const dataDescriptor = ({
  crc,
  packed,
  size,
}: Pick<ZipEntry, 'crc' | 'packed' | 'size'>): Uint8Array<ArrayBuffer> =>
  fields(16, [
    [4, DESCRIPTOR],
    [4, crc],
    [4, packed],
    [4, size],
  ]);

/** Everything after the last entry; `offset` is where it begins. */
export function directory(entries: readonly ZipEntry[], offset: number): Uint8Array<ArrayBuffer> {
  const rows = entries.map(({ name, method, crc, packed, size, offset: at }) =>
    fields(
      CENTRAL_SIZE,
      [
        [4, CENTRAL],
        [2, VERSION],
        [2, VERSION],
        [2, FLAGS],
        [2, method],
        ...DATE,
        [4, crc],
        [4, packed],
        [4, size],
        [2, nameBytes(name).length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, at],
      ],
      nameBytes(name),
    ),
  );
  const length = rows.reduce((sum, row) => sum + row.length, 0);
  const end = fields(END_SIZE, [
    [4, END],
    [2, 0],
    [2, 0],
    [2, rows.length],
    [2, rows.length],
    [4, length],
    [4, offset],
    [2, 0],
  ]);
  const bytes = new Uint8Array(length + end.length);
  let at = 0;
  for (const part of [...rows, end]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Place and size of the directory, from the end of a file; null for what is no zip, or one of more entries than `most`. */
export function findDirectory(
  tail: Uint8Array,
  most = MAX_ENTRIES,
): { offset: number; length: number; count: number } | null {
  const data = view(tail);
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (data.getUint32(at, true) !== END) continue;
    const count = data.getUint16(at + 10, true);
    if (count > most) return null;
    return { count, length: data.getUint32(at + 12, true), offset: data.getUint32(at + 16, true) };
  }
  return null;
}

/** The entries of a directory, the bytes of their names as characters; what is cut off or no entry ends the list. */
export function readDirectory(bytes: Uint8Array, count: number): FoundEntry[] {
  const data = view(bytes);
  const entries: FoundEntry[] = [];
  let at = 0;
  while (entries.length < count && at + CENTRAL_SIZE <= bytes.length && data.getUint32(at, true) === CENTRAL) {
    const [nameSize, extra, comment] = [28, 30, 32].map((place) => data.getUint16(at + place, true));
    const name = bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + (nameSize ?? 0));
    entries.push({
      name: String.fromCharCode(...name.subarray(0, 200)),
      locked: (data.getUint16(at + 8, true) & LOCKED) !== 0,
      method: data.getUint16(at + 10, true),
      crc: data.getUint32(at + 16, true),
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    });
    at += CENTRAL_SIZE + (nameSize ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Where the data begins behind a local header; null when there is none. */
export function dataOffset(header: Uint8Array, { offset }: ZipEntry): number | null {
  if (header.length < LOCAL_SIZE || view(header).getUint32(0, true) !== LOCAL) return null;
  return offset + LOCAL_SIZE + view(header).getUint16(26, true) + view(header).getUint16(28, true);
}
