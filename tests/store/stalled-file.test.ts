/** A file on a drive that stops answering holds up nobody, and can be let go of. */
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { openBackup } from '@/lib/store/backup/unpack';
import { sampleClip, time, uuid } from '../core/clip/samples';
import { clipsIn } from './closed-library';
import { openPage, slow, valueIn } from './open-store';

const OWN = { author: null, at: '2026-06-01T00:00:00.000Z' };
const never = new AbortController().signal;
const line = (n: number) => `${JSON.stringify({ clip: sampleClip(n), past: [] })}\n`;
const lines = (from: number, count: number) => Array.from({ length: count }, (_, i) => line(from + i)).join('');
const notes = async (store: Parameters<typeof clipsIn>[0]) => (await clipsIn(store)).map(({ note }) => note);

/** Gives `parts` each time it is read from its beginning, but from the `n`th time on nothing after them. */
function stalling(parts: readonly string[], n = 1) {
  let opened = 0;
  const stream = () => {
    opened += 1;
    const coming = [...parts];
    const stalls = opened >= n;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        const part = coming.shift();
        if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
        else if (!stalls) controller.close();
        else return new Promise<void>(() => undefined);
      },
    });
  };
  return { file: Object.assign(new Blob([...parts]), { stream }), opened: () => opened };
}

it('leaves every window free to write when it has to be judged again', { timeout: 30_000 }, async () => {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  const stop = new AbortController();
  const { file, opened } = stalling([line(1), line(11)], 2);
  let edit: Promise<unknown> | null = null;
  const restoring = store.restoreBackup(file, OWN, {
    signal: stop.signal,
    onProgress: () => {
      edit ??= store.update(uuid(1), { note: '我的' }, time(2));
    },
  });
  await expect.poll(opened).toBe(2);
  expect(await edit).toMatchObject({ ok: true });
  await valueIn(store.save([sampleClip(3)]));
  const { store: other } = openPage({ name });
  await valueIn(other.save([sampleClip(4)]));
  stop.abort();
  expect(await restoring).toMatchObject({ ok: false, error: 'cancelled' });
  const again = new Blob([line(12)]);
  await valueIn(store.restoreBackup(again, OWN, { signal: never, onProgress: () => undefined }));
  expect(await notes(store)).toHaveLength(4);
});

it('does not keep another restore from its turn in the middle of a large one', { timeout: 30_000 }, async () => {
  const { store } = openPage({ oneTransaction: 1 });
  await valueIn(store.save([sampleClip(1)]));
  const stop = new AbortController();
  let seen = 0;
  const { file } = stalling([lines(1_000, 250), lines(2_000, 250)]);
  const restoring = store.restoreBackup(file, OWN, {
    signal: stop.signal,
    onProgress: (done) => {
      seen = done;
    },
  });
  await expect.poll(() => seen).toBeGreaterThan(0);
  await valueIn(store.save([sampleClip(3)]));
  const large = new Blob([lines(10, 3)]);
  const second = store.restoreBackup(large, OWN, { signal: never, onProgress: () => undefined });
  stop.abort();
  expect(await restoring).toMatchObject({ ok: false, error: 'cancelled' });
  expect((await valueIn(second)).counts.new).toBe(3);
  expect(await clipsIn(store)).toHaveLength(5);
});

it.each([
  ['while the library is copied', 1_500, 1_000],
  ['behind what is being checked', 4_000, 0],
] as const)('a large restore can be cancelled %s', { timeout: 60_000 }, async (_, after, add) => {
  const { name, store: fill } = openPage();
  await valueIn(fill.save(Array.from({ length: 1_500 }, (__, i) => sampleClip(100 + i))));
  await fill.close();
  const { store } = openPage({ name, oneTransaction: 1, ...(add > 0 && { wrapWorker: slow('add', add) }) });
  await clipsIn(store);
  // Something is written again and again: what can wait for quiet waits.
  let saved = 0;
  const busy = setInterval(() => {
    saved += 1;
    void store.save([sampleClip(20_000 + saved)]);
  }, 300);
  onTestFinished(() => clearInterval(busy));
  await new Promise((resolve) => setTimeout(resolve, after));
  const stop = new AbortController();
  const restoring = store.restoreBackup(new Blob([lines(20, 2)]), OWN, {
    signal: stop.signal,
    onProgress: () => undefined,
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  stop.abort();
  const begun = performance.now();
  expect(await restoring).toMatchObject({ ok: false, error: 'cancelled' });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

afterEach(() => void vi.useRealTimers());

it('is given up after half a minute, with what to do', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const backup = await openBackup(stalling([line(1)]).file, never);
  const read = async () => {
    for await (const part of backup.lines()) expect(part).toHaveLength(1);
  };
  const failed = expect(read()).rejects.toMatchObject({ code: 'file-unreadable' });
  // What it gives at first is read in real time.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await vi.advanceTimersByTimeAsync(30_000);
  await failed;
});

it('that was moved since it was chosen is not called damaged', async () => {
  const gone = () => new ReadableStream({ pull: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
  const backup = await openBackup(Object.assign(new Blob([line(1)]), { stream: gone }), never);
  await expect(backup.lines().next()).rejects.toMatchObject({ code: 'file-unreadable' });
});
