import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PAYLOAD, RecordTooLarge } from '@/lib/core/journal/frame';
import { HEADER_SIZE } from '@/lib/core/journal/header';
import { createJournal } from '@/lib/core/journal/journal';
import { bytesOf, EPOCH, expected, filled, recordsOf, reopened } from './filled';
import { type MemoryFile, memoryFile } from './memory-file';

describe('journal', () => {
  it('has nothing before its first rewriting', () => {
    expect(createJournal([memoryFile(), memoryFile()], 4).open()).toBeNull();
  });

  it('that is long and torn is opened from its end', () => {
    const { journal, files } = filled(3);
    // What looks like the end of a record, and a length that is none.
    const text = `1PCJ${'\u0008\0\0\u00001PCJ'.repeat(500_000)}`;
    for (let seq = 4; seq <= 13; seq += 1) journal.append(seq, bytesOf(text));
    const whole = files[0].getSize() > files[1].getSize() ? files[0] : files[1];
    const size = whole.getSize();
    let taken = 0;
    const torn = memoryFile(whole.bytes.slice(0, size - 4));
    const counted: MemoryFile = {
      ...torn,
      getSize: torn.getSize,
      read(into, at) {
        taken += into.length;
        return torn.read(into, at);
      },
      truncate: torn.truncate,
    };
    const state = createJournal([counted, memoryFile()], 4).open();
    expect(state).toMatchObject({ seq: 12, damaged: false });
    expect(state?.trimmed).toBeGreaterThan(4_000_000);
    expect(taken).toBeLessThan(20_000_000);
  });

  it('gives back what was appended, after opening again', () => {
    const { journal, state } = reopened(filled(5).files);
    expect(state).toMatchObject({ epoch: EPOCH, seq: 5, trimmed: 0, damaged: false });
    expect(recordsOf(journal)).toEqual(expected(5));
  });

  it.each([
    [0, ['1', '2', '3']],
    [2, ['3']],
    [3, []],
  ])('finds what came after number %i', (seq, found) => {
    const { journal } = filled(3);
    expect(
      journal
        .replay(journal.after(seq), 1e6)
        .records.map((record) => String(record.seq))
        .filter((n) => n !== '0'),
    ).toEqual(found);
  });

  it('takes the last record back', () => {
    const { journal, files } = filled(3);
    journal.rollback(2);
    journal.rollback(3);
    expect(recordsOf(reopened(files).journal)).toEqual(expected(2));
  });

  it('holds after a rewriting what was added and what came meanwhile', () => {
    const { journal, files } = filled(3);
    journal.begin('epoch-2');
    journal.add(3, bytesOf('全部'));
    journal.append(4, bytesOf('新'));
    journal.commit(4);
    const { journal: again, state } = reopened(files);
    expect(state).toMatchObject({ epoch: 'epoch-2', seq: 4, damaged: false });
    expect(recordsOf(again)).toEqual(['3:全部', '4:新']);
  });

  it('loses no acknowledged record when the end is cut at any byte', () => {
    const { files } = filled(4);
    const [file] = files;
    const sizes = [0, 1, 2, 3, 4].map((n) => filled(n).files[0].bytes.length);
    for (let size = sizes[0]!; size <= file.bytes.length; size += 1) {
      const whole = sizes.filter((end) => end <= size).length - 1;
      const { journal, state } = reopened([memoryFile(file.bytes.slice(0, size)), memoryFile()]);
      expect(recordsOf(journal), `cut at ${size}`).toEqual(expected(whole));
      expect(state, `cut at ${size}`).toMatchObject({ seq: whole, trimmed: size - sizes[whole]!, epoch: EPOCH });
      journal.append(9, bytesOf('后'));
      expect(recordsOf(journal).at(-1)).toBe('9:后');
    }
  });

  it('says so when the cut goes into what was complete', () => {
    const { journal, files } = filled(3);
    journal.begin(EPOCH);
    for (let i = 0; i < 5; i += 1) journal.add(3, bytesOf(`全部${i}`));
    journal.commit(3);
    const file = files[1];
    for (let size = HEADER_SIZE; size < file.bytes.length; size += 1) {
      const { state } = reopened([memoryFile(), memoryFile(file.bytes.slice(0, size))]);
      expect(state?.damaged, `cut at ${size}`).toBe(true);
    }
  });

  it('steps over a damaged byte, wherever it is', () => {
    const { files } = filled(4);
    const good = files[0].bytes;
    const ends = [0, 1, 2, 3, 4].map((n) => filled(n).files[0].bytes.length);
    for (let at = 0; at < good.length; at += 1) {
      const bytes = good.slice();
      bytes[at] = bytes[at]! ^ (1 << (at % 8));
      const { journal, state } = reopened([memoryFile(bytes), memoryFile()]);
      const hit = ends.findIndex((end) => at < end);
      const left = expected(4).filter((_, i) => hit !== i + 1);
      expect(recordsOf(journal), `byte ${at}`).toEqual(left);
      // A flip in the unused part of the header may be silent; in a record it never is.
      const noticed = state?.damaged || (state?.trimmed ?? 0) > 0 || journal.replay(0, 1e9).damaged;
      if (at >= HEADER_SIZE) expect(noticed, `byte ${at}`).toBe(true);
    }
  });

  it('is whole after a crash between any two steps of a rewriting', () => {
    const snapshots: [Uint8Array, Uint8Array, string[]][] = [];
    let acknowledged: string[] = [];
    const files: [MemoryFile, MemoryFile] = [memoryFile(undefined, () => take()), memoryFile(undefined, () => take())];
    const take = () => snapshots.push([files[0].bytes.slice(), files[1].bytes.slice(), acknowledged]);
    const { journal } = filled(3, files);
    acknowledged = expected(3);
    snapshots.length = 0;
    journal.begin(EPOCH);
    for (const record of expected(2)) journal.add(3, bytesOf(record.slice(2)));
    journal.append(4, bytesOf('记录4'));
    acknowledged = [...acknowledged, '4:记录4'];
    journal.add(3, bytesOf('记录3'));
    journal.commit(4);
    journal.append(5, bytesOf('记录5'));
    take();
    expect(snapshots.length).toBeGreaterThan(9);
    const payloads = (records: string[]) => new Set(records.map((record) => record.slice(2)));
    for (const [a, b, known] of snapshots) {
      const found = payloads(recordsOf(reopened([memoryFile(a), memoryFile(b)]).journal));
      for (const record of payloads(known)) expect(found).toContain(record);
    }
  });

  it('leaves nothing behind when the disk is full', () => {
    let full = false;
    const file = memoryFile();
    const { write } = file;
    file.write = (bytes, options) => write(full ? bytes.subarray(0, 5) : bytes, options);
    const { journal } = filled(2, [file, memoryFile()]);
    full = true;
    expect(() => journal.append(3, bytesOf('满'))).toThrow(expect.objectContaining({ name: 'QuotaExceededError' }));
    full = false;
    journal.append(3, bytesOf('记录3'));
    expect(recordsOf(journal)).toEqual(expected(3));
  });

  it.each(['while records are added', 'when it is to take over'])(
    'gives a rewriting up when the disk is full %s, and the room with it',
    (moment) => {
      const { journal, files } = filled(2);
      const [, growing] = files;
      const { write } = growing;
      let left = 400;
      growing.write = (bytes, options) => {
        left -= bytes.length;
        return write(left < 0 ? bytes.subarray(0, 5) : bytes, options);
      };
      const full = expect.objectContaining({ name: 'QuotaExceededError' });
      const other = () => Math.min(...files.map((file) => file.getSize()));
      journal.begin(EPOCH);
      journal.add(2, bytesOf('记录1'));
      expect(other()).toBeGreaterThan(0);
      left = moment.startsWith('while') ? 0 : 30;
      if (left === 0) expect(() => journal.add(2, bytesOf('记录2'))).toThrow(full);
      else expect(() => journal.commit(2)).toThrow(full);
      expect(other()).toBe(0);
      journal.append(3, bytesOf('记录3'));
      expect(recordsOf(reopened(files).journal)).toEqual(expected(3));
      expect(() => journal.commit(3)).toThrow('nothing to commit');
    },
  );

  it('gives the room of a rewriting back with the record that is taken back', () => {
    const { journal, files } = filled(2);
    journal.begin(EPOCH);
    journal.add(2, bytesOf('记录1'));
    journal.append(3, bytesOf('记录3'));
    journal.rollback(3);
    expect(Math.min(...files.map((file) => file.getSize()))).toBe(0);
    expect(recordsOf(reopened(files).journal)).toEqual(expected(2));
  });

  it('never lets a rewriting count that was given up at its last step, not even after a power cut', () => {
    const { journal, files } = filled(2);
    const [, growing] = files;
    let onDisk = growing.bytes;
    let flushes = 0;
    growing.flush = () => {
      onDisk = growing.bytes;
      flushes += 1;
      if (flushes === 2) throw new Error('flush');
    };
    journal.begin(EPOCH);
    journal.add(2, bytesOf('记录1'));
    expect(() => journal.commit(2)).toThrow('flush');
    journal.append(3, bytesOf('记录3'));
    expect(recordsOf(reopened([files[0], memoryFile(onDisk)]).journal)).toEqual(expected(3));
  });

  it('refuses what it could not read back, and keeps the rest', () => {
    const { journal, files } = filled(2);
    const large = new Uint8Array(MAX_PAYLOAD + 1);
    expect(() => journal.append(3, large)).toThrow(RecordTooLarge);
    journal.begin(EPOCH);
    expect(() => journal.add(2, large)).toThrow(RecordTooLarge);
    journal.append(3, bytesOf('记录3'));
    expect(recordsOf(reopened(files).journal)).toEqual(expected(3));
  });

  it('opens whatever bytes there are', () => {
    const { files } = filled(2);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(files[0].bytes.length), (noise, at) => {
        const bytes = new Uint8Array([...files[0].bytes.subarray(0, at), ...noise, ...files[0].bytes.subarray(at)]);
        const { journal, state } = reopened([memoryFile(bytes), memoryFile(noise)]);
        if (state) expect(recordsOf(journal).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });
});
