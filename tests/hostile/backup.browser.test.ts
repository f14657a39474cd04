/** Files that are no good backup (rows I of the trust table), given to a library that really stands in a browser. */
import { describe, expect, it } from 'vitest';
import { dataDescriptor, directory, findDirectory, localHeader, readDirectory } from '@/lib/core/archive/zip';
import { CLIPS_NAME, pastOf } from '@/lib/core/backup/format';
import { crc32 } from '@/lib/core/journal/crc32';
import { sampleClip, uuid } from '../core/clip/samples';
import { sampleComparison } from '../store/comparison-samples';
import { backupOf, everything, filled, OWN, work } from '../store/filled';
import { openPage, valueIn } from '../store/open-store';

describe('files that are no good backup', () => {
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

  it('I17: an entry more that points elsewhere is ignored', async () => {
    const store = await filled();
    const data = new Uint8Array(await (await backupOf(store)).arrayBuffer());
    const place = findDirectory(data)!;
    const [clips, manifest] = readDirectory(data.subarray(place.offset), place.count);
    const evil = new TextEncoder().encode(JSON.stringify({ clip: sampleClip(99), past: [] }));
    const parts: Uint8Array<ArrayBuffer>[] = [data.slice(0, place.offset)];
    const size = () => parts.reduce((sum, part) => sum + part.length, 0);
    const strange = ['../../x', `../${CLIPS_NAME}`, `/${CLIPS_NAME}`].map((name) => {
      const entry = { name, method: 0, crc: crc32(evil), packed: evil.length, size: evil.length, offset: size() };
      parts.push(localHeader(name, 0), evil, dataDescriptor(entry));
      return entry;
    });
    parts.push(directory([...strange, clips!, manifest!], size()));
    const { store: other } = openPage();
    const plan = await valueIn(other.restoreBackup(new Blob(parts), OWN, work()));
    expect(plan.counts).toMatchObject({ new: 4, refused: 0 });
    expect(await everything(other)).toEqual(await everything(store));
  });

  it('I17: a backup whose only entry points elsewhere is none', async () => {
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

  it('I19: what refers to clips that are nowhere is kept, and refers to nothing', async () => {
    const known = sampleComparison(1, { clipIds: [uuid(1), uuid(98)] });
    const unknown = sampleComparison(2, { clipIds: [uuid(98), uuid(99)] });
    const lines = [
      { clip: sampleClip(1), past: [{ ...pastOf(sampleClip(1)), clipId: uuid(99) }] },
      { picture: { clipId: uuid(99), data: 'AAAA' } },
      { comparison: known },
      { comparison: unknown },
    ].map((line) => JSON.stringify(line));
    const file = new Blob([lines.join('\n')]);
    for (const author of [null, '乙']) {
      const { store: other } = openPage();
      const plan = await valueIn(other.restoreBackup(file, { ...OWN, author }, work()));
      expect(plan.counts).toMatchObject({ new: 3, refused: 0 });
      expect((await valueIn(other.comparisons.list())).map(({ clipIds }) => clipIds)).toEqual([
        unknown.clipIds,
        known.clipIds,
      ]);
      expect((await valueIn(other.get(known.clipIds))).map(({ id }) => id)).toEqual([uuid(1)]);
      expect(await valueIn(other.picture(uuid(99)))).toBeNull();
      expect(await valueIn(other.history(uuid(1)))).toEqual([]);
      expect(await valueIn(other.history(uuid(99)))).toEqual([]);
    }
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
