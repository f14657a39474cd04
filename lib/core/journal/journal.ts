/**
 * An append-only journal in two files. One is alive; the other is written anew when the first has grown or is damaged,
 * and takes over once it is complete, so that no file is ever created, renamed or cut in its middle while it counts.
 * Torn ends are cut off, damage inside is stepped over. Works on handles as the origin private file system gives them;
 * knows nothing of what the records mean.
 */
import { frameAt, type JournalFile, lastWholeFrame, readAt, resync, writeAll } from './file';
import { encodeFrame, FRAME_HEAD, FRAME_TAIL, sizeFromEnd } from './frame';
import { encodeHeader, encodeMark, HEADER_SIZE, readHeader } from './header';

export interface JournalState {
  /** Empty when the header is damaged. */
  epoch: string;
  /** Number of the last whole record; 0 when there is none. */
  seq: number;
  size: number;
  /** Size at the last rewriting. */
  base: number;
  /** Bytes of a torn end that were cut off. */
  trimmed: number;
  /** Part of what is there could not be read. */
  damaged: boolean;
  /** Its records are of a shape before this build's. */
  older: boolean;
}

export interface ReplayPart {
  records: { seq: number; payload: Uint8Array }[];
  /** Where to go on; null at the end. */
  next: number | null;
  damaged: boolean;
  /** Tells one writing of the journal from another; empty when the header is damaged. */
  file: string;
}

export interface Journal {
  /** Finds the living file and its end; null when there is none. Throws a `VersionError` for one of a newer build. */
  open(): JournalState | null;
  /** Durable when it returns; leaves nothing behind when it throws. */
  append(seq: number, payload: Uint8Array): void;
  /** Takes the last record back, if it is the one with this number. */
  rollback(seq: number): void;
  /** Records from `at` (0: the beginning), about `bytes` of them. */
  replay(at: number, bytes: number): ReplayPart;
  /** Where the records with a number above `seq` begin, found from the end. */
  after(seq: number): number;
  /** Begins to write the other file; records appended meanwhile go to both. */
  begin(epoch: string): void;
  add(seq: number, payload: Uint8Array): void;
  /** The other file takes over. */
  commit(seq: number): void;
  size(): { size: number; base: number };
}

const NOTHING = new Uint8Array(0);

interface Living {
  file: JournalFile;
  epoch: string;
  generation: number;
  version: number;
  base: number;
  size: number;
  last: { seq: number; start: number } | null;
}

/** Which of both files counts: the youngest complete one, else the larger one that holds any record. */
function choose(files: readonly [JournalFile, JournalFile]): Living | null {
  const found = files.map((file) => ({ file, header: readHeader(readAt(file, 0, HEADER_SIZE)) }));
  const complete = found.flatMap(({ file, header }) =>
    header && header.base !== null ? [{ file, ...header, base: header.base }] : [],
  );
  complete.sort((a, b) => b.generation - a.generation);
  const [best] = complete;
  if (best)
    return {
      file: best.file,
      epoch: best.epoch,
      generation: best.generation,
      version: best.version,
      base: best.base,
      size: best.file.getSize(),
      last: null,
    };
  const rest = files.filter((file) => resync(file, 0) < file.getSize()).sort((a, b) => b.getSize() - a.getSize());
  const [file] = rest;
  return file ? { file, epoch: '', generation: 0, version: 0, base: 0, size: file.getSize(), last: null } : null;
}

/** `version`: shape of the records that this build writes, 1 … 255. */
export function createJournal(files: readonly [JournalFile, JournalFile], version: number): Journal {
  let living: Living | null = null;
  let growing: Pick<Living, 'file' | 'epoch' | 'generation' | 'version' | 'size'> | null = null;

  const other = (): JournalFile => (living?.file === files[0] ? files[1] : files[0]);
  const alive = (): Living => {
    if (!living) throw new Error('journal: not open');
    return living;
  };

  function open(): JournalState | null {
    growing = null;
    living = choose(files);
    if (!living) return null;
    if (living.version > version) {
      living = null;
      throw Object.assign(new Error('journal: of a newer build'), { name: 'VersionError' });
    }
    const { file } = living;
    // What a rewriting left unfinished only takes room.
    if (living.epoch !== '' && other().getSize() > 0) other().truncate(0);
    const size = file.getSize();
    const last = size > HEADER_SIZE ? lastWholeFrame(file) : null;
    const end = last?.end ?? HEADER_SIZE;
    if (end < size) {
      file.truncate(end);
      file.flush();
    }
    living = { ...living, size: end, last: last && { seq: last.seq, start: last.start } };
    return {
      epoch: living.epoch,
      seq: last?.seq ?? 0,
      size: end,
      base: living.base,
      trimmed: size - end,
      damaged: living.epoch === '' || end < living.base,
      older: living.version < version,
    };
  }

  function append(seq: number, payload: Uint8Array): void {
    const now = alive();
    const frame = encodeFrame(seq, payload);
    const start = now.size;
    try {
      writeAll(now.file, frame, start);
      now.file.flush();
    } catch (error) {
      now.file.truncate(start);
      throw error;
    }
    now.size += frame.length;
    now.last = { seq, start };
    try {
      if (growing) add(seq, payload);
    } catch {
      // The record is safe where it counts; the rewriting is given up and `commit` will say so.
    }
  }

  /**
   * What is there of a rewriting would stand in the way of everything else on a full disk, and it must never count without
   * what is appended from now on, not even after a power cut.
   */
  function giveUp(): void {
    const file = growing?.file;
    growing = null;
    try {
      file?.truncate(0);
      file?.flush();
    } catch {
      // Nothing more can be done here. Opening takes the room of an unfinished one back, and so does the next rewriting.
    }
  }

  function orGiveUp(write: () => void): void {
    try {
      write();
    } catch (error) {
      giveUp();
      throw error;
    }
  }

  function add(seq: number, payload: Uint8Array): void {
    const now = growing;
    if (!now) throw new Error('journal: not being rewritten');
    const frame = encodeFrame(seq, payload);
    orGiveUp(() => writeAll(now.file, frame, now.size));
    now.size += frame.length;
  }

  function replay(from: number, bytes: number): ReplayPart {
    const { file, size, epoch, generation, base } = alive();
    const records: ReplayPart['records'] = [];
    let at = Math.max(from, HEADER_SIZE);
    let taken = 0;
    let damaged = false;
    while (at < size && taken < bytes) {
      const frame = frameAt(file, at);
      if (frame) {
        records.push({ seq: frame.seq, payload: frame.payload });
        at += frame.end - frame.start;
        taken += frame.payload.length + FRAME_HEAD;
      } else {
        damaged = true;
        at = resync(file, at + 1);
      }
    }
    return { records, next: at < size ? at : null, damaged, file: epoch && `${epoch} ${generation} ${base}` };
  }

  function commit(seq: number): void {
    if (!growing) throw new Error('journal: nothing to commit');
    const next = growing;
    const last = encodeFrame(seq, NOTHING);
    const size = next.size + last.length;
    const mark = encodeMark(size);
    orGiveUp(() => {
      writeAll(next.file, last, next.size);
      next.file.flush();
      writeAll(next.file, mark.bytes, mark.at);
      next.file.flush();
    });
    const old = living?.file;
    living = { ...next, base: size, size, last: { seq, start: next.size } };
    growing = null;
    old?.truncate(0);
    old?.flush();
  }

  /** Walks back from the end while the frames are whole and younger. */
  function after(seq: number): number {
    const { file, size } = alive();
    let at = size;
    for (;;) {
      const length = sizeFromEnd(readAt(file, at - FRAME_TAIL, FRAME_TAIL));
      if (length === null || at - length < HEADER_SIZE) return HEADER_SIZE;
      const frame = frameAt(file, at - length);
      if (!frame) return HEADER_SIZE;
      if (frame.seq <= seq) return at;
      at -= length;
    }
  }

  return {
    open,
    append,
    after,
    rollback(seq) {
      const now = alive();
      if (now.last?.seq !== seq) return;
      now.file.truncate(now.last.start);
      now.file.flush();
      now.size = now.last.start;
      now.last = null;
      // What was copied to the other file cannot be told apart there: the rewriting starts over another time.
      giveUp();
    },
    replay,
    begin(epoch) {
      const file = other();
      const generation = (living?.generation ?? 0) + 1;
      growing = null;
      file.truncate(0);
      writeAll(file, encodeHeader({ epoch, generation, version }), 0);
      growing = { file, epoch, generation, version, size: HEADER_SIZE };
    },
    add,
    commit,
    size: () => ({ size: alive().size, base: alive().base }),
  };
}
