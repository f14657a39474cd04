/** Backups by themselves: once a day, only what has changed, never without being allowed, and never silently failed. */
import { describe, expect, it } from 'vitest';
import { automaticBackupDue } from '@/lib/core/backup/reminder';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { createFolderBackup, type FolderPort } from '@/lib/state/folder-backup';
import { createMemoryArchive } from '../components/scene/memory-archive';
import { createMemoryStore } from '../components/scene/memory-store';

const NOW = '2026-11-24T08:00:00.000Z';
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

function setUp({
  folder = { name: '备份', allowed: true } as { name: string; allowed: boolean } | null,
  clipsSince = 3,
  lastAt = null as string | null,
  answer = ok({ name: 'x' }) as Result<{ name: string }>,
  available = true,
  lost = null as string | null,
} = {}) {
  const archive = createMemoryArchive();
  archive.script.state = { lastAt, clipsSince, firstSince: null };
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
  const own = createFolderBackup({ store: { ...createMemoryStore(), ...archive }, port, clock: () => NOW });
  return { own, archive, written };
}

it.each([
  ['nothing has changed', null, 0, false],
  ['there was none yet', null, 1, true],
  ['the last is of yesterday', '2026-11-23T08:00:00.000Z', 1, true],
  ['the last is of today', '2026-11-24T01:00:00.000Z', 90, false],
  ['the clock was set back', '2027-01-01T00:00:00.000Z', 1, true],
])('due when %s', (_, lastAt, clipsSince, due) =>
  expect(automaticBackupDue({ lastAt, clipsSince, firstSince: null }, NOW)).toBe(due),
);

describe('at the start', () => {
  it('writes the day’s backup, and remembers that there is one', async () => {
    const { own, archive, written } = setUp();
    own.start();
    await settled();
    expect(written).toEqual(['2026-11-24']);
    expect(archive.asked.backedUp).toEqual([NOW]);
    expect(own.outcome.value).toEqual({ at: NOW });
  });

  it.each([
    ['no folder was chosen', { folder: null }],
    ['the browser wants to be asked', { folder: { name: '备份', allowed: false } }],
    ['nothing has changed', { clipsSince: 0 }],
    ['there is one of today', { lastAt: '2026-11-24T01:00:00.000Z' }],
    ['the browser has no folders', { available: false }],
  ])('writes nothing when %s', async (_, options) => {
    const { own, archive, written } = setUp(options);
    own.start();
    await settled();
    expect(written).toEqual([]);
    expect(archive.asked.backedUp).toEqual([]);
    expect(own.outcome.value).toBeNull();
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
    expect(own.forgotten.value).toBe('备份');
    expect(written).toEqual([]);
    await own.choose();
    expect([own.forgotten.value, own.folder.value?.name]).toEqual([null, '新']);
    expect(written).toEqual(['2026-11-24']);
  });

  it('is not spoken of once the backups are turned off', async () => {
    const { own } = setUp({ folder: null, lost: '备份' });
    own.start();
    await settled();
    await own.turnOff();
    expect(own.forgotten.value).toBeNull();
  });
});
