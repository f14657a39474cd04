/** A file in memory that can be copied at any moment, and whose writes can fail. */
import type { JournalFile } from '@/lib/core/journal/file';

export interface MemoryFile extends JournalFile {
  bytes: Uint8Array;
}

/** `onStep` runs after each change of the file; what it throws is thrown by the call. */
export function memoryFile(bytes: Uint8Array = new Uint8Array(0), onStep: () => void = () => undefined): MemoryFile {
  const file: MemoryFile = {
    bytes,
    read(into, { at }) {
      const part = file.bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
    write(data, { at }) {
      const next = new Uint8Array(Math.max(file.bytes.length, at + data.length));
      next.set(file.bytes);
      next.set(data, at);
      file.bytes = next;
      onStep();
      return data.length;
    },
    truncate(size) {
      const next = new Uint8Array(size);
      next.set(file.bytes.subarray(0, size));
      file.bytes = next;
      onStep();
    },
    flush: () => undefined,
    getSize: () => file.bytes.length,
  };
  return file;
}
