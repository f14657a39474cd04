/**
 * Backup and restore of the library. A restore of ordinary size is one transaction; a large one is written into the
 * second place first and takes effect there at one stroke, and the database follows (`Writer.replay`). Either way an
 * interruption leaves the old or the new state.
 */
import { MAX_PAYLOAD } from '@/lib/core/journal/frame';
import type { Applied, Change } from '../apply';
import type { ClipArchive, ImportOptions, ImportPlan, Work } from '../contract';
import type { Tables } from '../database';
import { attempt, StoreFailure, withDeadline } from '../failures';
import { encodeRecord } from '../second/record';
import type { Seqs } from '../seqs';
import type { Writer } from '../writer';
import { backupStateOf, markNow, noteBackup, noteRestore } from './backed-up';
import { createBlobSink } from './bytes';
import { createImportPlan } from './import-plan';
import { type Before, judgeLines } from './judge-lines';
import { keptCopies } from './kept-copies';
import { packLibrary } from './pack';
import { PressFailure } from './press-beside';
import { rescueFrom } from './rescue';
import { type BackupFile, openBackup, type RawLine } from './unpack';

export interface ArchiveParts {
  tables: () => Promise<Tables>;
  /** The same for what is shown: throws when what would be found could mislead. */
  shown: () => Promise<Tables>;
  writer: Writer;
  name: string;
  startPress?: (() => Worker) | undefined;
  /** What every window shows of backups, clips and comparisons may be another now. */
  announce: () => void;
}

/** Up to here a restore is one transaction and one record: so many clips, so many bytes. */
const ONE_TRANSACTION = 2_000;
const ONE_RECORD = MAX_PAYLOAD / 8;
const LINES = 200;
/** Characters that are held at once: pictures make lines long. */
const HELD_CHARS = 8 * 1024 * 1024;
const ZIP = 'application/zip';

/** Lines in even batches. */
async function* batches(file: BackupFile, signal: AbortSignal): AsyncGenerator<RawLine[]> {
  let held: RawLine[] = [];
  let size = 0;
  for await (const lines of file.lines(signal)) {
    for (const line of lines) {
      held.push(line);
      size += line.text?.length ?? 0;
      if (held.length === LINES || size > HELD_CHARS) {
        yield held;
        held = [];
        size = 0;
      }
    }
  }
  if (held.length > 0) yield held;
}

export function createArchive({ tables, shown, writer, name, startPress, announce }: ArchiveParts): ClipArchive {
  /** Judges the whole file; each batch's changes go to `onChange`. */
  async function* changesOf(
    file: BackupFile,
    options: ImportOptions,
    { signal, onProgress }: Work,
    plan: ReturnType<typeof createImportPlan>,
  ): AsyncGenerator<Change> {
    const before: Before = { seen: new Set(), united: new Map(), standing: new Map(), pictures: new Map() };
    const total = file.manifest?.clips ?? 0;
    for await (const lines of batches(file, signal)) {
      const outcomes = await judgeLines(await tables(), lines, before, options);
      for (const outcome of outcomes) plan.add(outcome);
      const puts = outcomes.flatMap((outcome) => ('put' in outcome ? (outcome.put ?? []) : []));
      onProgress(plan.done(), Math.max(total, plan.done()));
      const comparisons = outcomes.flatMap((outcome) => ('put' in outcome ? (outcome.comparison ?? []) : []));
      const pictures = outcomes.flatMap((outcome) => (outcome.kind === 'picture' ? (outcome.picture ?? []) : []));
      yield {
        puts: puts.map(({ clip }) => clip),
        versions: puts.flatMap(({ past }) => past),
        purges: [],
        ...(comparisons.length > 0 && { comparisons: { puts: comparisons, drops: [] } }),
        ...(pictures.length > 0 && { pictures }),
      };
    }
  }

  async function inspect(blob: Blob, options: ImportOptions, work: Work): Promise<ImportPlan> {
    await writer.checked;
    const file = await openBackup(blob);
    const plan = createImportPlan(file);
    for await (const _ of changesOf(file, options, work, plan))
      if (work.signal.aborted) throw new StoreFailure('cancelled');
    return plan.plan();
  }

  async function restore(blob: Blob, options: ImportOptions, work: Work): Promise<ImportPlan> {
    await writer.checked;
    const file = await openBackup(blob);
    const plan = createImportPlan(file);
    const held: Change[] = [];
    let [clips, size] = [0, 0];
    const source = changesOf(file, options, work, plan);
    for (;;) {
      const { value, done } = await source.next();
      if (done) break;
      held.push(value);
      clips += value.puts.length;
      size += encodeRecord(value).length;
      if (clips > ONE_TRANSACTION || size > ONE_RECORD) {
        return restored(await writer.replay(withFirst(held, source), work.signal), plan.plan(), options);
      }
    }
    if (work.signal.aborted) throw new StoreFailure('cancelled');
    const all = joined(held);
    let applied: Applied | null = null;
    if (all.puts.length + all.comparisons.puts.length + all.pictures.length > 0)
      applied = await writer.write(async () => all, { revive: true, deadline: false });
    return restored(applied && { from: applied.head.seq, to: applied.head.seq }, plan.plan(), options);
  }

  /** Remembers which changes a restore has made, and that they lie in a file: united clips are more than that has. */
  async function restored(seqs: Seqs | null, plan: ImportPlan, { author, at, kept }: ImportOptions) {
    const inFile = author === null && !kept && plan.counts.united === 0;
    // The restore itself is done: without the note its clips count as new.
    if (seqs) await noteRestore(await tables(), { ...seqs, at, inFile }).catch(() => undefined);
    announce();
    return plan;
  }

  return {
    backup: ({ author, at }, work) =>
      attempt(async () => {
        const db = await withDeadline(shown());
        const packed = async (start?: () => Worker) => {
          const sink = createBlobSink(ZIP);
          const mark = await markNow(db);
          const { clips } = await packLibrary(db, sink, { author, at, ...work, startPress: start });
          return { file: sink.blob(), clips, mark };
        };
        try {
          return await packed(startPress);
        } catch (error) {
          if (error instanceof PressFailure) return packed();
          throw error;
        }
      }, null),
    rescue: (work) => attempt(() => rescueFrom(() => writer.records(), work), null),
    inspectBackup: (file, options, work) => attempt(() => inspect(file, options, work), null),
    restoreBackup: (file, options, work) => attempt(() => restore(file, options, work), null),
    keptCopies: () => attempt(() => keptCopies(name)),
    backupState: () => attempt(async () => backupStateOf(await tables())),
    backedUp: (at, mark) =>
      attempt(async () => {
        await noteBackup(await tables(), at, mark);
        announce();
        return {};
      }),
  };
}

/** The changes in one. */
const joined = (changes: readonly Change[]) => ({
  puts: changes.flatMap(({ puts }) => puts),
  versions: changes.flatMap(({ versions }) => versions),
  purges: [],
  comparisons: { puts: changes.flatMap(({ comparisons }) => comparisons?.puts ?? []), drops: [] },
  pictures: changes.flatMap(({ pictures }) => pictures ?? []),
});

async function* withFirst(first: readonly Change[], rest: AsyncGenerator<Change>): AsyncGenerator<Change> {
  yield* first;
  yield* rest;
}
