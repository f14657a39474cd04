/** Journals of older and of newer builds. */
import { describe, expect, it } from 'vitest';
import { crc32 } from '@/lib/core/journal/crc32';
import { createJournal } from '@/lib/core/journal/journal';
import { bytesOf, EPOCH, expected, filled, recordsOf } from './filled';
import { type MemoryFile, memoryFile } from './memory-file';

describe('a journal', () => {
  it('of a newer build is left as it is, and says so', () => {
    const files: [MemoryFile, MemoryFile] = [memoryFile(), memoryFile()];
    const newer = createJournal(files, 5);
    newer.begin(EPOCH);
    newer.commit(0);
    newer.append(1, bytesOf('记录1'));
    files[0].truncate(files[0].getSize() - 3);
    const before = files.map(({ bytes }) => [...bytes]);
    const journal = createJournal(files, 4);
    expect(() => journal.open()).toThrow(expect.objectContaining({ name: 'VersionError' }));
    expect(() => journal.append(2, bytesOf('记录2'))).toThrow('not open');
    expect(files.map(({ bytes }) => [...bytes])).toEqual(before);
  });

  it('of an older build is read, and is of this one once it is written anew', () => {
    const { files } = filled(2);
    const journal = createJournal(files, 5);
    expect(journal.open()).toMatchObject({ seq: 2, damaged: false, older: true });
    expect(recordsOf(journal)).toEqual(expected(2));
    journal.begin(EPOCH);
    journal.commit(2);
    expect(createJournal(files, 5).open()).toMatchObject({ older: false });
  });

  it('that names no version is of the shape of that time', () => {
    const { files } = filled(1);
    const [{ bytes }] = files;
    bytes[80] = 0;
    const data = new DataView(bytes.buffer, bytes.byteOffset);
    data.setUint32(12, crc32(bytes.subarray(16, 96), crc32(bytes.subarray(4, 12))), true);
    expect(createJournal(files, 4).open()).toMatchObject({ epoch: EPOCH, seq: 1, damaged: false, older: false });
    expect(createJournal(files, 5).open()).toMatchObject({ seq: 1, older: true });
  });
});
