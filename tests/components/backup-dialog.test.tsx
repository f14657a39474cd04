/** Backup and restore: what runs can be stopped, nothing is written before it was seen, refusals are told. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '@/components/app/app';
import { BackupDialog } from '@/components/backup/backup-dialog';
import { StoreNotice } from '@/components/backup/store-notice';
import { fail, ok } from '@/lib/core/model/failure';
import { createBackupStore } from '@/lib/state/backup-store';
import { button, expectAccessible, find, mount, mountScene, settled } from './mount';
import { createMemoryArchive, EMPTY_PLAN } from './scene/memory-archive';
import { createMemoryStore } from './scene/memory-store';
import { createScene, NOW } from './scene/services';

const PLAN = {
  ...EMPTY_PLAN,
  manifest: { createdAt: '2026-06-01T00:00:00.000Z', author: null, clips: 3 },
  counts: { ...EMPTY_PLAN.counts, new: 2, conflict: 1, gone: 5, refused: 600 },
  lists: {
    ...EMPTY_PLAN.lists,
    new: [
      { line: 1, title: '甲' },
      { line: 2, title: '乙' },
    ],
    conflict: [{ line: 3, title: '丙' }],
    refused: [{ line: 4, title: '', reason: 'no-json', detail: 'position 7' }],
  },
};

function show() {
  const archive = createMemoryArchive();
  const save = vi.fn();
  const backup = createBackupStore({ store: { ...createMemoryStore(), ...archive }, clock: () => NOW, save });
  const onClose = vi.fn();
  const { folder } = createScene().services;
  mount(<BackupDialog backup={backup} folder={folder} onClose={onClose} />);
  return { archive, backup, save, onClose, dialog: find<HTMLDialogElement>(document, 'dialog[open]') };
}
const choose = (dialog: HTMLElement) =>
  act(async () => {
    const input = find<HTMLInputElement>(dialog, 'input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'b.zip'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
  });
const click = (element: HTMLElement) =>
  act(async () => {
    element.click();
    await settled();
  });

describe('backup', () => {
  it('gives the file under the day’s name and remembers that it did', async () => {
    const { archive, save, dialog } = show();
    await click(button(dialog, '立即备份'));
    expect(save).toHaveBeenCalledWith('policy-clip-2026-11-24.zip', expect.any(Blob));
    expect(archive.asked.backedUp).toEqual([NOW]);
    expect(dialog.textContent).toContain('已将 2 条剪藏写入 policy-clip-2026-11-24.zip');
    await expectAccessible(dialog);
  });
});

it('a file that is not whole bears another name, is told, and counts as no backup', async () => {
  const { archive, save, dialog } = show();
  archive.script.backup = Promise.resolve(ok({ file: new Blob(['zip']), clips: 1, mark: null }));
  await click(button(dialog, '立即备份'));
  expect(save).toHaveBeenCalledWith('policy-clip-2026-11-24-partial.zip', expect.any(Blob));
  expect(archive.asked.backedUp).toEqual([]);
  expect(dialog.textContent).toContain('这个文件还不完整');
  await expectAccessible(dialog);
});

it('a library that does not answer is saved from its second copy', async () => {
  const { archive, save, dialog } = show();
  archive.script.backup = Promise.resolve(fail('store-timeout'));
  await click(button(dialog, '立即备份'));
  expect(save).toHaveBeenCalledWith('policy-clip-2026-11-24.jsonl.gz', expect.any(Blob));
  expect(archive.asked.backedUp).toEqual([]);
  expect(dialog.textContent).toContain('已将 1 条剪藏写入');
});

it('and is told where that cannot be read in full', async () => {
  const { archive, save, dialog } = show();
  archive.script.backup = Promise.resolve(fail('store-timeout'));
  archive.script.rescueIsWhole = false;
  await click(button(dialog, '立即备份'));
  expect(save).toHaveBeenCalledWith('policy-clip-2026-11-24-partial.jsonl.gz', expect.any(Blob));
  expect(dialog.textContent).toContain('第二份副本有一部分读不出来');
  await expectAccessible(dialog);
});

describe('restore', () => {
  it('shows what would happen and only then does it', async () => {
    const { archive, dialog } = show();
    archive.script.inspect = Promise.resolve(ok(PLAN));
    await choose(dialog);
    expect(archive.asked).toMatchObject({ inspected: [{ author: null, at: NOW }], restored: [] });
    expect(dialog.textContent).toContain('2 条 新增');
    expect(dialog.textContent).toContain('5 条 您已永久删除，不再带回');
    expect(dialog.textContent).toContain('丙');
    expect(dialog.textContent).toContain('第 4 行 不是 JSON position 7');
    expect(dialog.textContent).toContain('另有 599 条');
    await expectAccessible(dialog);
    await click(button(dialog, '恢复'));
    expect(archive.asked.restored).toHaveLength(1);
    expect(dialog.textContent).toContain('恢复完成');
  });

  it('asks in the name of a colleague', async () => {
    const { archive, backup, dialog } = show();
    await act(() => {
      backup.author.value = ' 张三 ';
    });
    await choose(dialog);
    expect(archive.asked.inspected).toEqual([{ author: '张三', at: NOW }]);
  });

  it('says what is wrong with a file and what to do', async () => {
    const { archive, dialog } = show();
    archive.script.inspect = Promise.resolve(fail('import-newer', '9'));
    await choose(dialog);
    expect(find(dialog, '[role=alert]').textContent).toContain('9');
    await expectAccessible(dialog);
  });

  it('can be stopped while it runs', async () => {
    const { archive, backup, dialog } = show();
    archive.script.inspect = new Promise(() => undefined);
    await choose(dialog);
    await click(button(dialog, '取消'));
    expect(backup.phase.value).toEqual({ state: 'idle' });
  });
});

describe('what the library says by itself', () => {
  it.each([
    [{ code: 'rebuilt', count: 5 } as const, '恢复 5 条剪藏'],
    [{ code: 'single-copy', count: 0 } as const, '请经常备份'],
    [{ code: 'copy-closed', count: 0 } as const, '第二份副本打不开'],
    [{ code: 'upgraded', count: 0 } as const, '升级前的副本在“备份与恢复”里'],
    [{ code: 'upgraded-alone', count: 0 } as const, '请立即备份'],
  ])('%o', async (report, text) => {
    const onDismiss = vi.fn();
    const root = mount(
      <StoreNotice
        report={report}
        reminder={{ clips: 31, comparisons: 0, days: 3 }}
        onDismiss={onDismiss}
        onBackup={vi.fn()}
        onLater={vi.fn()}
        onReload={vi.fn()}
      />,
    );
    expect(root.textContent).toContain(text);
    expect(root.textContent).toContain('有 31 条剪藏尚未备份（3 天）');
    await expectAccessible(root);
    await click(find<HTMLElement>(root, '.icon-button'));
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it.each([
    [{ code: 'rebuilt', count: 0 } as const, '正在从第二份副本恢复'],
    [{ code: 'unchecked', count: 0 } as const, '稍后会自动再试'],
    [{ code: 'unchecked-full', count: 0 } as const, '请清理空间'],
    [{ code: 'upgrading', count: 0 } as const, '先保留一份副本'],
  ])('%o stands for as long as it goes on, and nothing is called empty meanwhile', async (report, text) => {
    const { root, store, services } = mountScene(<App />, { view: 'library' });
    services.library.start();
    services.backup.start();
    await settled();
    expect(root.textContent).toContain('资料库还是空的');
    await act(async () => store.tell(report));
    expect(find(root, '.store-notices').textContent).toContain(text);
    expect(root.querySelector('.store-notices .icon-button')).toBeNull();
    expect(root.textContent).not.toContain('资料库还是空的');
    await expectAccessible(root);
    await act(async () => store.tell(null));
    expect(root.textContent).toContain('资料库还是空的');
  });

  it('a search without a hit says so also while the library could not be compared', async () => {
    const { root, store, services } = mountScene(<App />, { view: 'library' });
    services.library.start();
    services.backup.start();
    await act(async () => {
      store.tell({ code: 'unchecked', count: 0 });
      services.library.query.value = '没有这样的词';
      await settled();
    });
    await expect.poll(() => root.textContent).toContain('没有符合的剪藏');
  });
});

it('settings that were lost are told', () => {
  const rest = { onDismiss: vi.fn(), onLater: vi.fn(), onReload: vi.fn(), onBackup: vi.fn() };
  const root = mount(<StoreNotice report={null} reminder={null} settingsLost {...rest} />);
  expect(find(root, '.store-notices').textContent).toContain('没有可用的副本');
});

it('what could not be stored is told, and what to do', async () => {
  const rest = { onDismiss: vi.fn(), onLater: vi.fn(), onReload: vi.fn(), onBackup: vi.fn() };
  const root = mount(<StoreNotice report={null} reminder={null} unkept {...rest} />);
  expect(find(root, '.store-notices').textContent).toContain('请清理空间，先不要关闭窗口');
  await expectAccessible(root);
});

describe('automatic backups that are not written', () => {
  it.each([
    [{ state: 'lost', name: '备份' } as const, '丢失了自动备份的文件夹“备份”', '重新选择…', 'onChooseFolder'],
    [{ state: 'waits', name: '备份' } as const, '重新允许写入文件夹“备份”', '重新允许', 'onAllowFolder'],
    [{ state: 'failed', error: 'store-full' } as const, '自动备份没有写成', '备份与恢复', 'onBackup'],
  ])('%o', async (folder, text, action, called) => {
    const acts = { onChooseFolder: vi.fn(), onAllowFolder: vi.fn(), onBackup: vi.fn() };
    const rest = { onDismiss: vi.fn(), onLater: vi.fn(), onReload: vi.fn() };
    const root = mount(<StoreNotice report={null} reminder={null} folder={folder} {...acts} {...rest} />);
    expect(root.textContent).toContain(text);
    await expectAccessible(root);
    await click(button(root, action));
    expect(acts[called as keyof typeof acts]).toHaveBeenCalledOnce();
  });
});

it('comparisons alone are reminded of by their name', () => {
  const acts = { onDismiss: vi.fn(), onBackup: vi.fn(), onLater: vi.fn(), onReload: vi.fn() };
  const root = mount(<StoreNotice report={null} reminder={{ clips: 0, comparisons: 2, days: 20 }} {...acts} />);
  expect(root.textContent).toContain('有 2 个保存的对比尚未备份（20 天）');
});

it('says that the settings came back, until it has been read', async () => {
  const { root } = mountScene(<App />, { settingsCopy: { citationEdition: '2015' } });
  await settled();
  const notice = () => root.querySelector<HTMLElement>('.store-notices .notice');
  expect(notice()?.textContent).toContain('设置曾损坏，已从第二份副本恢复');
  await expectAccessible(root);
  await click(find<HTMLElement>(root, '.store-notices .icon-button'));
  expect(notice()).toBeNull();
});

it('an old window says that it only reads, cannot be told to be quiet, and is loaded anew by a click', async () => {
  const onReload = vi.fn();
  const root = mount(
    <StoreNotice
      report={{ code: 'outdated', count: 0 }}
      reminder={{ clips: 31, comparisons: 0, days: 3 }}
      onDismiss={vi.fn()}
      onBackup={vi.fn()}
      onLater={vi.fn()}
      onReload={onReload}
    />,
  );
  expect(root.textContent).toContain('这里只能查看');
  expect(root.querySelector('.icon-button')).toBeNull();
  expect(root.textContent).not.toContain('尚未备份');
  await expectAccessible(root);
  await click(button(root, '重新载入'));
  expect(onReload).toHaveBeenCalledOnce();
});

it('copies from before upgrades can be kept elsewhere, and be compared with the present library', async () => {
  const archive = createMemoryArchive();
  const file = new Blob(['copy']);
  archive.script.copies = [{ shape: 1, at: '2026-11-20T08:00:00.000Z', file }];
  archive.script.inspect = Promise.resolve(ok(PLAN));
  const save = vi.fn();
  const store = createMemoryStore();
  const backup = createBackupStore({ store: { ...store, ...archive }, clock: () => NOW, save });
  backup.start();
  await settled();
  mount(<BackupDialog backup={backup} folder={createScene().services.folder} onClose={vi.fn()} />);
  const dialog = find<HTMLDialogElement>(document, 'dialog[open]');
  await click(button(dialog, '导出'));
  expect(save).toHaveBeenCalledWith('policy-clip-2026-11-20-v1.zip', file);
  await click(button(dialog, '比对…'));
  expect(backup.phase.value).toMatchObject({ state: 'planned', file });
  await expectAccessible(dialog);
  archive.script.copies = [];
  store.tell({ code: 'upgraded', count: 0 });
  await settled();
  expect(backup.copies.value).toEqual([]);
});
