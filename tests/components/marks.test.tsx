/** Confidentiality marks from the panel to every way out: shown, asked about once, written. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '@/components/app/app';
import { BackupDialog } from '@/components/backup/backup-dialog';
import { ExportDialog, type ExportDialogProps } from '@/components/export/export-dialog';
import { comparedOf } from '@/components/export/export-source';
import { InspectionView } from '@/components/inspect/inspection-view';
import { dataOffset, findDirectory, LOCAL_SIZE, readDirectory } from '@/lib/core/archive/zip';
import { pictureHead } from '@/lib/core/clip/picture';
import { toInspection } from '@/lib/core/export/to-inspection';
import type { Clip } from '@/lib/core/model/clip';
import { ok } from '@/lib/core/model/failure';
import { found } from '@/lib/core/model/span';
import { createBackupStore } from '@/lib/state/backup-store';
import { createFolderBackup } from '@/lib/state/folder-backup';
import { sampleJpeg } from '../core/clip/sample-picture';
import { fujian, hubei, shanghai } from '../fixtures/policy-clips';
import { button, expectAccessible, find, mount, mountScene, settled } from './mount';
import { createMemoryArchive } from './scene/memory-archive';
import { createMemoryStore } from './scene/memory-store';
import { sampleModel, sampleReading } from './scene/reading';
import { NOW, noFolder } from './scene/services';

const MARKS = ['机密★1年', '注意保存'];
const CONFIRM = '我已知悉，继续';
const marked = (clip: Clip): Clip => ({ ...clip, source: { ...clip.source, marks: MARKS } });
const reading = { ...sampleReading, head: { ...sampleReading.head, marks: MARKS.map((mark) => found(mark)) } };
const click = (element: HTMLElement) =>
  act(async () => {
    element.click();
    await settled();
  });

describe('shown', () => {
  it('in the head of the panel', async () => {
    const { root } = mountScene(<App />, { reading });
    await settled();
    const shown = [...find(root, '.masthead .marks').children].map(({ textContent }) => textContent);
    expect(shown).toEqual(MARKS);
  });

  it('with a clip', async () => {
    const { root, services } = mountScene(<App />, { clips: [marked(shanghai)], view: 'library', wide: true });
    await settled();
    await act(() => services.library.show(shanghai.id));
    await settled();
    const shown = [...root.querySelectorAll('.detail .badge.red')].map(({ textContent }) => textContent);
    expect(shown).toEqual(MARKS);
  });
});

describe('export', () => {
  const picture = pictureHead(sampleJpeg()) ?? undefined;
  const box = { left: 0, top: 0, right: 1, bottom: 0.5 };
  const pictured = { ...marked(shanghai), typed: { page: 3, box }, ...(picture && { picture }) };

  function show(over: Partial<ExportDialogProps> = {}) {
    const heard = { onCopy: vi.fn(async (_: string) => true), onSave: vi.fn((_: string, __: Blob) => undefined) };
    const root = mount(
      <ExportDialog
        clips={[shanghai, hubei, fujian].map(marked)}
        base="selection"
        compared={null}
        now={() => '2026-11-23T08:00:00.000Z'}
        pictureOf={async () => ok(sampleJpeg())}
        onClose={() => undefined}
        {...heard}
        {...over}
      />,
    );
    return { root, dialog: find<HTMLDialogElement>(document, 'dialog[open]'), ...heard };
  }
  const choose = (root: ParentNode, id: string, value: string) =>
    act(() => {
      const select = find<HTMLSelectElement>(root, id);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  /** Text of a download: of the document in a zip, of the file itself otherwise. */
  async function textOf(file: Blob | undefined): Promise<string> {
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const place = findDirectory(bytes);
    if (!place) return new TextDecoder().decode(bytes);
    const [entry] = readDirectory(bytes.subarray(place.offset), place.count);
    if (!entry) return '';
    const at = dataOffset(bytes.subarray(entry.offset, entry.offset + LOCAL_SIZE), entry) ?? 0;
    return new TextDecoder().decode(bytes.subarray(at, at + entry.size));
  }

  it.each<[string, string, string, Partial<ExportDialogProps>]>([
    ['Markdown', 'markdown', 'selection', {}],
    ['a memo', 'markdown', 'memo', {}],
    ['Markdown of a comparison', 'markdown', 'comparison', { compared: comparedOf([shanghai, hubei].map(marked)) }],
    ['Markdown with pictures, a zip', 'markdown', 'selection', { clips: [pictured] }],
    ['CSV of figures', 'figures', 'selection', {}],
    [
      'CSV of figures of a comparison',
      'figures',
      'comparison',
      { compared: comparedOf([shanghai, hubei].map(marked)) },
    ],
    ['CSV of measures', 'measures', 'selection', {}],
  ])('%s: neither copied nor downloaded nor seen before the answer, and written', async (_, format, scope, over) => {
    const { dialog, onCopy, onSave } = show(over);
    await choose(dialog, '#export-format', format);
    await choose(dialog, '#export-scope', scope);
    for (const name of ['复制', '下载']) {
      expect(button(dialog, name)).toHaveProperty('disabled', true);
      await click(button(dialog, name));
    }
    expect(dialog.querySelector('textarea')).toBeNull();
    expect([onCopy.mock.calls, onSave.mock.calls]).toEqual([[], []]);

    await click(button(dialog, CONFIRM));
    expect(() => button(dialog, CONFIRM)).toThrow();
    await click(button(dialog, '复制'));
    await click(button(dialog, '下载'));
    const written = [find<HTMLTextAreaElement>(dialog, 'textarea').value, onCopy.mock.calls[0]?.[0]];
    written.push(await textOf(onSave.mock.calls[0]?.[1]));
    for (const text of written) for (const mark of MARKS) expect(text).toContain(mark);
  });

  it('is not asked about where there is no mark', () => {
    const { dialog } = show({ clips: [shanghai] });
    expect(() => button(dialog, CONFIRM)).toThrow();
    expect(button(dialog, '复制')).toHaveProperty('disabled', false);
    expect(find<HTMLTextAreaElement>(dialog, 'textarea').value).not.toBe('');
  });

  it('can be used without a pointer while it asks', async () => {
    show();
    await expectAccessible(document.body);
  });
});

describe('backup', () => {
  const trashed = { ...marked(fujian), deletedAt: '2026-11-20T00:00:00.000Z' };
  async function show(clips: readonly Clip[], fails = 0) {
    const store = createMemoryStore(clips);
    const all = { ...store, ...createMemoryArchive() };
    if (fails > 0) store.failNext('store-timeout', fails);
    const backup = createBackupStore({ store: all, clock: () => NOW, save: () => undefined });
    const port = {
      ...noFolder,
      look: async () => ({ name: '备份', allowed: true }),
      choose: async () => ok({ name: '备份', allowed: true }),
    };
    const folder = createFolderBackup({ store: all, port, clock: () => NOW });
    mount(<BackupDialog backup={backup} folder={folder} onClose={() => undefined} />);
    await settled();
    return find<HTMLDialogElement>(document, 'dialog[open]');
  }

  it('says how many marked clips it takes out, those in the trash included, and is not held', async () => {
    const dialog = await show([marked(shanghai), hubei, trashed]);
    expect(find(dialog, '[data-marked]').textContent).toContain(
      `库中有 2 条剪藏带有密级或内部标志：${MARKS.join('、')}`,
    );
    expect(button(dialog, '立即备份')).toHaveProperty('disabled', false);
    await expectAccessible(dialog);
  });

  it('says it once more when a folder is chosen', async () => {
    const dialog = await show([marked(shanghai), hubei, trashed]);
    expect(dialog.querySelector('[data-marked-folder]')).toBeNull();
    await click(button(dialog, '选择文件夹…'));
    expect(find(dialog, '[data-marked-folder]').textContent).toContain('2 条带密级或内部标志');
    await expectAccessible(dialog);
  });

  it('says nothing of a library without marks', async () => {
    const dialog = await show([shanghai, hubei]);
    await click(button(dialog, '选择文件夹…'));
    expect(dialog.querySelector('[data-marked], [data-marked-folder]')).toBeNull();
    expect(dialog.textContent).not.toContain('标志');
  });

  it('says that it does not know where the library does not answer, and asks again', async () => {
    const dialog = await show([marked(shanghai)], 1);
    expect(dialog.textContent).toContain('还不知道库中有没有带密级或内部标志的剪藏');
    expect(dialog.querySelector('[data-marked]')).toBeNull();
    await click(button(dialog, '选择文件夹…'));
    expect(find(dialog, '[data-marked-folder]').textContent).toContain('有没有这样的剪藏还不知道');
    await click(button(dialog, '重试'));
    await settled();
    expect(find(dialog, '[data-marked]').textContent).toContain('1 条');
  });
});

describe('识别详情', () => {
  function show(read = reading) {
    const onCopy = vi.fn(async (_: string) => true);
    const json = JSON.stringify(toInspection(read, sampleModel));
    const root = mount(
      <InspectionView
        title="样例"
        address=""
        reading={read}
        timings={{ detect: 1, parse: 1, read: 1 }}
        json={json}
        onCopy={onCopy}
      />,
    );
    return { root, onCopy };
  }

  it('gives its text away only after the answer, and the marks with it', async () => {
    const { root, onCopy } = show();
    expect(root.textContent).toContain(MARKS.join('、'));
    expect(root.querySelector('textarea')).toBeNull();
    await click(button(root, '复制'));
    expect(onCopy).not.toHaveBeenCalled();
    await expectAccessible(root);
    await click(button(root, CONFIRM));
    await click(button(root, '复制'));
    expect(JSON.parse(onCopy.mock.calls[0]?.[0] ?? '')).toMatchObject({ marks: MARKS });
    expect(JSON.parse(find<HTMLTextAreaElement>(root, '[data-reading]').value)).toMatchObject({ marks: MARKS });
    await expectAccessible(root);
  });

  it('does not ask where there is no mark', async () => {
    const { root, onCopy } = show(sampleReading);
    await click(button(root, '复制'));
    expect(JSON.parse(onCopy.mock.calls[0]?.[0] ?? '')).toMatchObject({ marks: [] });
  });
});
