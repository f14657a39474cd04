/**
 * The library of clips. Every question and every change answers as data within a deadline; a change answers after both
 * places have it. Questions wait for the comparison at the start, so that an empty list is never shown where the second
 * place knows better.
 */
import { isPictureOf } from '@/lib/core/clip/picture';
import { type Clip, clipSchema, keptPictureSchema, type Result, z } from '@/lib/core/model';
import { conforms } from '@/lib/core/model/conforms';
import { NO_CHANGE } from './apply';
import { attempt } from './attempt';
import { createArchive } from './backup/archive';
import { createChanges } from './changes';
import { createEdits, purgeLines } from './clip-edits';
import { createComparisons } from './comparisons';
import { createConnection } from './connection';
import type { ClipArchive, ClipStore, ComparisonStore } from './contract';
import { DATABASE_NAME, type Tables } from './database';
import { inBounds, inShares } from './edits';
import { DEADLINE_MS, isClosed, isDamage, withDeadline } from './failures';
import { createLineIndex } from './line-index';
import { dropOrphans, linesByKey } from './lines';
import { createPictureSeeker } from './lost-pictures';
import { SHAPES } from './migrations/shapes';
import { asksForAll, BATCH, clipsById, newest, pictureOf, versionsOf } from './reads';
import { createJournalPlace } from './second/journal-place';
import { openLetters } from './second/letters';
import type { StoreOptions } from './store-options';
import { dueAt, outlived } from './trash';
import { isSingle, livingIn, standingFor, withoutRepeats } from './twins';
import { createWatch } from './watch';
import { createWriter } from './writer';

/** The first question that needs every light row reads them all; each call of the database has the common deadline. */
const INDEX_DEADLINE_MS = 30_000;

/** The library and its end: after `close` nothing of it holds the database or the journal. */
export interface OpenClipStore extends ClipStore, ClipArchive {
  comparisons: ComparisonStore;
  close(): Promise<void>;
}

const now = () => new Date().toISOString();
const clipsSchema = z.array(clipSchema);
const picturesSchema = z.array(keptPictureSchema);

export function openClipStore({
  name = DATABASE_NAME,
  clock = now,
  startJournal,
  startPress,
  oneTransaction,
  shapes,
  records = SHAPES.at(-1)?.version ?? 0,
}: StoreOptions = {}): OpenClipStore {
  const connection = createConnection(
    name,
    {
      onOutdated() {
        watch.say({ code: 'outdated', count: 0 });
        void writer.close();
        changes.tell();
      },
      onUpgrade(code) {
        watch.say({ code, count: 0 });
        // Whoever asked meanwhile may have been told that it takes too long.
        if (code !== 'upgrading') changes.tell();
      },
    },
    shapes,
  );
  const changes = createChanges(name);
  const compared = createChanges(`${name}-comparisons`);
  const announceAll = () => {
    changes.announce();
    compared.announce();
  };
  const index = createLineIndex(
    () => connection.readable(),
    () => seekLost(),
  );
  const writer = createWriter({
    name,
    tables: () => connection.tables(),
    place: startJournal ? createJournalPlace(name, records, startJournal) : null,
    letters: openLetters(name),
    destroy: () => connection.destroy(),
    onReport: (found) => {
      if (!connection.outdated()) watch.say(found);
    },
    onChanged: changes.announce,
    onRefilled: announceAll,
  });
  const watch = createWatch({ readable: () => connection.readable(), writer, tell: changes.tell });
  /** What a question is put to. The worker compares nothing. */
  const shown = startJournal ? watch.tables : () => connection.readable();

  let sought = false;
  /** What a damaged file has lost may be in the second place; looked for once. */
  const seekLost = () => {
    if (sought) return;
    sought = true;
    const found = () => {
      // What came back bears the numbers it had.
      index.reset();
      changes.tell();
    };
    void writer.recover().then(found, () => undefined);
  };
  const seekPictures = createPictureSeeker(writer, changes.tell);
  let misses = 0;
  const onAside = (count: number) => {
    misses += 1;
    watch.say({ code: 'set-aside', count });
    void writer.recover().catch(() => undefined);
  };
  const clipsOf = async (tables: Tables, ids: readonly string[]): Promise<Clip[]> => {
    const clips = await clipsById(tables, ids, onAside);
    if (clips.length === ids.length || !tables.writable) return clips;
    const found = new Set(clips.map(({ id }) => id));
    const orphans = await dropOrphans(
      tables,
      ids.filter((id) => !found.has(id)),
    );
    if (orphans > 0) onAside(orphans);
    return clips;
  };
  /** Answers as data; a damaged database is replaced from the second place, and then asked again. */
  const run = async <T>(work: () => Promise<T>, ms: number | null = DEADLINE_MS): Promise<Result<T>> => {
    const answer = await attempt(work, ms);
    const damaged = !answer.ok && answer.error === 'store-unavailable' && isDamage(answer.detail);
    return damaged && (await writer.heal().catch(() => false)) ? attempt(work, ms) : answer;
  };
  /** A question: after the comparison, in the deadline; once more when the database was closed or replaced meanwhile. */
  const ask = async <T>(
    question: (tables: Tables) => Promise<T>,
    ms: number | null = DEADLINE_MS,
  ): Promise<Result<T>> => {
    const work = async () => question(await withDeadline(shown()));
    const answer = await run(work, ms);
    return !answer.ok && isClosed(answer.detail) ? run(work, ms) : answer;
  };
  /** Empties the trash of what is due; asked again where it is written, because a clip may have come back meanwhile. */
  const sweep = async () => {
    const tables = await connection.tables();
    const due = await dueAt(tables, clock());
    if (due && (await outlived(tables, due)).length > 0) await purgeLines(writer, (now) => outlived(now, due));
  };
  if (startJournal) void writer.checked.then(sweep).catch(() => undefined);

  return {
    save: (clips, given = []) =>
      run(async () => {
        const valid = conforms(clipsSchema, clips) ? clips : clipsSchema.parse(clips);
        const puts = withoutRepeats(valid);
        const heads = new Map(puts.map(({ id, picture }) => [id, picture]));
        const pictures = picturesSchema.parse(given).filter(({ clipId, data }) => isPictureOf(heads.get(clipId), data));
        let living = new Map<string, string>();
        const answers = await inShares(puts, (share) =>
          writer.write(
            async (tables, again) => {
              if (again) living = new Map([...living, ...(await livingIn(tables, share))]);
              const gone = again ? await withDeadline(tables.purged.bulkGet(share.map(({ id }) => id))) : [];
              const fresh = share.filter(
                (clip, i) => !gone[i] && (!isSingle(clip) || (living.get(clip.key) ?? clip.id) === clip.id),
              );
              const ids = new Set(fresh.map(({ id }) => id));
              const own = pictures.filter(({ clipId }) => ids.has(clipId));
              if (fresh.length === 0) return null;
              return inBounds({ ...NO_CHANGE, puts: fresh, ...(own.length > 0 && { pictures: own }) });
            },
            { onlyNew: true },
          ),
        );
        const written = new Set(answers.flatMap((applied) => applied?.written ?? []));
        const saved = puts.map(({ id }) => id).filter((id) => written.has(id));
        const known = new Set(standingFor(valid, puts, living));
        for (const id of saved) known.delete(id);
        return { saved, known: [...known] };
      }, null),
    ...createEdits({ tables: connection.tables, writer, clipsOf, idsOf: index.ids, run }),
    // Each batch has its deadline.
    get: (ids) => ask((tables) => clipsOf(tables, ids), ids.length > BATCH ? null : DEADLINE_MS),
    picture: (id) =>
      ask(async (tables) => {
        const [clip] = await clipsOf(tables, [id]);
        const found = clip ? await pictureOf(tables, clip) : null;
        if (clip?.picture && !found) seekPictures();
        return found?.data ?? null;
      }),
    find: (query, window) =>
      ask(
        async (tables) => {
          if (asksForAll(query)) {
            const { ids, total } = await newest(tables, query.trashed ?? false, window);
            if (ids.length < Math.min(window.limit, total - window.offset)) seekLost();
            return { clips: await clipsOf(tables, ids), total };
          }
          const ids = await index.ids(query);
          const shown = ids.slice(window.offset, window.offset + window.limit);
          return { clips: await clipsOf(tables, shown), total: ids.length };
        },
        asksForAll(query) ? DEADLINE_MS : INDEX_DEADLINE_MS,
      ),
    findIds: (query) => ask(() => index.ids(query), INDEX_DEADLINE_MS),
    facets: () => ask(() => index.facets(), INDEX_DEADLINE_MS),
    byKey: (keys) =>
      ask(async (tables) => {
        const ids = new Map<string, string[]>();
        for (const { key, id, trashed } of await linesByKey(tables, keys)) {
          if (!trashed) ids.set(key, [...(ids.get(key) ?? []), id]);
        }
        return ids;
      }),
    history: (id) => ask(async (tables) => (await versionsOf(tables, id)).map(({ clipId: _, ...version }) => version)),
    ...createArchive({
      tables: () => connection.readable(),
      shown,
      writer,
      name,
      startPress,
      oneTransaction,
      clipsOf,
      misses: () => misses,
      announce: announceAll,
    }),
    comparisons: createComparisons({ shown, writer, changes: compared }),
    report: watch.report,
    changes,
    async close() {
      watch.close();
      await writer.close();
      await connection.close();
      changes.close();
      compared.close();
    },
  };
}
