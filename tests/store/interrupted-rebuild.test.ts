/** Filling the database while others write again and again: it goes on where it was, and nothing is lost or doubled. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createJournal } from '@/lib/core/journal/journal';
import { applyRecords, type Change, NO_CHANGE } from '@/lib/store/apply';
import { openDatabase } from '@/lib/store/database';
import { SHAPES } from '@/lib/store/migrations/shapes';
import { type Bookmark, rebuildDatabase } from '@/lib/store/rebuild';
import type { Hold, Step } from '@/lib/store/repair';
import { newHead } from '@/lib/store/rows';
import { decodeRecord, encodeRecord } from '@/lib/store/second/record';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { memoryFile } from '../core/journal/memory-file';
import { clipsIn } from './closed-library';
import { failing, freshName, openPage, openStore, slow, valueIn, wipeDatabase } from './open-store';
import { isRebuilding, noted, wiped } from './wiped-library';

const EPOCH = 'epoch';

/** A journal worker, and what is asked of it when parts are read. */
function onReplay(worker: Worker, heard: (at: number) => void): Worker {
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: { ask: { op: string; at: number } }, ...rest: never[]) => {
    if (message.ask.op === 'replay') heard(message.ask.at);
    post(message, ...rest);
  };
  return worker;
}

describe('a library that comes back', () => {
  it('while the worker saves at every part of it', { timeout: 60_000 }, async () => {
    const name = await wiped();
    const worker = openStore({ name }).store;
    const reads: number[] = [];
    const saves: Promise<unknown>[] = [];
    const wrapWorker = (journal: Worker) =>
      onReplay(journal, (at) => {
        reads.push(at);
        saves.push(valueIn(worker.save([sampleClip(900 + saves.length)])));
      });
    const { store } = openPage({ name, wrapWorker });
    await clipsIn(store);
    await expect.poll(() => isRebuilding(name), { timeout: 40_000 }).toBe(false);
    await Promise.all(saves);
    const parts = new Set(reads).size;
    expect(parts).toBeGreaterThan(2);
    expect(reads.length).toBeLessThanOrEqual(3 * parts);
    const all = () => clipsIn(store).then((found) => found.length);
    expect(await all()).toBe(60 + saves.length);
    await Promise.all([store.close(), worker.close()]);
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await clipsIn(again)).length).toBe(60 + saves.length);
  });

  it('is not kept from it by edits of another window, which are refused', { timeout: 30_000 }, async () => {
    const name = await wiped();
    const reads: number[] = [];
    const { store } = openPage({
      name,
      wrapWorker: (journal) => onReplay(slow('replay', 800)(journal), (at) => reads.push(at)),
    });
    await expect.poll(() => clipsIn(store).then((found) => found.length), { interval: 10 }).toBeGreaterThan(0);
    let opened = 0;
    const noticing = failing((op) => {
      if (op === 'open') opened += 1;
      return null;
    });
    const { store: other } = openPage({ name, wrapWorker: noticing });
    const edit = () => other.update(uuid(100), { note: '改' }, time(50));
    for (let n = 0; n < 3; n += 1) expect(await edit()).toMatchObject({ ok: false, error: 'store-rebuilding' });
    expect(opened).toBe(0);
    await expect.poll(() => isRebuilding(name), { timeout: 10_000 }).toBe(false);
    expect(reads).toEqual([...new Set(reads)]);
    await valueIn(edit());
  });
});

/** A database and a journal in memory, with a record of every kind in it; parts are of a few records. */
async function bench() {
  const name = freshName();
  const nothing = () => undefined;
  const tables = await openDatabase({ name, version: 0 }, { onOutdated: nothing, onLost: nothing }, SHAPES);
  onTestFinished(() => tables.dexie.delete());
  // As a comparison leaves a database that is to be filled.
  const head = { ...newHead(EPOCH), seq: 499, copied: true };
  await tables.state.put(head);
  const hold: Hold = {
    tables,
    head,
    bare: false,
    tail: 0,
    size: 0,
    spentLetters: false,
    unreadLetters: false,
    lacking: false,
    filling: true,
  };
  const reads: number[] = [];
  return { tables, hold, reads };
}
type Bench = Awaited<ReturnType<typeof bench>>;

function written() {
  const journal = createJournal([memoryFile(), memoryFile()], 4);
  journal.begin(EPOCH);
  journal.commit(0);
  let seq = 0;
  const append = (change: Change, at = seq + 1) => {
    seq = at;
    journal.append(seq, encodeRecord(change));
    return { seq, change };
  };
  /** Under one number, as a compaction or a restore leaves it. */
  const renew = (puts: Change['puts']) => {
    journal.begin(EPOCH);
    for (const clip of puts) journal.add(seq, encodeRecord({ ...NO_CHANGE, puts: [clip] }));
    journal.commit(seq);
  };
  return { journal, append, renew };
}
type Written = ReturnType<typeof written>;

/** Saves, edits, deletions for good, and one that comes back. */
function fill({ append }: Written, count: number) {
  for (let n = 1; n <= count; n += 1) {
    append({ ...NO_CHANGE, puts: [sampleClip(n)] });
    if (n % 3 === 0) append(edit(n - 2));
    if (n % 7 === 0) append({ ...NO_CHANGE, purges: [uuid(n - 1)] });
    if (n % 14 === 0) append({ ...NO_CHANGE, puts: [sampleClip(n - 1, { revision: 9 })] });
  }
}
function edit(n: number): Change {
  const { id: clipId, revision, updatedAt: at, tags, note, corrections, deletedAt } = sampleClip(n);
  const puts = [sampleClip(n, { note: '改', revision: 2, updatedAt: time(n) })];
  return { ...NO_CHANGE, puts, versions: [{ clipId, revision, at, tags, note, corrections, deletedAt }] };
}

/** Fills for as many steps as it is let; `steps` null: to the end. */
function rebuild({ hold, reads }: Bench, { journal }: Written, bookmark: Bookmark, steps: number | null) {
  let left = steps ?? Number.POSITIVE_INFINITY;
  const step: Step = async (work) => {
    left -= 1;
    return left >= 0 ? work(hold) : null;
  };
  const replay = async (at: number) => {
    reads.push(at);
    const { records, ...part } = journal.replay(at, 6_000);
    const read = records.map(({ seq, payload }) => ({ seq, ...decodeRecord(payload) }));
    return { ...part, records: read, damaged: part.damaged || read.some(({ damaged }) => damaged) };
  };
  return rebuildDatabase(step, { replay }, undefined, bookmark);
}
const contentOf = ({ tables: { clips: all, lines, versions, purged } }: Bench) =>
  Promise.all([all, lines, versions, purged].map((table) => table.toArray()));

describe('filling that is interrupted', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('ends with what it would have had at one stroke (%i)', async (seed) => {
    let random = seed * 2_654_435_761;
    const below = (n: number) => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((random / 2_147_483_648) * n);
    };
    const [one, other, library] = [await bench(), await bench(), written()];
    fill(library, 60);
    const bookmark: Bookmark = { stand: null };
    let tries = 1;
    let kept = 0;
    let outcome = await rebuild(one, library, bookmark, 4);
    for (; !outcome; tries += 1) {
      // The worker saves, and the page enters it into the journal.
      kept += 1;
      const saved = library.append({ ...NO_CHANGE, puts: [sampleClip(500 + kept)] }, 499 + kept);
      const { head } = await applyRecords(one.tables, [saved], saved.seq);
      one.hold.head = head;
      outcome = await rebuild(one, library, bookmark, 2 + below(4));
    }
    await rebuild(other, library, { stand: null }, null);
    expect(await contentOf(one)).toEqual(await contentOf(other));
    const parts = new Set(one.reads).size;
    expect(parts).toBeGreaterThan(6);
    expect(one.reads.length).toBeLessThanOrEqual(parts + 2 * tries);
    const total = await one.tables.clips.count();
    expect(outcome).toEqual({ added: total - kept, total, whole: true });
  });

  it('begins anew with a journal that was written anew, and with another database', async () => {
    const [one, library] = [await bench(), written()];
    fill(library, 60);
    const bookmark: Bookmark = { stand: null };
    expect(await rebuild(one, library, bookmark, 8)).toBeNull();
    const at = bookmark.stand?.at;
    expect(at).toBeGreaterThan(6_000);
    const other = await bench();
    const own = { ...bookmark };
    one.reads.length = 0;
    await rebuild(other, library, own, null);
    expect(other.reads[0]).toBe(0);
    library.renew(noted(1, 80, '').toReversed());
    expect(await rebuild(one, library, bookmark, null)).toMatchObject({ whole: true });
    expect(one.reads.slice(0, 2)).toEqual([at, 0]);
    expect(await one.tables.clips.where(':id').between(uuid(60), uuid(80), true, true).count()).toBe(21);
  });

  it('begins anew when another window has filled it since and lost something again', async () => {
    const [one, library] = [await bench(), written()];
    fill(library, 60);
    const bookmark: Bookmark = { stand: null };
    expect(await rebuild(one, library, bookmark, 8)).toBeNull();
    expect(bookmark.stand?.at).toBeGreaterThan(6_000);
    await rebuild(one, library, { stand: null }, null);
    const total = await one.tables.clips.count();
    await Promise.all([one.tables.clips.delete(uuid(3)), one.tables.lines.delete(uuid(3))]);
    // That window begins to bring it back, and is closed.
    expect(await rebuild(one, library, { stand: null }, 1)).toBeNull();
    expect(await rebuild(one, library, bookmark, null)).toMatchObject({ total, whole: true });
    expect(await one.tables.clips.count()).toBe(total);
  });

  it('knows in the end of what could not be read before', async () => {
    const [one, library] = [await bench(), written()];
    library.append({ ...NO_CHANGE, puts: [sampleClip(400)] });
    library.journal.append(2, new TextEncoder().encode('{'));
    fill(library, 60);
    const bookmark: Bookmark = { stand: null };
    await rebuild(one, library, bookmark, 8);
    expect(bookmark.stand?.at).toBeGreaterThan(6_000);
    expect(await rebuild(one, library, bookmark, null)).toMatchObject({ whole: false });
  });
});
