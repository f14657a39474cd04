/** Backups by themselves: once a day, only what has changed, never without being allowed, and never silently failed. */
import { describe, expect, it, vi } from 'vitest';
import type { BackupMark } from '@/lib/core/backup/reminder';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { createFolderBackup, type FolderPort } from '@/lib/state/folder-backup';
import { createMemoryArchive, MARK, NOTHING_SINCE } from '../components/scene/memory-archive';
import { createMemoryStore } from '../components/scene/memory-store';

const NOW = '2026-11-24T08:00:00.000Z';
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

function setUp({
  folder = { name: '备份', allowed: true } as { name: string; allowed: boolean } | null,
  changed = true,
  lastAt = null as string | null,
  answer = ok({ name: 'x' }) as Result<{ name: string }>,
  mark = MARK as BackupMark | null,
  available = true,
  lost = null as string | null,
} = {}) {
  const archive = createMemoryArchive();
  archive.script.state = { ...NOTHING_SINCE, lastAt, changed };
  archive.script.backup = Promise.resolve(ok({ file: new Blob(['zip']), clips: 2, mark }));
  const written: string[] = [];
  let now = folder;
  const port: FolderPort = {
    available,
    look: async () => now,
    forgotten: async () => lost,
    async choose() {
      now = { name: '新', allowed: true };
      lost = null;
      return ok(now);
    },
    async ask() {
      now = now && { ...now, allowed: true };
      return now;
    },
    async write(day) {
      written.push(day);
      return answer;
    },
    async forget() {
      now = null;
      lost = null;
    },
    alone: (work) => work(),
  };
  const store = createMemoryStore();
  const own = createFolderBackup({ store: { ...store, ...archive }, port, clock: () => NOW });
  return { own, archive, store, written };
}

describe('at the start', () => {
  it('writes the day’s backup, and remembers that there is one', async () => {
    const { own, archive, written } = setUp();
    own.start();
    await settled();
    expect(written).toEqual(['2026-11-24']);
    expect([archive.asked.backedUp, archive.asked.marks]).toEqual([[NOW], [MARK]]);
    expect(own.outcome.value).toEqual({ at: NOW });
  });

  it.each([
    ['no folder was chosen', { folder: null }],
    ['the browser wants to be asked', { folder: { name: '备份', allowed: false } }],
    ['nothing has changed', { changed: false }],
    ['there is one of today', { lastAt: '2026-11-24T01:00:00.000Z' }],
    ['the browser has no folders', { available: false }],
    ['the library is not whole any more when it is read', { mark: null }],
  ])('writes nothing when %s', async (_, options) => {
    const { own, archive, written } = setUp(options);
    own.start();
    await settled();
    expect(written).toEqual([]);
    expect(archive.asked.backedUp).toEqual([]);
    expect(own.outcome.value).toBeNull();
  });

  it('writes nothing of a library that a newer build took over', async () => {
    const { own, store, written } = setUp();
    store.tell({ code: 'outdated', count: 0 });
    own.start();
    await settled();
    await own.choose();
    expect(written).toEqual([]);
  });

  it('says what went wrong, and does not take it for a backup', async () => {
    const { own, archive } = setUp({ answer: fail('folder-gone') });
    own.start();
    await settled();
    expect(own.outcome.value).toEqual({ error: 'folder-gone' });
    expect(archive.asked.backedUp).toEqual([]);
  });
});

it('is made as soon as a folder is chosen or allowed again, and no more once it is turned off', async () => {
  const { own, written } = setUp({ folder: null });
  await own.choose();
  expect(written).toHaveLength(1);
  await own.turnOff();
  expect(own.folder.value).toBeNull();
  await own.allow();
  expect(written).toHaveLength(1);
  const waiting = setUp({ folder: { name: '备份', allowed: false } });
  await waiting.own.allow();
  expect(waiting.written).toHaveLength(1);
  expect(waiting.own.folder.value).toEqual({ name: '备份', allowed: true });
});

describe('a folder that the browser has lost', () => {
  it('is named until it is chosen again', async () => {
    const { own, written } = setUp({ folder: null, lost: '备份' });
    own.start();
    await settled();
    expect(own.notice.value).toEqual({ state: 'lost', name: '备份' });
    expect(written).toEqual([]);
    await own.choose();
    expect([own.notice.value, own.folder.value?.name]).toEqual([null, '新']);
    expect(written).toEqual(['2026-11-24']);
  });

  it('is not spoken of once the backups are turned off', async () => {
    const { own } = setUp({ folder: null, lost: '备份' });
    own.start();
    await settled();
    await own.turnOff();
    expect(own.notice.value).toBeNull();
  });
});

describe('a backup that is due and not written is told', () => {
  it('when the browser wants to be asked first, until it was asked', async () => {
    const { own, written } = setUp({ folder: { name: '备份', allowed: false } });
    own.start();
    await settled();
    expect(own.notice.value).toEqual({ state: 'waits', name: '备份' });
    await own.allow();
    expect([own.notice.value, written]).toEqual([null, ['2026-11-24']]);
  });

  it('but not when none is due', async () => {
    const { own } = setUp({ folder: { name: '备份', allowed: false }, changed: false });
    own.start();
    await settled();
    expect(own.notice.value).toBeNull();
  });

  it('when it failed, until the next start if the person says so', async () => {
    const { own } = setUp({ answer: fail('store-full') });
    own.start();
    await settled();
    expect(own.notice.value).toEqual({ state: 'failed', error: 'store-full' });
    own.postpone();
    expect(own.notice.value).toBeNull();
  });

  it('also after “later”, once the person has chosen or allowed the folder', async () => {
    for (const act of ['choose', 'allow'] as const) {
      const { own } = setUp({ folder: { name: '备份', allowed: false }, answer: fail('store-full') });
      own.start();
      await settled();
      own.postpone();
      await own[act]();
      expect(own.notice.value, act).toEqual({ state: 'failed', error: 'store-full' });
    }
  });

  it('when it failed, until another window has written one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { own, archive, store } = setUp({ answer: fail('folder-gone') });
    own.start();
    await vi.waitFor(() => expect(own.notice.value).toEqual({ state: 'failed', error: 'folder-gone' }));
    archive.script.state = { ...NOTHING_SINCE, lastAt: NOW };
    await store.purge([]);
    await vi.advanceTimersByTimeAsync(6_000);
    vi.useRealTimers();
    expect(own.notice.value).toBeNull();
  });
});
