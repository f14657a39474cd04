/** Journals in memory, and what can be read of them. */
import { createJournal, type Journal } from '@/lib/core/journal/journal';
import { type MemoryFile, memoryFile } from './memory-file';

export const EPOCH = 'epoch-1';
export const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Everything that can be read, empty records left out. */
export function recordsOf(journal: Journal): string[] {
  const records: string[] = [];
  for (let at: number | null = 0; at !== null; ) {
    const part: ReturnType<Journal['replay']> = journal.replay(at, 64);
    records.push(
      ...part.records.map(({ seq, payload }) => `${seq}:${textOf(payload)}`).filter((text) => !text.endsWith(':')),
    );
    at = part.next;
  }
  return records;
}

/** A journal with records 1 … n. */
export function filled(n: number, files: [MemoryFile, MemoryFile] = [memoryFile(), memoryFile()]) {
  const journal = createJournal(files, 4);
  journal.begin(EPOCH);
  journal.commit(0);
  for (let seq = 1; seq <= n; seq += 1) journal.append(seq, bytesOf(`记录${seq}`));
  return { journal, files };
}
export const expected = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1}:记录${i + 1}`);
export const reopened = (files: [MemoryFile, MemoryFile]) => {
  const journal = createJournal([memoryFile(files[0].bytes), memoryFile(files[1].bytes)], 4);
  return { journal, state: journal.open() };
};
