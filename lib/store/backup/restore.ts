/**
 * Restores a backup. One of ordinary size is one transaction; a large one is written into the second place first and
 * takes effect there at one stroke, and the database follows (`Writer.replay`). Either way an interruption leaves the
 * old or the new state, and what is written is what was judged: where the library has changed meanwhile, it is judged
 * anew.
 */
import { MAX_PAYLOAD } from '@/lib/core/journal/frame';
import type { Change } from '../apply';
import type { ImportOptions, ImportPlan, Work } from '../contract';
import type { Tables } from '../database';
import { codeOf, StoreFailure, withDeadline } from '../failures';
import { joined } from '../join';
import { allComparisons } from '../reads';
import type { Fits } from '../repair';
import { type Head, isLine, readHead } from '../rows';
import { encodeRecord } from '../second/record';
import type { Writer } from '../writer-contract';
import { createImportPlan } from './import-plan';
import { type Before, type ClipsOf, judgeLines, nothingBefore } from './judge-lines';
import { unlessCancelled } from './reading';
import { type BackupFile, openBackup, type RawLine } from './unpack';

export interface RestoreParts {
  tables: () => Promise<Tables>;
  writer: Writer;
  /** Hears of a restore that is done, and which number its change has; null: nothing was written. */
  restored: (seq: number | null, plan: ImportPlan, options: ImportOptions) => Promise<void>;
  oneTransaction?: number | undefined;
  clipsOf: ClipsOf;
  /** How often clips have been missed that the second place may have. */
  misses: () => number;
}

/** Up to here a restore is one transaction and one record: so many clips, so many bytes. */
const ONE_TRANSACTION = 2_000;
const ONE_RECORD = MAX_PAYLOAD / 8;
const LINES = 200;
/** Characters that are held at once: pictures make lines long. */
const HELD_CHARS = 8 * 1024 * 1024;
/** How often it is begun anew when the library changes under it; a large one takes minutes each time. */
const TRIES = { large: 3, small: 10 };

interface Judged {
  plan: ReturnType<typeof createImportPlan>;
  before: Before;
  /** What the library was when judging began. */
  head: Head | null;
  misses: number;
  /** Its comparisons, each with its revision. */
  compared: string;
  held: Change[];
  /** What has not been judged yet, because it is more than one transaction takes. */
  rest: AsyncGenerator<Change>;
  isLarge: boolean;
}

const headIn = async ({ state }: Tables): Promise<Head | null> => readHead(await withDeadline(state.get('head')));

/** Lines in even batches. */
async function* batches(file: BackupFile): AsyncGenerator<RawLine[]> {
  let held: RawLine[] = [];
  let size = 0;
  for await (const lines of file.lines()) {
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

/** Comparisons bear no numbers of changes; there are few. */
async function comparedIn(tables: Tables): Promise<string> {
  const comparisons = await allComparisons(tables);
  return JSON.stringify(comparisons.map(({ id, revision, updatedAt }) => [id, revision, updatedAt]));
}

/** Has nothing been written that the judgement would have seen? */
async function isUntouched(tables: Tables, now: Head | null, { head, before, compared }: Judged): Promise<boolean> {
  const { lines, purged } = tables;
  if (!now || !head || now.epoch !== head.epoch || head.rebuilding) return false;
  // What comes back from the second place bears its old number.
  if (now.seq === head.seq) return now.kept === head.kept && now.trashed === head.trashed;
  if (before.compares && (await comparedIn(tables)) !== compared) return false;
  const [changed, gone] = await Promise.all([
    withDeadline(lines.where('seq').above(head.seq).toArray()),
    withDeadline(purged.where('seq').above(head.seq).primaryKeys()),
  ]);
  const isOurs = (id: string) => before.seen.has(id) || before.written.has(id);
  return !gone.some(isOurs) && changed.every((row) => isLine(row) && !isOurs(row.id) && !before.keys.has(row.key));
}

async function* withFirst(first: readonly Change[], rest: AsyncGenerator<Change>): AsyncGenerator<Change> {
  yield* first;
  yield* rest;
}

export function createRestore(parts: RestoreParts) {
  const { tables, writer, restored, oneTransaction = ONE_TRANSACTION, clipsOf, misses } = parts;
  /** Judges the whole file. */
  async function* changesOf(
    file: BackupFile,
    options: ImportOptions,
    { signal, onProgress }: Work,
    { plan, before }: Pick<Judged, 'plan' | 'before'>,
  ): AsyncGenerator<Change> {
    const total = file.manifest?.clips ?? 0;
    for await (const lines of batches(file)) {
      if (signal.aborted) throw new StoreFailure('cancelled');
      const outcomes = await judgeLines(await tables(), clipsOf, lines, before, options);
      for (const outcome of outcomes) plan.add(outcome);
      const puts = outcomes.flatMap((outcome) => ('put' in outcome ? (outcome.put ?? []) : []));
      onProgress(plan.done(), Math.max(total, plan.done()));
      const comparisons = outcomes.flatMap((outcome) => ('put' in outcome ? (outcome.comparison ?? []) : []));
      const pictures = outcomes.flatMap((outcome) => (outcome.kind === 'picture' ? (outcome.picture ?? []) : []));
      yield {
        // One that takes over several others of the file is written as it is in the end.
        puts: [...new Map(puts.map(({ clip }) => [clip.id, clip])).values()],
        versions: puts.flatMap(({ past }) => past),
        purges: [],
        ...(comparisons.length > 0 && { comparisons: { puts: comparisons, drops: [] } }),
        ...(pictures.length > 0 && { pictures }),
      };
    }
    if (signal.aborted) throw new StoreFailure('cancelled');
  }

  async function begun(file: BackupFile, options: ImportOptions, work: Work): Promise<Judged> {
    const [plan, before] = [createImportPlan(file), nothingBefore()];
    const missed = misses();
    const now = await tables();
    const [head, compared] = [await headIn(now), await comparedIn(now)];
    return {
      plan,
      before,
      head,
      misses: missed,
      compared,
      held: [],
      rest: changesOf(file, options, work, { plan, before }),
      isLarge: false,
    };
  }

  /** Judges as much as one transaction takes; what is missed is brought back before. */
  async function judged(file: BackupFile, options: ImportOptions, work: Work): Promise<Judged> {
    const found = await judgedAsIs(file, options, work);
    if (misses() === found.misses) return found;
    await unlessCancelled(writer.recover(), work.signal);
    return judgedAsIs(file, options, work);
  }

  async function judgedAsIs(file: BackupFile, options: ImportOptions, work: Work): Promise<Judged> {
    const found = await begun(file, options, work);
    let [clips, size] = [0, 0];
    while (!found.isLarge) {
      const { value, done } = await found.rest.next();
      if (done) break;
      found.held.push(value);
      clips += value.puts.length;
      size += encodeRecord(value).length;
      found.isLarge = clips > oneTransaction || size > ONE_RECORD;
    }
    return found;
  }

  async function inspect(blob: Blob, options: ImportOptions, work: Work): Promise<ImportPlan> {
    await unlessCancelled(writer.checked, work.signal);
    const found = await begun(await openBackup(blob, work.signal), options, work);
    for await (const _ of found.rest);
    return found.plan.plan();
  }

  /** Answers the number of its change; null where there was nothing to write. */
  async function enter(found: Judged, signal: AbortSignal): Promise<number | null> {
    const { held, rest, isLarge } = found;
    const fits: Fits = async (db, head) => misses() === found.misses && (await isUntouched(db, head, found));
    if (isLarge) return writer.replay(withFirst(held, rest), signal, fits);
    const all = joined(held);
    if (all.puts.length + all.comparisons.puts.length + all.pictures.length === 0) return null;
    // Judged before and not here, because from here on nobody else writes: a file may stop answering.
    const plan = async (db: Tables) => {
      if (!(await fits(db, await headIn(db)))) throw new StoreFailure('no-answer', 'moved on');
      if (signal.aborted) throw new StoreFailure('cancelled');
      return all;
    };
    const applied = await writer.write(plan, { revive: true, deadline: false });
    if (applied && applied.written.length < all.puts.length) throw new StoreFailure('restored-partly');
    return applied?.head.seq ?? null;
  }

  async function restore(blob: Blob, options: ImportOptions, work: Work): Promise<ImportPlan> {
    await unlessCancelled(writer.checked, work.signal);
    const file = await openBackup(blob, work.signal);
    for (let tries = 1; ; tries += 1) {
      const found = await judged(file, options, work);
      if (work.signal.aborted) throw new StoreFailure('cancelled');
      try {
        const seq = await enter(found, work.signal);
        const plan = found.plan.plan();
        await restored(seq, plan, options);
        return plan;
      } catch (error) {
        // Missed by whoever read it meanwhile: it is coming back.
        const isMissed = misses() !== found.misses;
        if (codeOf(error) !== 'no-answer' && !(isMissed && codeOf(error) === 'store-rebuilding')) throw error;
        if (isMissed) await unlessCancelled(writer.recover(), work.signal);
        if (tries >= TRIES[found.isLarge ? 'large' : 'small']) throw new StoreFailure('library-changed');
      }
    }
  }

  return { inspect, restore };
}
