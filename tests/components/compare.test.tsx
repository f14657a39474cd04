/** The comparison view: what it shows, what it decides, by mouse and keyboard, in both widths. */
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { figureSpans, segmentsOf } from '@/components/compare/segments';
import type { Comparison } from '@/lib/core/compare/stored';
import { fujian, hubei, shanghai } from '../fixtures/policy-clips';
import { button, expectAccessible, find } from './mount';
import { CLIPS, click, show } from './show-comparison';

const rowNamed = (root: ParentNode, name: string) =>
  [...root.querySelectorAll('tbody')].find((body) => body.querySelector('.row-title')?.textContent === name);

it('shows the marks of a document in the head of its column', () => {
  const { root } = show([shanghai, { ...hubei, source: { ...hubei.source, marks: ['秘密', '注意保存'] } }]);
  const heads = [...root.querySelectorAll('.column-head')];
  const marksOf = (head: Element) => [...head.querySelectorAll('[data-mark]')].map((one) => one.textContent);
  expect(heads.map(marksOf)).toEqual([[], ['秘密', '注意保存']]);
});

describe('aligned measures', () => {
  it('stand side by side with what only one side has', () => {
    const { root } = show();
    expect([...root.querySelectorAll('thead th .region')].map((head) => head.textContent)).toEqual([
      '上海',
      '湖北',
      '福建',
    ]);
    expect(rowNamed(root, '配套比例')?.textContent).toContain('仅上海有');
    expect(rowNamed(root, '配套比例')?.querySelector('td')?.colSpan).toBe(3);
    expect(rowNamed(root, '资金使用与监管')?.querySelectorAll('td.nothing')).toHaveLength(1);
    expect(rowNamed(root, '资金使用与监管')?.textContent).toContain('监督检查和绩效评估');
  });

  it('by theme only are told from those by wording', () => {
    const { root } = show([shanghai, hubei]);
    expect(rowNamed(root, '资金、金融')?.textContent).toContain('同主题，表述不同');
    expect(root.querySelectorAll('.badge.blue')).toHaveLength(1);
  });

  it('are shown without what one side has alone when asked', async () => {
    const { root } = show();
    await click(root.querySelectorAll<HTMLElement>('.tick input')[1]!);
    expect(rowNamed(root, '配套比例')).toBeUndefined();
    expect(rowNamed(root, '概念验证平台')).toBeDefined();
  });

  it('keep the heads in sight while both directions scroll', () => {
    const { root } = show();
    const scroller = find(root, '.compare-scroll');
    scroller.scrollTo(60, 400);
    const head = find(root, 'thead th').getBoundingClientRect();
    expect(Math.round(head.top)).toBe(Math.round(scroller.getBoundingClientRect().top));
    const band = find(root, '.band .row-head').getBoundingClientRect();
    expect(Math.round(band.left)).toBe(Math.round(scroller.getBoundingClientRect().left));
    expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
  });

  it('warn where figures of a row do not compare, and draw those that do', () => {
    const { root } = show();
    const row = rowNamed(root, '概念验证平台');
    const groups = [...(row?.querySelectorAll('.figure-group') ?? [])].map((group) => group.textContent ?? '');
    expect(groups.find((text) => text.startsWith('概念验证中心'))).toContain('可比');
    const other = groups.find((text) => text.startsWith('中试平台'));
    expect(other).toContain('不可直接比较：性质、时限不一致');
    expect(other).toContain('已实现 · 2024 年');
  });

  it('dim shared wording on demand', async () => {
    const { root } = show();
    expect(root.querySelector('.shared')).toBeNull();
    await click(find(root, '.compare-bar input'));
    expect([...root.querySelectorAll('.shared')].map((piece) => piece.textContent)).toContain('监督检查和绩效评估');
  });

  it('lead to the exact place', async () => {
    const { root, onOpen } = show();
    await click(find(rowNamed(root, '配套比例')!, '.place'));
    const [clip, at] = onOpen.mock.calls[0] ?? [];
    expect(clip).toBe(shanghai);
    expect(shanghai.item.text.slice(at.start, at.end)).toMatch(/^\(2\) 配套比例/u);
  });

  it('say where each passage stands', () => {
    const { root } = show();
    const places = [...root.querySelectorAll('.place')].map((place) => place.textContent ?? '');
    expect(places[0]).toContain(shanghai.source.title);
    expect(places.every((place) => place.includes(' · '))).toBe(true);
  });

  it('are moved and removed', async () => {
    const { root, onArrange } = show();
    await click(button(root, '后移：上海'));
    expect(onArrange).toHaveBeenLastCalledWith([hubei.id, shanghai.id, fujian.id]);
    await click(button(root, '移出对比：湖北'));
    expect(onArrange).toHaveBeenLastCalledWith([shanghai.id, fujian.id]);
  });
});

describe('one clip alone', () => {
  it('is offered others to stand beside it', async () => {
    const { root, onAdd, onLibrary } = show([shanghai], false, 'zh-CN', [], [hubei, fujian]);
    const offered = [...root.querySelectorAll<HTMLElement>('.second-clip')];
    expect(offered.map((one) => one.querySelector('.region')?.textContent)).toEqual(['湖北', '福建']);
    await click(offered[0]!);
    expect(onAdd).toHaveBeenCalledWith(hubei.id);
    await click(button(find(root, '.second'), '去资料库选择'));
    expect(onLibrary).toHaveBeenCalled();
    await expectAccessible(root);
  });

  it('is offered nothing once there are two', () => {
    expect(show([shanghai, hubei]).root.querySelector('.second')).toBeNull();
  });
});

it('keeps what is rarely wanted in a menu with names', async () => {
  const { root, onArrange, onWide } = show();
  await click(button(find(root, '.compare-bar'), '更多'));
  await click(button(root, '在标签页中打开（矩阵、地图）'));
  expect(onWide).toHaveBeenCalled();
  await click(button(root, '清空对比'));
  expect(onArrange).toHaveBeenCalledWith([]);
});

describe('a row adjusted by hand', () => {
  const open = async (root: HTMLElement, name: string) => {
    await click(find(rowNamed(root, name)!, '.row-adjust'));
    return find<HTMLDialogElement>(document, 'dialog[open]');
  };
  it('gets another name', async () => {
    const { root } = show();
    const dialog = await open(root, '概念验证平台');
    const input = find<HTMLInputElement>(dialog, 'input');
    await act(() => {
      input.value = '平台建设';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await click(button(dialog, '完成'));
    expect(rowNamed(root, '平台建设')?.textContent).toContain('手动合并');
  });
  it('loses a passage and takes another row in', async () => {
    const { root } = show();
    await click(button(await open(root, '概念验证平台'), '拆出「一、培育中试服务平台」'));
    expect(rowNamed(root, '培育中试服务平台')?.textContent).toContain('仅福建有');
    const dialog = await open(root, '配套比例');
    const select = find<HTMLSelectElement>(dialog, 'select');
    await act(() => {
      select.selectedIndex = [...select.options].findIndex((option) => option.text === '培育中试服务平台');
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await click(button(dialog, '合并'));
    expect(rowNamed(root, '培育中试服务平台') ?? rowNamed(root, '配套比例')).toBeTruthy();
    expect([...root.querySelectorAll('.badge.green')].map((badge) => badge.textContent)).toContain('手动合并');
  });
});

describe('kept comparisons', () => {
  const one: Comparison = {
    id: hubei.id,
    name: '季度对比',
    grouping: 'region',
    clipIds: [shanghai.id, hubei.id],
    links: [],
    cells: [],
    regions: [],
    themes: [],
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-02T00:00:00.000Z',
    revision: 1,
  };
  it('are kept under a name, opened and deleted', async () => {
    const { root, saved } = show(CLIPS, false, 'zh-CN', [one]);
    await click(button(root, '已存的对比'));
    const dialog = find<HTMLDialogElement>(document, 'dialog[open]');
    expect(find<HTMLInputElement>(dialog, 'input').value).toBe('上海、湖北、福建');
    await click(button(dialog, '存下'));
    expect(saved.save).toHaveBeenCalledWith('上海、湖北、福建');
    await click(button(dialog, '删除「季度对比」'));
    expect(saved.remove).toHaveBeenCalledWith(one.id);
    await expectAccessible(document.body);
    await click(button(dialog, '打开「季度对比」'));
    expect(saved.open).toHaveBeenCalledWith(one.id);
    expect(document.querySelector('dialog[open]')).toBeNull();
  });
  it('are offered where nothing is compared', async () => {
    const { root } = show([], false, 'zh-CN', [one]);
    await click(button(root, '已存的对比'));
    expect(find(document, 'dialog[open]').textContent).toContain('季度对比');
    expect(document.querySelector('dialog input')).toBeNull();
  });
});

describe('states', () => {
  it('nothing chosen leads to the library', async () => {
    const { root, onLibrary } = show([]);
    await click(button(root, '去资料库选择'));
    expect(onLibrary).toHaveBeenCalledOnce();
  });
  it('one chosen says that it needs another', () => {
    expect(show([shanghai]).root.textContent).toContain('再加一条');
  });
});

describe.each(['zh-CN', 'en'] as const)('accessible in %s', (language) => {
  it('narrow, empty, and the dialog', async () => {
    const { root } = show(CLIPS, false, language);
    await click(find(root, '.compare-bar input'));
    await expectAccessible(root);
    await click(find(root, '.row-adjust'));
    await expectAccessible(document.body);
  });
});

it.each([
  [
    'figures and shared wording cut the text at every border',
    '到 2027 年建成 30 家平台',
    ['30 家'],
    [[0, 13]],
    ['到 2027 年建成 |s', '30|fs', ' 家|f', '平台|'],
  ],
  ['nothing to mark', '正文', [], [], ['正文|']],
  ['a figure that is not in the text', '正文', ['9 家'], [], ['正文|']],
] as [string, string, string[], [number, number][], string[]][])('%s', (_, text, figures, shared, expected) => {
  const unit = { text, figures: figures.map((value) => ({ ...shanghai.item.figures[0]!, text: value })) };
  const spans = shared.map(([start, end]) => ({ start, end }));
  const pieces = segmentsOf(text, figureSpans(unit), spans);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.map((piece) => `${piece.text}|${piece.figure ? 'f' : ''}${piece.shared ? 's' : ''}`)).toEqual(expected);
});
