/** Small things on streams of bytes: a growing blob that keeps off the heap, hashes of pieces, hexadecimal. */
const FOLD_BYTES = 4 * 1024 * 1024;

export interface ByteSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> | void;
}

/** Collects bytes in blobs, which live outside of the heap. */
export function createBlobSink(type: string): ByteSink & { blob(): Blob } {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  const blobs: Blob[] = [];
  const fold = () => {
    blobs.push(new Blob(parts));
    parts = [];
    held = 0;
  };
  return {
    write(bytes) {
      parts.push(bytes);
      held += bytes.length;
      if (held >= FOLD_BYTES) fold();
    },
    blob() {
      fold();
      return new Blob(blobs, { type });
    },
  };
}

const encoder = new TextEncoder();
const LINE_FEED = 10;
/** No UTF-16 unit takes more bytes. */
const MOST_BYTES = 3;

/** Longer ones get a room of their own. */
const ROOM_BYTES = 2 * 1024 * 1024;
let shared: Uint8Array<ArrayBuffer> | null = null;

/** Room for so many bytes; the same for every batch, because what a room leaves behind is three times what it held. */
function roomFor(bytes: number): Uint8Array<ArrayBuffer> {
  if (bytes > ROOM_BYTES) return new Uint8Array(bytes);
  shared ??= new Uint8Array(ROOM_BYTES);
  return shared;
}

/** Lines as UTF-8, each with its end. Written into one room, which takes half of the time of joining and encoding them. */
export function encodeLines(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const room = roomFor(lines.reduce((sum, line) => sum + line.length * MOST_BYTES + 1, 0));
  let at = 0;
  for (const line of lines) {
    at += encoder.encodeInto(line, room.subarray(at)).written;
    room[at] = LINE_FEED;
    at += 1;
  }
  return room.slice(0, at);
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a stream in pieces of `size`; `flush` hashes what is left. */
export function createPieces(size: number, onPiece: (digest: string) => void) {
  const piece = new Uint8Array(size);
  let filled = 0;
  const close = async () => {
    onPiece(hex(new Uint8Array(await crypto.subtle.digest('SHA-256', piece.subarray(0, filled)))));
    filled = 0;
  };
  return {
    async push(bytes: Uint8Array) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + size - filled);
        piece.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === size) await close();
      }
    },
    async flush() {
      if (filled > 0) await close();
    },
  };
}
