/** The second place is to be written anew, and that fails, comes late or is left to another window: nothing is lost by it. */
import { afterEach, expect, it, vi } from 'vitest';
import { sampleClip, uuid } from '../core/clip/samples';
import { clipsIn, reportsOf } from './closed-library';
import { dropRow, failing, journalFile, openPage, putRow, rowsOf, valueIn, wipeDatabase } from './open-store';
import { isRebuilding, wiped } from './wiped-library';

afterEach(() => {
  vi.restoreAllMocks();
});

const noRoom = (asked: string) => failing((op) => (op === asked ? 'QuotaExceededError' : null));
const isCopied = async (name: string) =>
  (await rowsOf(name, 'state')).some((row) => Reflect.get(row ?? {}, 'copied') === true);
const isFilled = (name: string) => expect.poll(() => isRebuilding(name), { timeout: 20_000 }).toBe(false);
/** What was said last, when the library is asked again. */
const saidLast = (store: ReturnType<typeof openPage>['store']) => {
  const reports = reportsOf(store);
  return async () => {
    await clipsIn(store);
    return reports.at(-1)?.code;
  };
};

/** How many clips come back when there is nothing but the second place. */
async function outOfJournal(name: string): Promise<number> {
  await wipeDatabase(name);
  const { store } = openPage({ name });
  await clipsIn(store);
  await isFilled(name);
  const count = (await clipsIn(store)).length;
  await store.close();
  return count;
}

/** Filled again out of its second place, of which there was no room for a new one; closed. */
async function notRewritten(): Promise<string> {
  const name = await wiped();
  const { store } = openPage({ name, wrapWorker: noRoom('commit') });
  const last = saidLast(store);
  await clipsIn(store);
  await isFilled(name);
  await expect.poll(last).toBe('unchecked-full');
  expect(await isCopied(name)).toBe(false);
  await store.close();
  return name;
}

it.each([
  ['cannot be read', (name: string) => putRow(name, 'clips', { id: uuid(120), broken: true })],
  ['is missing', (name: string) => dropRow(name, 'clips', uuid(120))],
])('a clip that %s comes back out of the old one first, and that is said', { timeout: 60_000 }, async (_, hurt) => {
  const name = await notRewritten();
  await hurt(name);
  const { store } = openPage({ name });
  const reports = reportsOf(store);
  await clipsIn(store);
  await expect.poll(() => isCopied(name), { timeout: 20_000 }).toBe(true);
  expect(await clipsIn(store)).toHaveLength(60);
  expect(reports.at(-1)).toEqual({ code: 'caught-up', count: 1 });
  await store.close();
  expect(await outOfJournal(name)).toBe(60);
});

it('one that is far behind is known to be, also after a change that both have', { timeout: 60_000 }, async () => {
  const { name, store } = openPage();
  await valueIn(store.save([sampleClip(1)]));
  await store.close();
  const bytes = (await journalFile(name)).bytes.slice();
  const { store: second } = openPage({ name });
  await valueIn(second.save(Array.from({ length: 2_100 }, (_, n) => sampleClip(2 + n))));
  await second.close();
  await (await journalFile(name)).write(bytes);
  const { store: third } = openPage({ name, wrapWorker: noRoom('add') });
  const last = saidLast(third);
  await clipsIn(third);
  await expect.poll(last).toBe('unchecked-full');
  await valueIn(third.save([sampleClip(9_000)]));
  await third.close();
  const { store: fourth } = openPage({ name });
  await clipsIn(fourth);
  await expect.poll(() => isCopied(name), { timeout: 20_000 }).toBe(true);
  await fourth.close();
  await wipeDatabase(name);
  const { store: fifth } = openPage({ name });
  await clipsIn(fifth);
  await isFilled(name);
  expect((await valueIn(fifth.find({}, { offset: 0, limit: 1 }))).total).toBe(2_102);
});

it('what another window has mended is not said any more', { timeout: 60_000 }, async () => {
  const name = await wiped();
  const { store } = openPage({ name, wrapWorker: noRoom('commit') });
  const last = saidLast(store);
  await clipsIn(store);
  await isFilled(name);
  await expect.poll(last).toBe('unchecked-full');
  const { store: other } = openPage({ name });
  await valueIn(other.save([sampleClip(900)]));
  await expect.poll(() => isCopied(name), { timeout: 20_000 }).toBe(true);
  await expect
    .poll(async () => [(await clipsIn(store)).length, await last()], { timeout: 15_000 })
    .toEqual([61, 'rebuilt']);
});

it('filling whose end cannot be written is taken up again without a change', { timeout: 60_000 }, async () => {
  const name = await wiped();
  const { put } = IDBObjectStore.prototype;
  let failed = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: object, ...key) {
    if (
      this.name === 'state' &&
      Reflect.get(row, 'rebuilding') === false &&
      Reflect.get(row, 'kept') > 0 &&
      failed < 3
    ) {
      failed += 1;
      throw new DOMException('interrupted', 'AbortError');
    }
    return put.call(this, row, ...key);
  });
  const { store } = openPage({ name });
  const reports = reportsOf(store);
  await clipsIn(store);
  await expect.poll(() => failed, { timeout: 20_000 }).toBe(3);
  await expect.poll(() => reports.at(-1), { timeout: 15_000 }).toEqual({ code: 'rebuilt', count: 60 });
  expect(await isRebuilding(name)).toBe(false);
});
