/** 资料库 as it is used: a long list, the query and its chips, ticks, detail, trash. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '@/components/app/app';
import { pictureAddress, pictureHead } from '@/lib/core/clip/picture';
import type { Clip } from '@/lib/core/model/clip';
import { sampleJpeg } from '../core/clip/sample-picture';
import { clipId } from '../fixtures/make-clip';
import { fujian, hubei, shanghai } from '../fixtures/policy-clips';
import { button, find, mountScene, settled, type } from './mount';

async function open(clips: readonly Clip[], more: Parameters<typeof mountScene>[1] = {}) {
  const made = mountScene(<App />, { clips, view: 'library', ...more });
  made.root.style.height = '600px';
  await settled();
  return made;
}
const click = (element: Element, init: MouseEventInit = {}) =>
  act(() => void element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init })));

const many = (count: number): Clip[] =>
  Array.from({ length: count }, (_, n) => ({
    ...shanghai,
    id: clipId(n + 1),
    createdAt: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(),
  }));

it('shows the marks of the document a clip is from, the first by name, and fewer tags beside it', async () => {
  const source = { ...shanghai.source, marks: ['机密★1年', '注意保存'] };
  const { root } = await open([{ ...shanghai, source, tags: ['甲', '乙', '丙'] }]);
  const row = find(root, '.row');
  expect([...row.querySelectorAll('[data-mark]')].map((one) => one.textContent)).toEqual(['机密★1年 +1']);
  expect([...row.querySelectorAll('.chip')].map((one) => one.textContent)).toEqual(['甲', '+2']);
});

describe('a long list', () => {
  it('draws only what is seen, wherever it stands', async () => {
    const { root } = await open(many(20_000));
    expect(root.querySelectorAll('.virtual-row').length).toBeLessThan(40);
    const list = find(root, '.virtual');
    const [row] = root.querySelectorAll<HTMLElement>('.virtual-row');
    expect(list.scrollHeight).toBe(20_000 * (row?.offsetHeight ?? 0));
    list.scrollTop = list.scrollHeight / 2;
    const rows = () => root.querySelectorAll('[data-clip]').length;
    await expect.poll(rows).toBeGreaterThan(4);
    expect(rows()).toBeLessThan(40);
    expect(find(root, '.virtual-row').getAttribute('aria-setsize')).toBe('20000');
  });
});

describe('an export of clips that cannot be read now', () => {
  it('says so instead of showing an empty library, and goes on when it is tried again', async () => {
    const { store, services } = await open([shanghai, hubei]);
    store.failNext('store-timeout');
    void act(() => services.app.openExport({ base: 'selection', ids: [shanghai.id, hubei.id] }));
    await settled();
    const dialog = find<HTMLDialogElement>(document, 'dialog[open]');
    expect(dialog.textContent).toContain('资料库没有应答');
    expect(dialog.textContent).not.toContain('资料库还是空的');
    await click(button(dialog, '重试'));
    await settled();
    expect(find<HTMLTextAreaElement>(document, 'dialog[open] textarea').value).toContain(hubei.item.title.value);
  });
});

describe('the query', () => {
  it('marks the words that were found', async () => {
    const { root } = await open([shanghai, hubei]);
    type(find<HTMLInputElement>(root, '.search input'), '市级配套');
    await settled();
    expect(root.querySelectorAll('.virtual-row')).toHaveLength(1);
    expect([...root.querySelectorAll('mark')].every((mark) => mark.textContent === '市级配套')).toBe(true);
    expect(find(root, '.list-head').textContent).toContain('1 条');
  });

  it('is written by the chips and read by them', async () => {
    const { root, services } = await open([shanghai, hubei, fujian]);
    const box = [...root.querySelectorAll<HTMLInputElement>('.facet-menu input')].find((one) =>
      one.closest('label')?.textContent?.includes('湖北'),
    );
    await act(() => void box?.click());
    await settled();
    expect(services.library.query.value).toBe('省:湖北');
    expect(root.querySelectorAll('.virtual-row')).toHaveLength(1);
    services.library.query.value = '';
    await settled();
    expect(box?.checked).toBe(false);
  });

  it('is not read while an input method composes', async () => {
    const { root, services } = await open([shanghai]);
    const input = find<HTMLInputElement>(root, '.search input');
    void act(() => void input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })));
    type(input, 'pei tao');
    expect(services.library.query.value).toBe('');
    input.value = '配套';
    void act(() => void input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
    await settled();
    expect(services.library.query.value).toBe('配套');
  });
});

describe('ticks', () => {
  it('shift takes the range; the bar offers what can be done', async () => {
    const { root, services } = await open(many(30));
    const boxes = () => [...root.querySelectorAll<HTMLInputElement>('.row input')];
    await click(boxes()[0] as Element);
    await click(boxes()[3] as Element, { shiftKey: true });
    expect(services.library.selection.count.value).toBe(4);
    await click(button(root, '加入对比'));
    await settled();
    expect([services.app.view.value, services.compare.ids.value.length]).toEqual(['compare', 4]);
  });

  it('deleting asks nothing and can be undone; deleting for good asks', async () => {
    const { root, services, store } = await open([shanghai, hubei]);
    services.library.tick(0);
    await settled();
    await click(button(root, '移入回收站'));
    await settled();
    await click(button(find(root, '.toasts'), '撤销'));
    await settled();
    expect(services.library.list.total.value).toBe(2);
    services.library.tick(0);
    await services.library.removeSelected();
    services.library.openTrash(true);
    await settled();
    services.library.tick(0);
    await settled();
    await click(button(root, '彻底删除'));
    await settled();
    expect(store.all()).toHaveLength(2);
    await click(button(find(root, 'dialog footer'), '彻底删除'));
    await settled();
    expect(store.all()).toHaveLength(1);
  });
});

describe('the detail', () => {
  it('shows text, numbers, source and citation, and opens its place', async () => {
    const { root, services } = await open([shanghai]);
    const openPlace = vi.spyOn(services.places, 'open');
    await click(find(root, '.row-main'));
    await settled();
    const detail = find(root, '.detail');
    expect(detail.textContent).toContain('25%');
    expect(find(detail, '.figure-table').querySelectorAll('tbody tr')).toHaveLength(shanghai.item.figures.length);
    expect(find(detail, '.citation').textContent).toContain('示例科技要参');
    await click(button(detail, '打开原文位置'));
    expect(openPlace.mock.calls[0]?.[0]).toMatchObject({ id: shanghai.id });
  });

  it('says beside the stored text that the original has changed', async () => {
    const page = { ...shanghai, source: { ...shanghai.source, format: 'html' as const } };
    const { root } = await open([page]);
    await click(find(root, '.row-main'));
    await settled();
    expect(root.querySelector('.detail .notice')).toBeNull();
    await click(button(find(root, '.detail'), '打开原文位置'));
    await settled();
    expect(find(root, '.detail .notice').textContent).toBe('原文已变更，找不到这一处。');
  });

  it('shows the picture of a scanned page, larger on a click, and says when it was lost', async () => {
    const data = sampleJpeg();
    const typed = { page: 3, box: { left: 0, top: 0, right: 1, bottom: 0.5 } };
    const clip = { ...shanghai, typed, picture: pictureHead(data)! };
    const { root, store } = await open([]);
    await store.save([clip], [{ clipId: clip.id, data }]);
    await settled();
    await click(find(root, '.row-main'));
    await settled();
    await settled();
    const image = find<HTMLImageElement>(root, '.detail-picture img');
    expect([image.alt, image.src, image.width > 0]).toEqual(['第 3 页的图片', pictureAddress(data), true]);
    await click(button(root, '第 3 页的图片：放大'));
    expect(button(root, '第 3 页的图片：缩小').getAttribute('aria-pressed')).toBe('true');
    vi.spyOn(store, 'picture').mockResolvedValue({ ok: true, value: null });
    await act(async () => void (await store.update(clip.id, { note: '改' }, clip.createdAt)));
    await settled();
    await settled();
    expect(find(root, '.detail-picture .notice').textContent).toBe('图片没有找到。文字和出处还在。');
  });

  it('copies the citation and says so', async () => {
    const copy = vi.fn(async () => true);
    const { root } = await open([shanghai], { actions: { copy } });
    await click(find(root, '.row-main'));
    await settled();
    await click(button(find(root, '.detail-citation'), '复制引文'));
    await settled();
    expect(copy).toHaveBeenCalledWith(find(root, '.citation').textContent);
    expect(find(root, '.copied').textContent).toBe('已复制');
  });
});

it('an earlier state is looked at and brought back', async () => {
  const { root, services, store } = await open([{ ...shanghai, tags: ['旧'] }]);
  await services.clipper.change(shanghai.id, { tags: ['新'] });
  await services.library.show(shanghai.id);
  await settled();
  await expect.poll(() => root.querySelector('.history')).not.toBeNull();
  const history = find<HTMLDetailsElement>(root, '.history');
  history.open = true;
  expect(history.textContent).toContain('旧');
  await click(button(history, '恢复到第 1 版'));
  await settled();
  expect(store.all()[0]?.tags).toEqual(['旧']);
});

it('revoked sites leave the list', async () => {
  const { root, services } = await open([], { sites: ['https://www.sample.edu.cn/*'] });
  services.app.dialog.value = 'settings';
  await expect.poll(() => root.querySelector('.sites li')).not.toBeNull();
  await click(button(root, '撤回 https://www.sample.edu.cn/* 的许可'));
  await settled();
  expect(find(root, 'dialog').textContent).toContain('没有另外允许的网站');
});

it('says only that nothing was found', async () => {
  const { root } = await open([shanghai]);
  type(find<HTMLInputElement>(root, '.search input'), '没有这样的词');
  await settled();
  expect(find(root, '.library-list').textContent).toMatch(/没有符合的剪藏换个词，或去掉一些条件。$/u);
  expect(root.textContent).not.toContain('0没有');
});

it('writes a period into the query, one at a time', async () => {
  const { root, services } = await open([shanghai], { actions: { today: () => '2026-11-24' } });
  const pick = async (value: string) => {
    const label = [...root.querySelectorAll('.facet-menu label')].find((one) => one.textContent?.endsWith(value));
    await click(find(label ?? root, 'input'));
    await settled();
  };
  await pick('2026-11');
  await pick('2025');
  expect(services.library.query.value).toBe('日期:2025');
  expect(button(root, '去年').getAttribute('aria-pressed')).toBe('true');
  await pick('不限');
  expect(services.library.query.value).toBe('');
});

it('names a policy page by its number, not by its title twice', async () => {
  const source = {
    ...shanghai.source,
    title: shanghai.item.title.value,
    docNumber: '沪样规〔2025〕9号',
    issueNumber: null,
  };
  const { root } = await open([{ ...shanghai, source }]);
  expect(find(root, '.row-source').textContent).toMatch(/^沪样规〔2025〕9号 · /u);
});

it('drawing again takes nothing away from an input method', async () => {
  const { root, services } = await open([shanghai]);
  const input = find<HTMLInputElement>(root, '.search input');
  type(input, '省：');
  void act(() => void input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })));
  type(input, '省：shang');
  void act(() => services.library.focusSearch());
  await settled();
  expect([input.value, services.library.query.value]).toEqual(['省：shang', '省：']);
  input.value = '省：上海';
  void act(() => void input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
  await settled();
  expect(services.library.query.value).toBe('省：上海');
});
