/**
 * The zip that an OFD is: parts by their paths, unpacked as they are read and never more than they may hold. Pictures
 * and fonts stay packed. References between parts are only looked up among the names of the zip, so one that climbs
 * out of the file leads nowhere.
 */
import {
  dataOffset,
  END_SIZE,
  type FoundEntry,
  findDirectory,
  LOCAL_SIZE,
  MAX_COMMENT,
  readDirectory,
} from '@/lib/core/archive/zip';
import { damaged, OfdFailure } from './failure';

const MAX_ENTRIES = 20_000;
/** Of one part, unpacked; a full page of single characters takes half a megabyte. */
const MAX_PART_BYTES = 32 * 1024 * 1024;
/** Of all parts of a file that are read, unpacked. */
const MAX_BYTES = 256 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Container {
  /** The path under which what `reference` means is kept, as seen from the part at `from`; null when it is not there. */
  find(reference: string, from: string): string | null;
  /** Throws `OfdFailure` for what is broken or too large. */
  read(path: string): AsyncGenerator<Bytes>;
}

/** Names are UTF-8, or GBK where a program of Windows wrote them. */
function nameOf({ name }: FoundEntry): string {
  const bytes = Uint8Array.from(name, (char) => char.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** One spelling for all ways to write a path; programs disagree on slashes and on case. */
function pathOf(written: string): string {
  const steps: string[] = [];
  for (const step of written.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step.toLowerCase());
  }
  return steps.join('/');
}

function entriesOf(bytes: Bytes): Map<string, FoundEntry> {
  const place = findDirectory(bytes.subarray(Math.max(0, bytes.length - END_SIZE - MAX_COMMENT)), MAX_ENTRIES);
  if (!place) throw damaged('no directory');
  const found = readDirectory(bytes.subarray(place.offset, place.offset + place.length), place.count);
  return new Map(found.map((entry) => [pathOf(nameOf(entry)), entry]));
}

function packedOf(bytes: Bytes, entry: FoundEntry): Bytes {
  const offset = dataOffset(bytes.subarray(entry.offset, entry.offset + LOCAL_SIZE), entry);
  if (offset === null || offset + entry.packed > bytes.length) throw damaged(`${entry.name} is cut off`);
  return bytes.subarray(offset, offset + entry.packed);
}

function streamOf(packed: Bytes, { method, name }: FoundEntry): ReadableStream<Bytes> {
  const stream = new Blob([packed]).stream();
  if (method === STORED) return stream;
  if (method !== DEFLATED) throw damaged(`${name} is packed by method ${method}`);
  return stream.pipeThrough(new DecompressionStream('deflate-raw'));
}

/** Throws `OfdFailure` for what is no zip. */
export function openContainer(bytes: Bytes): Container {
  const entries = entriesOf(bytes);
  let left = MAX_BYTES;
  return {
    find(reference, from) {
      const folder = from.slice(0, from.lastIndexOf('/') + 1);
      // Some programs write every reference from the root.
      const paths = [reference.startsWith('/') ? '' : folder, ''].map((base) => pathOf(base + reference));
      return paths.find((path) => entries.has(path)) ?? null;
    },
    async *read(path) {
      const entry = entries.get(path);
      if (!entry) throw damaged(`${path} is not there`);
      if (entry.locked) throw new OfdFailure('ofd-encrypted', path);
      const reader = streamOf(packedOf(bytes, entry), entry).getReader();
      let part = MAX_PART_BYTES;
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          part -= value.length;
          left -= value.length;
          if (part < 0 || left < 0) throw damaged(`${path} unfolds to more than may be`);
          yield value;
        }
      } finally {
        await reader.cancel().catch(() => undefined);
      }
    },
  };
}
