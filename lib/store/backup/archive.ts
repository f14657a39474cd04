/**
 * Backup and restore of the library. A restore of ordinary size is one transaction; a large one is written into the
 * second place first and takes effect there at one stroke, and the database follows (`Writer.replay`). Either way an
 * interruption leaves the old or the new state.
 */
import { MAX_PAYLOAD } from '@/lib/core/journal/frame';
import { z } from '@/lib/core/model';
import type { Change } from '../apply';
import type { ClipArchive, ImportOptions, ImportPlan, Work } from '../contract';
import type { Tables } from '../database';
import { attempt, StoreFailure, withDeadline } from '../failures';
import { isLine, readHead } from '../rows';
import { encodeRecord } from '../second/record';
import type { Writer } from '../writer';
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
}

/** Up to here a restore is one transaction and one record: so many clips, so many bytes. */
const ONE_TRANSACTION = 2_000;
const ONE_RECORD = MAX_PAYLOAD / 8;
const LINES = 200;
/** Characters that are held at once: pictures make lines long. */
const HELD_CHARS = 8 * 1024 * 1024;
const ZIP = 'application/zip';

const backupRowSchema = z.strictObject({
  name: z.literal('backup'),
  at: z.iso.datetime(),
  epoch: z.string(),
  seq: z.int(),
});

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

export function createArchive({ tables, shown, writer, name, startPress }: ArchiveParts): ClipArchive {
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
        await writer.replay(withFirst(held, source), work.signal);
        return plan.plan();
      }
    }
    if (work.signal.aborted) throw new StoreFailure('cancelled');
    const all = joined(held);
    if (all.puts.length + all.comparisons.puts.length + all.pictures.length > 0)
      await writer.write(async () => all, { revive: true, deadline: false });
    return plan.plan();
  }

  async function lastBackup(db: Tables) {
    const [row, head] = await Promise.all([db.state.get('backup'), db.state.get('head').then(readHead)]);
    const last = backupRowSchema.safeParse(row).data;
    return last && last.epoch === head?.epoch ? last : null;
  }

  return {
    backup: ({ author, at }, work) =>
      attempt(async () => {
        const db = await withDeadline(shown());
        const packed = async (start?: () => Worker) => {
          const sink = createBlobSink(ZIP);
          const { clips } = await packLibrary(db, sink, { author, at, ...work, startPress: start });
          return { file: sink.blob(), clips };
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
    backupState: () =>
      attempt(async () => {
        const db = await tables();
        const last = await lastBackup(db);
        const since = () => db.lines.where('seq').above(last?.seq ?? -1);
        const [clipsSince, first] = await Promise.all([since().count(), since().first()]);
        return { lastAt: last?.at ?? null, clipsSince, firstSince: isLine(first) ? first.createdAt : null };
      }),
    backedUp: (at) =>
      attempt(async () => {
        const db = await tables();
        const head = readHead(await db.state.get('head'));
        if (head) await db.state.put({ name: 'backup', at, epoch: head.epoch, seq: head.seq });
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
