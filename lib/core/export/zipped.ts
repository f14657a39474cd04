/** Files in one zip, stored as they are: what a Markdown refers to lies beside it. */
import { dataDescriptor, directory, localHeader, type ZipEntry } from '../archive/zip';
import { crc32 } from '../journal/crc32';

export interface NamedBytes {
  /** With `/` between folders. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const STORED = 0;

/** The pieces of the file, in order; the same files make the same bytes. */
export function* zipped(files: Iterable<NamedBytes>): Generator<Uint8Array<ArrayBuffer>> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const size = bytes.length;
    const entry: ZipEntry = { name, method: STORED, crc: crc32(bytes), packed: size, size, offset };
    const head = localHeader(name, STORED);
    const tail = dataDescriptor(entry);
    yield head;
    yield bytes;
    yield tail;
    offset += head.length + size + tail.length;
    entries.push(entry);
  }
  yield directory(entries, offset);
}
