/**
 * All light rows in memory, loaded on first need and kept current by asking the database for what changed since. Search
 * is a plain substring test on folded text: exact, and quick enough for a hundred thousand clips.
 */
import { foldText } from '@/lib/core/clip/keys';
import type { ClipQuery, Facet, Facets } from './contract';
import type { Tables } from './database';
import { withDeadline } from './failures';
import { mendLines } from './lines';
import { headOf } from './reads';
import { isLine, isLineOf, type Line } from './rows';
import { rowsIn } from './rows-of';

export interface LineIndex {
  /** Matching ids, newest first. */
  ids(query: ClipQuery): Promise<string[]>;
  facets(): Promise<Facets>;
  /** Forgets everything; the next question loads anew. */
  reset(): void;
}

const BATCH = 4_000;
const RESTS = 4;

const newestFirst = (a: Line, b: Line): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1;

const digits = (text: string): string => /\d{1,9}/u.exec(text.normalize('NFKC'))?.[0] ?? foldText(text);

/** A test for lines that reads the query once. */
function matcher(query: ClipQuery, agencyNames: ReadonlySet<string>): (line: Line) => boolean {
  const tests: ((line: Line) => boolean)[] = [(line) => (line.trashed === 1) === (query.trashed ?? false)];
  const words = (query.text ?? '').split(/\s/u).map(foldText).filter(Boolean);
  for (const word of words) tests.push((line) => line.text.includes(word));
  const regions = new Set(query.regions);
  if (regions.size > 0) tests.push((line) => line.regions.some((region) => regions.has(region)));
  for (const tag of (query.tags ?? []).map(foldTag))
    tests.push((line) => line.tags.some((own) => foldTag(own) === tag));
  const agencies = (query.agencies ?? []).map((name) => ({
    name: foldText(name),
    exact: agencyNames.has(foldText(name)),
  }));
  if (agencies.length > 0) {
    tests.push((line) =>
      line.agencies
        .map(foldText)
        .some((own) => agencies.some(({ name, exact }) => (exact ? own === name : own.includes(name)))),
    );
  }
  if (query.documentKey !== undefined) tests.push((line) => line.documentKey === query.documentKey);
  const issue = query.issueNumber === undefined ? null : digits(query.issueNumber);
  if (issue !== null) tests.push((line) => line.issueNumber !== null && digits(line.issueNumber) === issue);
  const { publishedFrom: from, publishedTo: to } = query;
  if (from !== undefined) tests.push((line) => line.publishedOn !== null && line.publishedOn >= from);
  if (to !== undefined) tests.push((line) => line.publishedOn !== null && line.publishedOn <= to);
  return (line) => tests.every((test) => test(line));
}

export const foldTag = (tag: string): string => tag.normalize('NFKC').trim().toLowerCase();

const counted = (lists: Iterable<readonly string[]>): Facet[] => {
  const counts = new Map<string, number>();
  for (const list of lists) for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
};

/** `onMissing`: there are not as many light rows as the library counts. */
export function createLineIndex(tables: () => Promise<Tables>, onMissing: () => void): LineIndex {
  const lines = new Map<string, Line>();
  let sorted: Line[] | null = null;
  let agencyNames: ReadonlySet<string> = new Set();
  let epoch = '';
  let seq = -1;
  let size = -1;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  /** While the database follows the second place, rows change under their old numbers, and their count may stay. */
  let following = false;
  /** Reading everything again and again would hold up what it waits for: a rest as long as some such readings. */
  let restUntil = 0;

  /** Everything, in the order of the rows themselves: a third of the time that going through an index takes. */
  async function loadAll(db: Tables): Promise<void> {
    const after = (last: string) => {
      const rows = withDeadline(rowsIn(db.lines, IDBKeyRange.lowerBound(last, true), BATCH));
      rows.catch(() => undefined);
      return rows;
    };
    for (let coming: ReturnType<typeof after> | null = after(''); coming; ) {
      const { keys, rows }: Awaited<ReturnType<typeof after>> = await coming;
      // The next ones come while these are looked at.
      coming = rows.length < BATCH ? null : after(String(keys.at(-1)));
      const batch = rows.flatMap((row, i) => (isLineOf(row, keys[i]) ? [row] : []));
      for (const line of batch) lines.set(line.id, line);
      if (batch.length < rows.length) {
        for (const line of await mendLines(db, keys.map(String))) lines.set(line.id, line);
      }
    }
  }

  async function load(db: Tables, after: number): Promise<void> {
    let last = after;
    for (;;) {
      const rows = await withDeadline(db.lines.where('seq').above(last).limit(BATCH).toArray());
      const batch = rows.filter(isLine);
      if (batch.length < rows.length) return loadAll(db);
      // A change may be larger than a batch: its rows share one number and are read together.
      const full =
        rows.length === BATCH
          ? await withDeadline(
              db.lines
                .where('seq')
                .equals(batch.at(-1)?.seq ?? 0)
                .toArray(),
            )
          : [];
      for (const line of [...batch, ...full.filter(isLine)]) lines.set(line.id, line);
      if (rows.length < BATCH) return;
      last = batch.at(-1)?.seq ?? last;
    }
  }

  async function refresh(): Promise<void> {
    const db = await tables();
    const head = await headOf(db);
    const count = head ? head.kept + head.trashed : 0;
    const same = head?.epoch === epoch && head.seq === seq;
    if (same && count === size && !following) return;
    const coming = head?.rebuilding ?? false;
    // Clips that came back from the second place under their old numbers, whatever was saved meanwhile; once more at the end.
    const older = (same || following) && !(coming && performance.now() < restUntil);
    if (older || head?.epoch !== epoch) {
      lines.clear();
      seq = -1;
    }
    const whole = seq < 0;
    const begun = performance.now();
    const gone = whole ? [] : await withDeadline(db.purged.where('seq').above(seq).primaryKeys());
    await (whole ? loadAll(db) : load(db, seq));
    for (const id of gone) lines.delete(id);
    [epoch, seq, size, sorted] = [head?.epoch ?? '', head?.seq ?? -1, count, null];
    following = coming;
    if (whole) restUntil = performance.now() + RESTS * (performance.now() - begun);
    // While clips come, their rows and their number are not of the same moment.
    if (!whole || coming || lines.size === count) return;
    const now = await headOf(db);
    if (now?.seq === seq && !now.rebuilding) onMissing();
  }

  /** One at a time. Whoever asks meanwhile shares the next one, or the failure of this one: it would take as long again. */
  function refreshed(): Promise<void> {
    if (!running) {
      running = refresh().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running
      .finally(() => {
        next = null;
      })
      .then(refreshed);
    return next;
  }

  const current = async (): Promise<Line[]> => {
    await refreshed();
    if (!sorted) {
      sorted = [...lines.values()].sort(newestFirst);
      agencyNames = new Set(sorted.flatMap((line) => line.agencies.map(foldText)));
    }
    return sorted;
  };

  return {
    async ids(query) {
      const all = await current();
      return all.filter(matcher(query, agencyNames)).map((line) => line.id);
    },
    async facets() {
      const all = await current();
      const kept = all.filter((line) => line.trashed === 0);
      return {
        regions: counted(kept.map((line) => line.regions)),
        tags: counted(kept.map((line) => line.tags)),
        agencies: counted(kept.map((line) => line.agencies)),
        total: kept.length,
        trashed: all.length - kept.length,
      };
    },
    reset() {
      lines.clear();
      [sorted, epoch, seq, size] = [null, '', -1, -1];
    },
  };
}
