/** One write at a time in one window, whoever has been answered; and a start that hangs keeps nobody waiting. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { clipsIn } from './closed-library';
import { openPage, valueIn, wipeDatabase } from './open-store';

afterEach(() => {
  vi.restoreAllMocks();
});
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const idsIn = async (store: Parameters<typeof clipsIn>[0]) => (await clipsIn(store)).map(({ id }) => id).toSorted();

/** A closed library of one clip. */
async function closed() {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  await store.close();
  return name;
}

/** Takes the turn to write away from every window until it is let go. */
async function takeTurn(name: string): Promise<() => void> {
  let free: () => void = () => undefined;
  await new Promise<void>((taken) => {
    void navigator.locks.request(`${name}-writer`, () => {
      taken();
      return new Promise<void>((resolve) => {
        free = resolve;
      });
    });
  });
  return free;
}

describe('a write that was answered with “takes too long”', () => {
  it('does not go on beside the next one: both places have what was acknowledged, and nothing else', async () => {
    const name = await closed();
    const free = await takeTurn(name);
    const { store } = openPage({ name });
    await sleep(200);
    const first = store.save([sampleTwin(2, 1)]);
    const second = sleep(4_900).then(() => store.save([sampleClip(3)]));
    expect(await first).toMatchObject({ ok: false, error: 'store-timeout' });
    await sleep(300);
    free();
    expect((await second).ok).toBe(true);
    expect(await idsIn(store)).toEqual([uuid(1), uuid(3)]);
    await store.close();
    await wipeDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(() => idsIn(again)).toEqual([uuid(1), uuid(3)]);
  });
});

describe('F03 a read that hangs at the start', () => {
  const hang = () => {
    const { get } = IDBObjectStore.prototype;
    return vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      return key === 'head' ? (new EventTarget() as IDBRequest) : get.call(this, key);
    });
  };

  it('keeps neither a question nor the export of what is readable waiting', async () => {
    const name = await closed();
    const hung = hang();
    const { store } = openPage({ name });
    const start = performance.now();
    const asked = Promise.all([store.backup({ author: null, at: time(3) }, work()), store.save([sampleClip(2)])]);
    const rescued = await valueIn(store.rescue(work()));
    expect(rescued.clips).toBe(1);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect((await asked).map((answer) => answer.ok || answer.error)).toEqual(['store-timeout', 'store-timeout']);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(hung).toHaveBeenCalled();
  });

  it('is over when the database answers again', async () => {
    const name = await closed();
    const hung = hang();
    const { store } = openPage({ name });
    expect(await store.save([sampleClip(2)])).toMatchObject({ ok: false, error: 'store-timeout' });
    hung.mockRestore();
    await valueIn(store.save([sampleClip(3)]));
    expect(await idsIn(store)).toEqual([uuid(1), uuid(3)]);
  });
});
