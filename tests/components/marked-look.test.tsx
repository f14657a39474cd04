/** When the library is looked through for marked clips: beside no backup, once for each change, and said while it lasts. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { BackupDialog } from '@/components/backup/backup-dialog';
import type { Clip } from '@/lib/core/model/clip';
import { ok } from '@/lib/core/model/failure';
import { createBackupStore } from '@/lib/state/backup-store';
import { createFolderBackup } from '@/lib/state/folder-backup';
import { hubei, shanghai } from '../fixtures/policy-clips';
import { button, expectAccessible, find, mount, settled } from './mount';
import { createMemoryArchive } from './scene/memory-archive';
import { createMemoryStore } from './scene/memory-store';
import { NOW, noFolder } from './scene/services';

const LOOKING = '正在查看库中有没有带密级或内部标志的剪藏';
const marked = (clip: Clip, mark = '机密★1年'): Clip => ({ ...clip, source: { ...clip.source, marks: [mark] } });

function setUp(clips: readonly Clip[]) {
  const [store, archive] = [createMemoryStore(clips), createMemoryArchive()];
  const get = vi.fn(store.get);
  const all = { ...store, ...archive, get };
  const backup = createBackupStore({ store: all, clock: () => NOW, save: () => undefined });
  const folder = createFolderBackup({ store: all, port: noFolder, clock: () => NOW });
  const open = async () => {
    const root = mount(<BackupDialog backup={backup} folder={folder} onClose={() => undefined} />);
    await settled();
    return { dialog: find<HTMLDialogElement>(root, 'dialog[open]'), close: () => void act(() => render(null, root)) };
  };
  return { store, archive, get, backup, open };
}

it('says that it is still looking, and no more once it has', async () => {
  const { get, open, store } = setUp([marked(shanghai)]);
  const held = Promise.withResolvers<Awaited<ReturnType<typeof store.get>>>();
  get.mockReturnValueOnce(held.promise);
  const { dialog } = await open();
  expect(dialog.textContent).toContain(LOOKING);
  await expectAccessible(dialog);
  await act(async () => {
    held.resolve(ok([marked(shanghai)]));
    await settled();
  });
  expect(dialog.textContent).not.toContain(LOOKING);
  expect(find(dialog, '[data-marked]').textContent).toContain('1 条');
});

it('does not look while a backup runs, but afterwards', async () => {
  const { archive, get, open, backup } = setUp([marked(shanghai)]);
  const made = Promise.withResolvers<Awaited<ReturnType<typeof archive.backup>>>();
  archive.script.backup = made.promise;
  const writing = backup.write();
  const { dialog } = await open();
  expect(get).not.toHaveBeenCalled();
  await act(async () => {
    made.resolve(ok({ file: new Blob(['zip']), clips: 1, mark: null }));
    await writing;
  });
  await settled();
  expect(find(dialog, '[data-marked]').textContent).toContain('1 条');
});

it('looks again only where something has changed', async () => {
  const { get, open, store } = setUp([marked(shanghai)]);
  (await open()).close();
  get.mockClear();
  const again = await open();
  expect(find(again.dialog, '[data-marked]').textContent).toContain('1 条');
  expect(get).not.toHaveBeenCalled();
  again.close();
  await store.save([marked(hubei)]);
  expect(find((await open()).dialog, '[data-marked]').textContent).toContain('2 条');
});

it('ends with the dialog, also where it was asked for again', async () => {
  const { get, open, store, backup } = setUp([marked(shanghai)]);
  store.failNext('store-timeout', 1);
  const { dialog, close } = await open();
  const held = Promise.withResolvers<Awaited<ReturnType<typeof store.get>>>();
  get.mockReturnValueOnce(held.promise);
  await act(async () => {
    button(dialog, '重试').click();
    await settled();
  });
  await settled();
  expect(get).toHaveBeenCalledOnce();
  close();
  held.resolve(ok([]));
  await settled();
  expect(backup.marked.found.value).toBeNull();
});

it('names a few printed forms of many', async () => {
  const clips = [1, 2, 3, 4, 5, 6, 7].map((n) =>
    marked({ ...shanghai, id: `${shanghai.id.slice(0, -1)}${n}` }, `秘密★${n}年`),
  );
  const { dialog } = await setUp(clips).open();
  const { textContent } = find(dialog, '[data-marked]');
  expect(textContent).toContain('秘密★3年 等 7 种');
  expect(textContent).not.toContain('秘密★2年');
});
