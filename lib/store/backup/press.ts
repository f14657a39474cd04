/** Presses the lines of a backup: deflate, with a checksum of all of them and hashes of their pieces. Bytes in, bytes out. */
import { CHUNK_BYTES } from '@/lib/core/backup/format';
import { crc32 } from '@/lib/core/journal/crc32';
import { createPieces } from './bytes';

export type Bytes = Uint8Array<ArrayBuffer>;

/** What is known of the lines once they are pressed. */
export interface Pressed {
  crc: number;
  /** SHA-256 of each piece, hexadecimal. */
  chunks: string[];
}

export interface Press {
  /** Resolves when more can be taken; the bytes are no longer the caller's. */
  push(bytes: Bytes): Promise<void>;
  /** Resolves after the last byte has come out. */
  end(): Promise<Pressed>;
  stop(reason: unknown): Promise<void>;
}

export function createPress(onBytes: (bytes: Bytes) => Promise<void> | void): Press {
  const chunks: string[] = [];
  const pieces = createPieces(CHUNK_BYTES, (digest) => chunks.push(digest));
  const deflate = new CompressionStream('deflate-raw');
  const drained = deflate.readable.pipeTo(new WritableStream({ write: onBytes }));
  drained.catch(() => undefined);
  const input = deflate.writable.getWriter();
  let crc = 0;
  return {
    async push(bytes) {
      crc = crc32(bytes, crc);
      await Promise.all([pieces.push(bytes), input.write(bytes)]);
    },
    async end() {
      await pieces.flush();
      await input.close();
      await drained;
      return { crc, chunks };
    },
    stop: (reason) => input.abort(reason).catch(() => undefined),
  };
}
