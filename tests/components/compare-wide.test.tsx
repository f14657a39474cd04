/** The comparison in the wide tab: matrix, indicators, map. */
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { hubei, shanghai, sichuan } from '../fixtures/policy-clips';
import { button, expectAccessible, find, press, settled } from './mount';
import { CLIPS, click, show, view } from './show-comparison';

describe('the wide tab', () => {
  it('marks the state of an empty cell, with the day', async () => {
    const { root, state } = show(CLIPS, true);
    await view(root, '矩阵');
    const select = find<HTMLSelectElement>(root, '.cell-not-searched select');
    await act(() => {
      select.value = 'none-found';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(state.cells.value).toMatchObject([{ state: 'none-found', on: '2026-11-23' }]);
    expect(find(root, '.cell-none-found').textContent).toContain('2026-11-23 检索');
  });
  it('transposes the matrix', async () => {
    const { root } = show(CLIPS, true);
    await view(root, '矩阵');
    const heads = () => [...root.querySelectorAll('thead th')].map((head) => head.textContent);
    const before = heads();
    await click(button(root, '转置'));
    expect(heads()).toEqual(['上海', '福建', '湖北']);
    expect(before.length).toBeGreaterThan(3);
  });
  it('lists figures and ranks only those that compare', async () => {
    const { root } = show(CLIPS, true);
    await view(root, '指标');
    const [first, second] = [...root.querySelectorAll('.indicators tbody tr')];
    expect(first?.querySelectorAll('.axis li')).toHaveLength(2);
    expect(second?.querySelector('.axis')).toBeNull();
    expect(second?.textContent).toContain('口径不一，不排序');
  });
  it('names a figure without an indicator by its heading and clause', async () => {
    const figures = shanghai.item.figures.slice(0, 1).map((figure) => ({ ...figure, indicator: null, subject: null }));
    const { root } = show([{ ...shanghai, item: { ...shanghai.item, figures } }, hubei], true);
    await view(root, '指标');
    const heads = [...root.querySelectorAll('.indicators tbody th')].map((head) => head.textContent ?? '');
    expect(heads.some((head) => head.startsWith('配套比例“') && head.includes('25%配套'))).toBe(true);
    expect(heads).not.toContain('未识别');
  });
  it('moves on the tile map with the arrow keys, from one tab stop', async () => {
    const { root, onChooseRegion } = show(CLIPS, true);
    await view(root, '地图');
    expect(root.querySelectorAll('.tiles button[tabindex="0"]')).toHaveLength(1);
    const tile = (code: string) => find(root, `.tiles [data-code="${code}"]`);
    tile('310000').focus();
    await settled();
    expect(press(tile('310000'), 'ArrowLeft')).toBe(true);
    expect(document.activeElement).toBe(tile('320000'));
    expect(tile('320000').textContent).toContain('江苏·无数据');
    expect(tile('310000').textContent).toContain('上海11 条剪藏');
    await click(tile('310000'));
    expect(onChooseRegion).toHaveBeenCalledWith('310000');
  });
});

describe.each(['zh-CN', 'en'] as const)('accessible in %s', (language) => {
  it.each([0, 1, 2, 3])('wide view %i', async (index) => {
    const { root, state } = show([...CLIPS, sichuan], true, language);
    state.mark({ region: '350000', theme: 'tax' }, 'none-found', '2026-11-20');
    state.addTheme('tax');
    await click(root.querySelectorAll<HTMLElement>('.segments button')[index]!);
    await settled();
    await expectAccessible(root);
  });
});
