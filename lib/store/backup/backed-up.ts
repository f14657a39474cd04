/**
 * What of the library lies in a file of the person's, and since when the rest does not. Told by the numbers of changes: a
 * backup holds what was there when it began; what a restore of one's own file brought lies in that file.
 */
import type { BackupMark, BackupState } from '@/lib/core/backup/reminder';
import { z } from '@/lib/core/model';
import type { Tables } from '../database';
import { allComparisons, headOf } from '../reads';
import { type Head, isLine, readClip, readHead } from '../rows';

const backupRowSchema = z.strictObject({
  name: z.literal('backup'),
  at: z.iso.datetime(),
  epoch: z.string(),
  seq: z.int(),
});

const restoredSchema = z.strictObject({
  from: z.int(),
  to: z.int(),
  at: z.iso.datetime(),
  /** All of it lies in the file that was restored. */
  inFile: z.boolean(),
});
/** Changes that a restore made, by their numbers. */
export type Restored = z.infer<typeof restoredSchema>;

const restoresRowSchema = z.strictObject({
  name: z.literal('restores'),
  epoch: z.string(),
  list: z.array(restoredSchema),
});

/** Older ones count as changes of their own. */
const RESTORES = 50;

async function look({ state }: Tables) {
  const [head, row, restores] = await state.bulkGet(['head', 'backup', 'restores']);
  const now = readHead(head);
  const last = backupRowSchema.safeParse(row).data;
  const noted = restoresRowSchema.safeParse(restores).data;
  return {
    head: now,
    last: last && last.epoch === now?.epoch ? last : null,
    restores: noted && noted.epoch === now?.epoch ? noted.list : [],
  };
}

/** What a backup that begins now will hold; null while clips are still coming back: it would not be whole. */
export async function markNow(tables: Tables): Promise<BackupMark | null> {
  const head = await headOf(tables);
  return head && !head.rebuilding ? { epoch: head.epoch, seq: head.seq } : null;
}

export async function noteBackup(tables: Tables, at: string, { epoch, seq }: BackupMark): Promise<void> {
  const { last } = await look(tables);
  // A backup that took long does not undo what a younger one holds.
  if (!last || last.epoch !== epoch || last.seq <= seq) await tables.state.put({ name: 'backup', at, epoch, seq });
}

export async function noteRestore(tables: Tables, restored: Restored): Promise<void> {
  const { head, last, restores } = await look(tables);
  if (!head) return;
  const open = restores.filter(({ to }) => to > (last?.seq ?? -1));
  await tables.state.put({ name: 'restores', epoch: head.epoch, list: [...open, restored].slice(-RESTORES) });
}

const within = (seq: number, { from, to }: Restored): boolean => from <= seq && seq <= to;

/** The first light row that is in no file, by the number of its change. */
async function firstOpen({ lines }: Tables, seq: number, inFiles: readonly Restored[]) {
  for (let after = seq; ; ) {
    const line = await lines.where('seq').above(after).first();
    if (!isLine(line)) return null;
    const restored = inFiles.find((one) => within(line.seq, one));
    if (!restored) return line;
    after = restored.to;
  }
}

/** When the first of the clips that are in no file was made, changed or restored. */
async function timeOfFirst(tables: Tables, seq: number, restores: readonly Restored[]): Promise<string | null> {
  const inFiles = restores.filter(({ inFile }) => inFile);
  const line = await firstOpen(tables, seq, inFiles);
  if (!line) return null;
  const restored = restores.find((one) => within(line.seq, one));
  if (restored) return restored.at;
  const read = readClip(await tables.clips.get(line.id));
  return 'clip' in read ? read.clip.updatedAt : line.createdAt;
}

/** Counted beside the clips, because this is asked after every change and counting reads all of them. */
const allClips = (head: Head | null): number => (head ? head.kept + head.trashed : 0);

const hasChanged = (head: Head | null, seq: number | undefined, comparisons: number): boolean =>
  seq === undefined ? comparisons + allClips(head) > 0 : (head?.seq ?? 0) > seq;

export async function backupStateOf(tables: Tables): Promise<BackupState> {
  const { head, last, restores } = await look(tables);
  const { lines } = tables;
  const seq = last?.seq ?? -1;
  const inFiles = restores.filter(({ inFile, to }) => inFile && to > seq);
  const [open, inFile, first, comparisons] = await Promise.all([
    last ? lines.where('seq').above(seq).count() : allClips(head),
    Promise.all(inFiles.map(({ from, to }) => lines.where('seq').between(from, to, true, true).count())),
    timeOfFirst(tables, seq, restores),
    allComparisons(tables),
  ]);
  const known =
    [last, ...inFiles]
      .flatMap((one) => one?.at ?? [])
      .toSorted()
      .at(-1) ?? '';
  const changed = comparisons.map(({ updatedAt }) => updatedAt).filter((at) => at > known);
  // One that is older than a restore may have come by it.
  const cameBy = restores.slice(-1).map(({ at }) => at);
  const times = changed.flatMap((at) => [at, ...cameBy].toSorted().at(-1) ?? []);
  return {
    lastAt: last?.at ?? null,
    clipsSince: inFile.reduce((left, count) => left - count, open),
    comparisonsSince: changed.length,
    firstSince: [first, ...times].filter((at) => at !== null).toSorted()[0] ?? null,
    changed: hasChanged(head, last?.seq, comparisons.length),
    rebuilding: head?.rebuilding ?? true,
  };
}
