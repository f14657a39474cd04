/** The export dialog: preview, choices, copy, download, long work that stops (marks: marks.test.tsx). */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ExportDialog, type ExportDialogProps } from '@/components/export/export-dialog';
import { comparedOf } from '@/components/export/export-source';
import { dataOffset, findDirectory, LOCAL_SIZE, readDirectory } from '@/lib/core/archive/zip';
import { pictureBytes, pictureHead } from '@/lib/core/clip/picture';
import { crc32 } from '@/lib/core/journal/crc32';
import type { Clip } from '@/lib/core/model/clip';
import { fail, ok } from '@/lib/core/model/failure';
import { sampleJpeg } from '../core/clip/sample-picture';
import { clipId } from '../fixtures/make-clip';
import { fujian, hubei, shanghai } from '../fixtures/policy-clips';
import { button, expectAccessible, find, mount, settled } from './mount';

const CLIPS = [shanghai, hubei, fujian];
const marked = (clip: Clip): Clip => ({ ...clip, source: { ...clip.source, marks: ['内部资料'] } });

function show(over: Partial<ExportDialogProps> = {}, language: 'zh-CN' | 'en' = 'zh-CN') {
  const heard = { onCopy: vi.fn(async (_: string) => true), onSave: vi.fn(), onClose: vi.fn() };
  mount(
    <ExportDialog
      clips={CLIPS}
      base="selection"
      compared={null}
      now={() => '2026-11-23T08:00:00.000Z'}
      pictureOf={async () => ok(null)}
      {...heard}
      {...over}
    />,
    language,
  );
  const dialog = find<HTMLDialogElement>(document, 'dialog[open]');
  const preview = () => find<HTMLTextAreaElement>(dialog, 'textarea').value;
  return { dialog, preview, ...heard };
}
const click = (element: HTMLElement) => act(() => element.click());
const choose = (root: ParentNode, id: string, value: string) =>
  act(() => {
    const select = find<HTMLSelectElement>(root, id);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

describe('preview', () => {
  it('shows what will be written', () => {
    const { preview } = show();
    expect(preview()).toContain('title: "上海、湖北、福建：所选剪藏"');
    expect(preview()).toContain('\n## 上海\n');
  });
  it('follows scope, sections and citation style', async () => {
    const { dialog, preview } = show();
    await choose(dialog, '#export-group', 'source');
    expect(preview()).toContain('## 《示例科技要参》第57期');
    await choose(dialog, '#export-edition', '2015');
    expect(preview()).toContain('citation-style: "GB/T 7714—2015"');
    await choose(dialog, '#export-scope', 'memo');
    expect(preview()).toContain('## 四、启示');
    expect(preview()).toContain('title: "上海、湖北、福建：备忘录"');
  });
  it('offers the comparison first when there is one', () => {
    const { dialog, preview } = show({ compared: comparedOf(CLIPS) });
    expect(find<HTMLSelectElement>(dialog, '#export-scope').value).toBe('comparison');
    expect(preview()).toContain('| 措施 | 上海 | 湖北 | 福建 |');
  });
  it('keeps a title that was typed', async () => {
    const { dialog, preview } = show();
    const input = find<HTMLInputElement>(dialog, '#export-name');
    await act(() => {
      input.value = '季度综述';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await choose(dialog, '#export-scope', 'memo');
    expect(preview()).toContain('title: "季度综述"');
  });
  it('shows only the beginning of a long export and says so', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...shanghai, id: clipId(i) }));
    const { dialog, preview } = show({ clips: many });
    expect(preview()).toHaveLength(20_000);
    expect(dialog.textContent).toContain('预览只显示开头');
  });
});

describe('out', () => {
  it('downloads the previewed bytes under a safe name', async () => {
    const { dialog, preview, onSave } = show();
    await click(button(dialog, '下载'));
    await settled();
    const [name, content] = onSave.mock.calls[0] ?? [];
    expect(name).toBe('上海、湖北、福建：所选剪藏 2026-11-23.md');
    expect(await (content as Blob).text()).toBe(preview());
    expect(dialog.textContent).toContain('已下载');
  });
  it('copies', async () => {
    const { dialog, preview, onCopy } = show();
    await click(button(dialog, '复制'));
    await settled();
    expect(onCopy).toHaveBeenCalledWith(preview());
    expect(dialog.textContent).toContain('已复制');
  });
  it('writes CSV with its byte order mark', async () => {
    const { dialog, onSave } = show();
    await choose(dialog, '#export-format', 'figures');
    await click(button(dialog, '下载'));
    await settled();
    const [name, content] = onSave.mock.calls[0] ?? [];
    expect(name).toMatch(/\.csv$/u);
    expect([...new Uint8Array(await (content as Blob).arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
  it('says when the clipboard refused', async () => {
    const { dialog } = show({ onCopy: async () => false });
    await click(button(dialog, '复制'));
    await settled();
    expect(dialog.textContent).toContain('没有写出');
  });
});

describe('pictures of scanned pages', () => {
  const data = sampleJpeg();
  const picture = pictureHead(data)!;
  const box = { left: 0, top: 0, right: 1, bottom: 0.5 };
  const clips = [{ ...shanghai, typed: { page: 3, box }, picture }, hubei];
  const file = `pictures/page-3-${picture.hash.slice(0, 12)}.jpg`;

  it('lie beside the document in one file', async () => {
    const { dialog, preview, onSave } = show({ clips, pictureOf: async () => ok(data) });
    expect(preview()).toContain(`![第 3 页的图片](${file})`);
    expect(dialog.textContent).toContain('下载的是一个 zip：文档和 1 张图片');
    await click(button(dialog, '下载'));
    await settled();
    const [name, content] = onSave.mock.calls[0] ?? [];
    expect(name).toBe('上海、湖北：所选剪藏 2026-11-23.zip');
    const zip = content as Blob;
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const place = findDirectory(bytes)!;
    const entries = readDirectory(bytes.subarray(place.offset), place.count);
    expect(
      entries.map((entry) => new TextDecoder().decode(Uint8Array.from(entry.name, (c) => c.charCodeAt(0)))),
    ).toEqual(['上海、湖北：所选剪藏 2026-11-23.md', file]);
    const [document, jpeg] = entries.map((entry) => {
      const at = dataOffset(bytes.subarray(entry.offset, entry.offset + LOCAL_SIZE), entry)!;
      return bytes.subarray(at, at + entry.size);
    });
    expect(jpeg).toEqual(pictureBytes(data));
    expect(entries.map(({ crc }) => crc)).toEqual([crc32(document!), crc32(jpeg!)]);
    expect(new TextDecoder().decode(document)).toContain(`](${file})`);
  });

  it('are said to be missing where the text is copied, and where they are lost', async () => {
    const { dialog, onCopy, onSave } = show({ clips });
    await click(button(dialog, '复制'));
    await settled();
    const [copied] = onCopy.mock.calls[0] ?? [];
    expect(copied).toContain('图片未附在此文件中');
    expect(copied).not.toContain('pictures/');
    await click(button(dialog, '下载'));
    await settled();
    const [, content] = onSave.mock.calls[0] ?? [];
    const saved = await (content as Blob).text();
    expect(saved).toContain('图片未附在此文件中');
    expect(saved).not.toContain('pictures/');
  });

  it('that cannot be read now are not left out in silence: nothing is downloaded', async () => {
    const { dialog, onSave } = show({ clips, pictureOf: async () => fail('store-timeout') });
    await click(button(dialog, '下载'));
    await settled();
    expect(onSave).not.toHaveBeenCalled();
    expect(dialog.textContent).toContain('没有写出');
  });

  it('do not change what has none', async () => {
    const { dialog, onSave } = show({ clips: [hubei] });
    await click(button(dialog, '下载'));
    await settled();
    expect(onSave.mock.calls[0]?.[0]).toMatch(/\.md$/u);
  });
});

describe('long work', () => {
  it('tells how far it is and stops', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...shanghai, id: clipId(i) }));
    const { dialog, onSave } = show({ clips: many });
    await click(button(dialog, '下载'));
    await settled();
    expect(dialog.textContent).toContain('正在写出');
    await click(button(dialog, '停止'));
    await settled();
    expect(dialog.textContent).toContain('已停止');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(onSave).not.toHaveBeenCalled();
  });
});

it.each(['zh-CN', 'en'] as const)('accessible in %s', async (language) => {
  show({ clips: CLIPS.map(marked) }, language);
  await expectAccessible(document.body);
});
