import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, MAX_LINE_CHARS } from '@/lib/core/backup/format';
import { createBlobSink } from '@/lib/store/backup/bytes';
import { packLibrary } from '@/lib/store/backup/pack';
import type { ImportOptions } from '@/lib/store/contract';
import { databaseThere, openDatabase } from '@/lib/store/database';
import { SHAPES } from '@/lib/store/migrations/shapes';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { AT, backupOf, everything, filled, OWN, work } from './filled';
import { openPage, openStore, putRow, valueIn } from './open-store';

describe('backup and restore', () => {
  it('bring back an equal library, histories and trash too', async () => {
    const store = await filled();
    const file = await backupOf(store);
    const { store: empty } = openPage();
    const plan = await valueIn(empty.restoreBackup(file, OWN, work()));
    expect(plan.counts).toEqual({ new: 4, newer: 0, same: 0, conflict: 0, united: 0, gone: 0, refused: 0 });
    expect(await everything(empty)).toEqual(await everything(store));
    expect(await valueIn(empty.history(uuid(1)))).toEqual(await valueIn(store.history(uuid(1))));
  });

  it('make the same file of the same clips', async () => {
    const store = await filled();
    const [a, b] = [await backupOf(store), await backupOf(store)];
    expect(new Uint8Array(await a.arrayBuffer())).toEqual(new Uint8Array(await b.arrayBuffer()));
  });

  it('make it beside the page, and on its own thread when that fails', async () => {
    const bytesOf = async (store: OpenClipStore) => new Uint8Array(await (await backupOf(store)).arrayBuffer());
    const workers: Worker[] = [];
    const wrapWorker = (worker: Worker): Worker => {
      workers.push(worker);
      return worker;
    };
    const beside = await filled((options) => openPage({ ...options, wrapWorker }));
    const before = workers.length;
    const made = await bytesOf(beside);
    expect(workers.length).toBe(before + 1);
    for (const code of [
      'throw new Error("broken")',
      'onmessage = () => postMessage({ kind: "failed", message: "full" })',
    ]) {
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const alone = await filled((options) => openPage({ ...options, startPress: () => new Worker(url) }));
      expect(await bytesOf(alone)).toEqual(made);
    }
  });

  it('ends when it is cancelled, and can be made anew', async () => {
    const store = await filled();
    const stop = new AbortController();
    stop.abort();
    expect(await store.backup({ author: null, at: AT }, work(stop.signal))).toMatchObject({ error: 'cancelled' });
    expect((await backupOf(store)).size).toBeGreaterThan(0);
  });

  it('write nothing in a dry run, and tell the same as the restore', async () => {
    const file = await backupOf(await filled());
    const { store } = openPage();
    await valueIn(store.save([sampleClip(3, { note: '另一个' }), sampleClip(9)]));
    const dry = await valueIn(store.inspectBackup(file, OWN, work()));
    expect(await everything(store)).toHaveLength(2);
    expect(dry.lists.conflict).toEqual([{ line: 3, title: sampleClip(3).item.title.value }]);
    expect(await valueIn(store.restoreBackup(file, OWN, work()))).toEqual(dry);
    expect(dry.counts).toMatchObject({ new: 3, conflict: 1 });
    expect(await everything(store)).toHaveLength(6);
    const again = await valueIn(store.restoreBackup(file, OWN, work()));
    expect(again.counts).toMatchObject({ same: 4, new: 0, conflict: 0 });
  });

  it('leave edits alone that are younger than the backup', async () => {
    const store = await filled();
    const file = await backupOf(store);
    await valueIn(store.update(uuid(3), { note: '之后' }, time(60)));
    await valueIn(store.remove([uuid(4)], time(61)));
    expect((await valueIn(store.restoreBackup(file, OWN, work()))).counts).toMatchObject({ same: 4 });
    expect((await valueIn(store.get([uuid(3)])))[0]?.note).toBe('之后');
  });

  it('take over edits that only the backup has', async () => {
    const store = await filled();
    const old = await backupOf(store);
    await valueIn(store.update(uuid(3), { note: '之后' }, time(60)));
    const young = await backupOf(store);
    const { store: other } = openPage();
    await valueIn(other.restoreBackup(old, OWN, work()));
    expect((await valueIn(other.restoreBackup(young, OWN, work()))).counts).toMatchObject({ same: 3, newer: 1 });
    expect(await everything(other)).toEqual(await everything(store));
  });

  it('bring back what was deleted for good', async () => {
    const store = await filled();
    const file = await backupOf(store);
    await valueIn(store.purge([uuid(2)]));
    expect((await valueIn(store.restoreBackup(file, OWN, work()))).counts).toMatchObject({ new: 1, same: 3 });
    expect((await valueIn(store.get([uuid(2)]))).length).toBe(1);
  });

  it('work without a journal as well', async () => {
    const file = await backupOf(await filled());
    const { store } = openStore();
    expect((await valueIn(store.restoreBackup(file, OWN, work()))).counts.new).toBe(4);
  });

  it('unite with a colleague’s: nothing is overwritten, and doing it twice adds nothing', async () => {
    const { store: colleague } = openPage();
    await valueIn(
      colleague.save([sampleTwin(11, 1, { tags: ['资金'], note: '他人' }), sampleClip(12, { tags: ['人才'] })]),
    );
    const file = await backupOf(colleague);
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1, { tags: ['自己'], note: '自己' })]));
    const options: ImportOptions = { author: '张三', at: AT };
    expect((await valueIn(store.restoreBackup(file, options, work()))).counts).toMatchObject({ united: 1, new: 1 });
    const clips = await everything(store);
    expect(clips.map(({ tags, note }) => [tags, note])).toEqual([
      [['人才@张三'], ''],
      [['自己', '资金@张三'], '自己\n\n【@张三】\n他人'],
    ]);
    expect((await valueIn(store.restoreBackup(file, options, work()))).counts).toMatchObject({
      same: 2,
      united: 0,
      new: 0,
    });
    expect(await everything(store)).toEqual(clips);
  });
});

describe('a large restore', () => {
  const COUNT = 2_600;
  const clips = Array.from({ length: COUNT }, (_, i) => sampleClip(i + 1));
  const lines = clips.map((clip) => JSON.stringify({ clip, past: [] })).join('\n');

  it('takes effect at one stroke, in both places', { timeout: 60_000 }, async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(9_999)]));
    const plan = await valueIn(store.restoreBackup(new Blob([lines]), OWN, work()));
    expect(plan.counts.new).toBe(COUNT);
    expect(await valueIn(store.facets())).toMatchObject({ total: COUNT + 1 });
    await valueIn(store.update(uuid(5), { note: '后' }, time(1)));
    await store.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.findIds({}))).length, { timeout: 30_000 }).toBe(COUNT + 1);
    expect((await valueIn(again.get([uuid(5)])))[0]?.note).toBe('后');
  });

  it('F25 leaves the library as it was when it is cancelled', { timeout: 60_000 }, async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(9_999)]));
    for (const share of [0.2, 0.95]) {
      const stop = new AbortController();
      const answer = await store.restoreBackup(new Blob([lines]), OWN, {
        signal: stop.signal,
        onProgress: (done) => {
          if (done > COUNT * share) stop.abort();
        },
      });
      expect(answer).toMatchObject({ ok: false, error: 'cancelled' });
      expect(await everything(store)).toHaveLength(1);
    }
    await valueIn(store.save([sampleClip(9_998)]));
    expect(await everything(store)).toHaveLength(2);
  });
});

describe('what is written can be read again', () => {
  /** The library packed into a file of at most so many bytes. */
  async function packed(name: string, most?: number): Promise<Blob> {
    const events = { onOutdated: () => undefined, onLost: () => undefined };
    const tables = await openDatabase(await databaseThere(name), events, SHAPES);
    try {
      const sink = createBlobSink('application/zip');
      await packLibrary(tables, sink, { author: null, at: OWN.at, ...work(), ...(most !== undefined && { most }) });
      return sink.blob();
    } finally {
      tables.dexie.close();
    }
  }

  it('and a file that would be larger than is read is not finished', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1), sampleClip(2)]));
    const { size } = await packed(name);
    expect((await packed(name, size)).size).toBe(size);
    await expect(packed(name, size - 1)).rejects.toMatchObject({ code: 'library-too-large' });
    const { store: other } = openPage();
    const largest = Object.defineProperty(await packed(name), 'size', { value: MAX_FILE_BYTES + 1 });
    expect(await other.inspectBackup(largest, OWN, work())).toMatchObject({ ok: false, error: 'file-too-large' });
  });

  it('and a clip that makes too long a line is named', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    const clip = sampleClip(2);
    await putRow(name, 'clips', { ...clip, item: { ...clip.item, text: 'x'.repeat(MAX_LINE_CHARS) } });
    const answer = await store.backup({ author: null, at: OWN.at }, work());
    expect(answer).toEqual({ ok: false, error: 'clip-too-large', detail: clip.item.title.value });
  });

  it('and what is damaged in a history leaves the clip', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    for (const n of [1, 2]) await valueIn(store.update(uuid(1), { note: `${n}` }, time(50 + n)));
    await putRow(name, 'versions', { clipId: uuid(1), revision: 1, at: 'never', nonsense: true });
    const { store: other } = openPage();
    const plan = await valueIn(other.restoreBackup(await backupOf(store), OWN, work()));
    expect(plan.counts).toMatchObject({ new: 1, refused: 0 });
    expect((await valueIn(other.history(uuid(1)))).map(({ revision }) => revision)).toEqual([2]);
  });
});
