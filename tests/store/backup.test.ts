import { describe, expect, it } from 'vitest';
import { CLIPS_NAME } from '@/lib/core/backup/format';
import type { Clip } from '@/lib/core/model';
import type { ImportOptions } from '@/lib/store/contract';
import type { OpenClipStore } from '@/lib/store/open-clip-store';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { openPage, openStore, valueIn } from './open-store';

const AT = '2026-06-01T00:00:00.000Z';
const OWN: ImportOptions = { author: null, at: AT };
const work = (signal = new AbortController().signal) => ({ signal, onProgress: () => undefined });
const everything = async (store: OpenClipStore): Promise<Clip[]> => {
  const kept = await valueIn(store.findIds({}));
  const trash = await valueIn(store.findIds({ trashed: true }));
  return valueIn(store.get([...kept, ...trash]));
};
const backupOf = async (store: OpenClipStore) => (await valueIn(store.backup({ author: null, at: AT }, work()))).file;

/** A library with an edited clip, one in the trash, and a few more. */
async function filled(open: typeof openPage = openPage) {
  const { store } = open();
  await valueIn(store.save([1, 2, 3, 4].map((n) => sampleClip(n, { tags: [`标签${n}`] }))));
  await valueIn(store.update(uuid(1), { note: '改\u2028\n"', corrections: { title: '甲' } }, time(50)));
  await valueIn(store.remove([uuid(2)], time(51)));
  return store;
}

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

  it('I08: add nothing when repeated', async () => {
    const store = await filled();
    const file = await backupOf(store);
    const before = await everything(store);
    for (let i = 0; i < 2; i += 1) {
      expect((await valueIn(store.restoreBackup(file, OWN, work()))).counts).toMatchObject({
        same: 4,
        new: 0,
        conflict: 0,
      });
    }
    expect(await everything(store)).toEqual(before);
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

describe('files that are no good backup', () => {
  it('I01: cut at any place, nothing is written', { timeout: 60_000 }, async () => {
    const store = await filled();
    const file = await backupOf(store);
    const { store: other } = openPage();
    for (let size = 0; size < file.size; size += Math.max(1, Math.floor(file.size / 150))) {
      const answer = await other.restoreBackup(file.slice(0, size), OWN, work());
      if (size >= 2) expect(answer, `cut at ${size}`).toMatchObject({ ok: false, error: 'import-invalid' });
    }
    expect(await everything(other)).toEqual([]);
  });

  it('a damaged byte in the clips is found by the manifest', async () => {
    const store = await filled();
    const bytes = new Uint8Array(await (await backupOf(store)).arrayBuffer());
    const { store: other } = openPage();
    for (const at of [60, 200, 400]) {
      const bad = bytes.slice();
      bad[at] = bad[at]! ^ 0x40;
      const answer = await other.restoreBackup(new Blob([bad]), OWN, work());
      expect(answer, `byte ${at}`).toMatchObject({ ok: false, error: 'import-invalid' });
    }
    expect(await everything(other)).toEqual([]);
  });

  it('I05: of 100,000 bad rows the first 20 are listed and all are counted', { timeout: 60_000 }, async () => {
    const { store } = openPage();
    const clip = sampleClip(1);
    const bad = [
      '{"clip":1}',
      'no JSON',
      JSON.stringify({ clip: { ...clip, note: 4, tags: 'x', item: [] }, past: {} }),
      '{}',
    ];
    const rows = Array.from({ length: 100_000 }, (_, i) => bad[i % bad.length]);
    const file = new Blob([rows.join('\n'), '\n', JSON.stringify({ clip, past: [] })]);
    const plan = await valueIn(store.restoreBackup(file, OWN, work()));
    expect([plan.counts.refused, plan.counts.new]).toEqual([100_000, 1]);
    expect(plan.lists.refused.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(plan.lists.refused[0]).toMatchObject({ line: 1, reason: 'no-clip' });
    expect(JSON.stringify(plan).length).toBeLessThan(20_000);
    expect(await everything(store)).toHaveLength(1);
  });

  it.each([200, 100_000])('I05: %i bad rows inside one line are one short sentence', async (length) => {
    const { store } = openPage();
    const past = Array.from({ length }, () => ({}));
    const file = new Blob([JSON.stringify({ clip: sampleClip(1), past })]);
    const plan = await valueIn(store.inspectBackup(file, OWN, work()));
    expect(plan.counts.refused).toBe(1);
    expect(plan.lists.refused[0]?.detail?.length).toBeLessThanOrEqual(300);
  });

  it('I06: too large a file is not even read', async () => {
    const { store } = openPage();
    const huge = {
      size: 2 ** 31,
      slice: () => {
        throw new Error('was read');
      },
    } as unknown as Blob;
    expect(await store.inspectBackup(huge, OWN, work())).toMatchObject({ ok: false, error: 'file-too-large' });
  });

  it('I09: a newer version says so', async () => {
    const store = await filled();
    const bytes = await (await backupOf(store)).text();
    const at = bytes.lastIndexOf('"version": 1');
    const data = new Uint8Array(await (await backupOf(store)).arrayBuffer());
    // The text view and the bytes differ in the packed part; the manifest is found from the end.
    const place = data.length - new TextEncoder().encode(bytes.slice(at)).length;
    const offset =
      [...data.keys()].findLast((i) => new TextDecoder().decode(data.subarray(i, i + 12)) === '"version": 1') ?? place;
    data[offset + 11] = '9'.charCodeAt(0);
    expect(await store.inspectBackup(new Blob([data]), OWN, work())).toEqual({
      ok: false,
      error: 'import-newer',
      detail: '9',
    });
  });

  it('I16: a bomb is not unfolded beyond what it says, nor held', { timeout: 60_000 }, async () => {
    const { store } = openPage();
    const spaces = new Blob(Array.from({ length: 200 }, () => ' '.repeat(1_000_000)));
    const bomb = await new Response(spaces.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    expect(bomb.size).toBeLessThan(300_000);
    const plan = await valueIn(store.inspectBackup(bomb, OWN, work()));
    expect(plan.lists.refused).toEqual([{ line: 1, title: '', reason: 'too-long', detail: '' }]);
  });

  it('I17: an entry that points elsewhere is not looked at', async () => {
    const store = await filled();
    const data = new Uint8Array(await (await backupOf(store)).arrayBuffer());
    const evil = new TextEncoder().encode('../../x.jso');
    const name = new TextEncoder().encode(CLIPS_NAME);
    for (let i = 0; i + name.length <= data.length; i += 1) {
      if (name.every((byte, k) => data[i + k] === byte)) data.set(evil, i);
    }
    expect(await store.inspectBackup(new Blob([data]), OWN, work())).toMatchObject({
      ok: false,
      error: 'import-invalid',
    });
  });

  it.each([
    ['a byte order mark', (text: string) => new Blob(['\uFEFF', text])],
    [
      'UTF-16',
      (text: string) => new Blob([Uint8Array.of(0xff, 0xfe), Uint16Array.from(text, (char) => char.charCodeAt(0))]),
    ],
    ['carriage returns and blank lines', (text: string) => new Blob([text.replaceAll('\n', '\r\n\r\n')])],
  ])('I18: %s is read', async (_, make) => {
    const { store } = openPage();
    const text = [1, 2].map((n) => JSON.stringify({ clip: sampleClip(n), past: [] })).join('\n');
    expect((await valueIn(store.restoreBackup(make(text), OWN, work()))).counts).toMatchObject({ new: 2, refused: 0 });
  });

  it('an id twice in one file is taken once', async () => {
    const { store } = openPage();
    const text = ['一', '二'].map((note) => JSON.stringify({ clip: sampleClip(1, { note }), past: [] })).join('\n');
    const plan = await valueIn(store.restoreBackup(new Blob([text]), OWN, work()));
    expect([plan.counts.new, plan.lists.refused[0]?.reason]).toEqual([1, 'twice']);
  });
});

describe('the reminder', () => {
  it('counts what is in no backup', async () => {
    const store = await filled();
    expect(await valueIn(store.backupState())).toMatchObject({ lastAt: null, clipsSince: 4, firstSince: time(3) });
    await valueIn(store.backedUp(AT));
    expect(await valueIn(store.backupState())).toEqual({ lastAt: AT, clipsSince: 0, firstSince: null });
    await valueIn(store.save([sampleClip(8)]));
    expect(await valueIn(store.backupState())).toEqual({ lastAt: AT, clipsSince: 1, firstSince: time(8) });
  });
});
