/** Backup and restore one after the other: only what was asked for last is shown, and what was stopped is not carried out. */
import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '@/lib/core/model/failure';
import { createBackupStore } from '@/lib/state/backup-store';
import { createMemoryArchive, EMPTY_PLAN, MARK, NOTHING_SINCE } from '../components/scene/memory-archive';
import { createMemoryStore } from '../components/scene/memory-store';

const NOW = '2026-11-24T08:00:00.000Z';

function setUp() {
  const archive = createMemoryArchive();
  const store = createMemoryStore();
  const save = vi.fn();
  return {
    archive,
    store,
    save,
    backup: createBackupStore({ store: { ...store, ...archive }, clock: () => NOW, save }),
  };
}
const plan = (fresh: number) => ok({ ...EMPTY_PLAN, counts: { ...EMPTY_PLAN.counts, new: fresh } });
const [a, b] = [new Blob(['a']), new Blob(['b'])];

describe('an answer that comes late', () => {
  it.each([
    ['of a file that was looked at', ok(EMPTY_PLAN)],
    ['that it was stopped', fail('cancelled')],
    ['that it failed', fail('import-invalid')],
  ])('%s, does not stand over the next file', async (_, late) => {
    const { archive, backup } = setUp();
    const first = Promise.withResolvers<typeof late>();
    archive.script.inspect = first.promise;
    const looking = backup.inspect(a);
    archive.script.inspect = Promise.resolve(plan(3));
    await backup.inspect(b);
    first.resolve(late);
    await looking;
    expect(backup.phase.value).toMatchObject({ state: 'planned', file: b, plan: { counts: { new: 3 } } });
  });

  it('of a file, after it was stopped, shows no plan', async () => {
    const { archive, backup } = setUp();
    const first = Promise.withResolvers<ReturnType<typeof plan>>();
    archive.script.inspect = first.promise;
    const looking = backup.inspect(a);
    backup.stop();
    first.resolve(plan(1));
    await looking;
    expect(backup.phase.value).toEqual({ state: 'idle' });
  });

  it.each([
    ['with the file', ok({ file: a, clips: 2, mark: MARK })],
    ['that the library is silent', fail('store-timeout')],
  ])('of a backup that was stopped, %s: nothing is saved, nothing counts as kept', async (_, late) => {
    const { archive, backup, save } = setUp();
    const first = Promise.withResolvers<typeof late>();
    archive.script.backup = first.promise;
    const writing = backup.write();
    backup.stop();
    first.resolve(late);
    await writing;
    expect(save).not.toHaveBeenCalled();
    expect(archive.asked.backedUp).toEqual([]);
    expect(backup.phase.value).toEqual({ state: 'idle' });
  });

  it('of a restore that could not be stopped any more says that it was done', async () => {
    const { archive, backup } = setUp();
    await backup.inspect(a);
    const first = Promise.withResolvers<ReturnType<typeof plan>>();
    archive.script.restore = first.promise;
    const restoring = backup.restore();
    backup.stop();
    first.resolve(plan(2));
    await restoring;
    expect(backup.phase.value).toMatchObject({ state: 'restored', plan: { counts: { new: 2 } } });
  });

  it('of a restore, while the next file is shown, does not stand over it', async () => {
    const { archive, backup } = setUp();
    await backup.inspect(a);
    const first = Promise.withResolvers<ReturnType<typeof plan>>();
    archive.script.restore = first.promise;
    const restoring = backup.restore();
    backup.stop();
    await backup.inspect(b);
    first.resolve(plan(2));
    await restoring;
    expect(backup.phase.value).toMatchObject({ state: 'planned', file: b });
  });
});

it('a backup is recorded for what was there when it began', async () => {
  const { archive, backup } = setUp();
  await backup.write();
  expect([archive.asked.backedUp, archive.asked.marks]).toEqual([[NOW], [MARK]]);
});

it('one of the kept copies is restored as such: it lies in no file of the person’s', async () => {
  const { archive, backup } = setUp();
  archive.script.copies = [{ shape: 1, at: NOW, file: b }];
  await backup.lookForCopies();
  for (const file of [a, b]) {
    await backup.inspect(file);
    await backup.restore();
  }
  expect(archive.asked.restored).toEqual([
    { author: null, at: NOW },
    { author: null, at: NOW, kept: true },
  ]);
});

it('the reminder goes when a backup was made elsewhere', async () => {
  const { archive, store, backup } = setUp();
  archive.script.state = { ...NOTHING_SINCE, clipsSince: 31, firstSince: NOW };
  const stop = backup.start();
  await vi.waitFor(() => expect(backup.reminder.value).toEqual({ clips: 31, comparisons: 0, days: 0 }));
  archive.script.state = { ...NOTHING_SINCE, lastAt: NOW };
  await store.purge([]);
  await vi.waitFor(() => expect(backup.reminder.value).toBeNull(), 5_000);
  stop();
});

it('a shower of changes is one look', async () => {
  vi.useFakeTimers();
  const { archive, store, backup } = setUp();
  const stop = backup.start();
  await vi.advanceTimersByTimeAsync(2_000);
  archive.script.state = { ...NOTHING_SINCE, clipsSince: 31, firstSince: NOW };
  for (let i = 0; i < 20; i += 1) await store.purge([]);
  expect(backup.reminder.value).toBeNull();
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(backup.reminder.value).toMatchObject({ clips: 31 });
  stop();
  vi.useRealTimers();
});
