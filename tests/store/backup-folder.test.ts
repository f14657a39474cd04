/** A folder for backups, with a directory of the origin private file system in place of what the person would choose. */
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { createBackupFolder } from '@/lib/platform/backup-folder';
import { valueIn, wipeDatabase } from './open-store';

let made = 0;
async function directory() {
  const root = await navigator.storage.getDirectory();
  const name = `folder-${Date.now()}-${made++}`;
  const handle = await root.getDirectoryHandle(name, { create: true });
  onTestFinished(async () => {
    await createBackupFolder(null).forget();
    await root.removeEntry(name, { recursive: true }).catch(() => undefined);
  });
  return { root, name, handle };
}
async function names(handle: FileSystemDirectoryHandle): Promise<string[]> {
  const found: string[] = [];
  for await (const name of handle.keys()) found.push(name);
  return found;
}
afterEach(() => {
  vi.restoreAllMocks();
});

it('is remembered, written by the day, and keeps the last ten and whatever else lies there', async () => {
  const { name, handle } = await directory();
  await handle.getFileHandle('论文.docx', { create: true });
  const folder = createBackupFolder(async () => handle);
  expect(await folder.look()).toBeNull();
  expect(await valueIn(folder.choose())).toEqual({ name, allowed: true });
  // Another window, or the next start.
  const again = createBackupFolder(async () => handle);
  expect(await again.look()).toEqual({ name, allowed: true });
  for (let day = 10; day < 23; day += 1) await valueIn(again.write(`2026-11-${day}`, new Blob([`day ${day}`])));
  await valueIn(again.write('2026-11-22', new Blob(['later that day'])));
  const found = await names(handle);
  expect(found).toHaveLength(11);
  expect(found).toContain('论文.docx');
  expect(found).toContain('policy-clip-auto-2026-11-13.zip');
  expect(found).not.toContain('policy-clip-auto-2026-11-12.zip');
  const last = await (await handle.getFileHandle('policy-clip-auto-2026-11-22.zip')).getFile();
  expect(await last.text()).toBe('later that day');
  await again.forget();
  expect(await again.look()).toBeNull();
});

it('keeps the file that was there when a write fails half-way', async () => {
  const { handle } = await directory();
  const folder = createBackupFolder(async () => handle);
  await folder.choose();
  await valueIn(folder.write('2026-11-22', new Blob(['whole'])));
  const torn = new Blob(['half']);
  vi.spyOn(torn, 'stream').mockReturnValue(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('ha'));
        controller.error(new DOMException('full', 'QuotaExceededError'));
      },
    }),
  );
  expect(await folder.write('2026-11-22', torn)).toMatchObject({ ok: false, error: 'store-full' });
  const file = await (await handle.getFileHandle('policy-clip-auto-2026-11-22.zip')).getFile();
  expect(await file.text()).toBe('whole');
});

it.each([
  ['the folder is gone', 'folder-gone'],
  ['the browser wants to be asked', 'folder-not-allowed'],
] as const)('says that %s', async (what, error) => {
  const { root, name, handle } = await directory();
  const folder = createBackupFolder(async () => handle);
  await folder.choose();
  if (error === 'folder-gone') await root.removeEntry(name, { recursive: true });
  else {
    const prototype: object = FileSystemHandle.prototype;
    vi.spyOn(prototype as { queryPermission(): Promise<string> }, 'queryPermission').mockResolvedValue('prompt');
    expect(await folder.look(), what).toEqual({ name, allowed: false });
  }
  expect(await folder.write('2026-11-22', new Blob(['x']))).toMatchObject({ ok: false, error });
});

it('was not chosen after all, or cannot be had in this browser', async () => {
  const folder = createBackupFolder(async () => {
    throw new DOMException('closed', 'AbortError');
  });
  expect(await folder.choose()).toMatchObject({ ok: false, error: 'cancelled' });
  const none = createBackupFolder(null);
  expect(none.available).toBe(false);
  expect(await none.look()).toBeNull();
  expect((await none.choose()).ok).toBe(false);
});

it('is missed by its name when the database that held it was wiped, unless it was turned off', async () => {
  const { name, handle } = await directory();
  const folder = createBackupFolder(async () => handle);
  await valueIn(folder.choose());
  expect(await folder.forgotten()).toBeNull();
  await wipeDatabase('policy-clip-folder');
  const again = createBackupFolder(async () => handle);
  expect([await again.look(), await again.forgotten()]).toEqual([null, name]);
  await valueIn(again.choose());
  expect(await again.forgotten()).toBeNull();
  await again.forget();
  await wipeDatabase('policy-clip-folder');
  expect(await again.forgotten()).toBeNull();
});

it('nothing is left of a first write that fails, and an empty file of a day takes no backup’s place', async () => {
  const { handle } = await directory();
  const folder = createBackupFolder(async () => handle);
  await folder.choose();
  for (let day = 10; day < 20; day += 1) await valueIn(folder.write(`2026-10-${day}`, new Blob(['whole'])));
  const full = new Blob(['x']);
  vi.spyOn(full, 'stream').mockImplementation(
    () =>
      new ReadableStream({
        start: (controller) => controller.error(new DOMException('full', 'QuotaExceededError')),
      }),
  );
  expect(await folder.write('2026-11-01', full)).toMatchObject({ ok: false, error: 'store-full' });
  expect(await names(handle)).not.toContain('policy-clip-auto-2026-11-01.zip');
  // A browser that was killed while it wrote could not take its file away.
  for (let day = 11; day < 20; day += 1) {
    await handle.getFileHandle(`policy-clip-auto-2026-11-${day}.zip`, { create: true });
  }
  await valueIn(folder.write('2026-11-20', new Blob(['whole'])));
  const found = (await names(handle)).sort();
  expect(found).toHaveLength(10);
  expect(found[0]).toBe('policy-clip-auto-2026-10-11.zip');
  expect(found.at(-1)).toBe('policy-clip-auto-2026-11-20.zip');
});

it('that stops answering is given up, said, and leaves the way free for the next try', async () => {
  const { handle } = await directory();
  const folder = createBackupFolder(async () => handle);
  await folder.choose();
  const prototype: object = FileSystemFileHandle.prototype;
  const silent = vi
    .spyOn(prototype as { createWritable(): Promise<unknown> }, 'createWritable')
    .mockReturnValue(new Promise(() => undefined));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const said: unknown[] = [];
  const writing = folder.alone(async () => {
    said.push(await folder.write('2026-11-22', new Blob(['x'])));
  });
  await vi.waitFor(() => expect(silent).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(61_000);
  await writing;
  expect(said).toMatchObject([{ ok: false, error: 'folder-no-answer' }]);
  silent.mockRestore();
  const again = vi.fn(async () => undefined);
  await folder.alone(again);
  expect(again).toHaveBeenCalledOnce();
});
