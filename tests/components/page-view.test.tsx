/** 本页 under the pointer: marks both ways, keep, edit, correct, drafts. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '@/components/app/app';
import { shanghai } from '../fixtures/policy-clips';
import { button, expectAccessible, find, mountScene, settled, type } from './mount';
import { sampleReading } from './scene/reading';

async function open(options: Parameters<typeof mountScene>[1] = {}) {
  const made = mountScene(<App />, options);
  await settled();
  return made;
}
const click = (element: Element) => act(() => void element.dispatchEvent(new MouseEvent('click', { bubbles: true })));
const card = (root: Element, id: string) => find(root, `[data-item="${id}"]`);

describe('marks', () => {
  it('a card under the pointer is marked in the page, and the other way round', async () => {
    const { root, source } = await open();
    void act(() => void card(root, 's1.i2').dispatchEvent(new PointerEvent('pointerenter')));
    expect(source.calls).toContain('focus s1.i2');
    void act(() => source.emit({ type: 'hover', id: 's2.i4' }));
    await settled();
    expect(card(root, 's2.i4').classList.contains('hovered')).toBe(true);
  });

  it('a field under the pointer marks its words', async () => {
    const { root, source } = await open();
    void act(() => void find(card(root, 's1.i1'), '.figure').dispatchEvent(new PointerEvent('pointerenter')));
    expect(source.marks().at(-1)?.tone).toBe('field');
  });

  it('a click in the page brings its card into view', async () => {
    const { root, source } = await open();
    root.style.height = '400px';
    void act(() => source.emit({ type: 'activate', id: 's2.i5' }));
    await settled();
    const { top, bottom } = card(root, 's2.i5').getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
  });
});

describe('a document number in the text', () => {
  const number = { value: '示科发〔2025〕3号', spans: [], sure: true };
  const items = sampleReading.items.map((item) => ({ ...item, docNumbers: [number] }));
  const line = (root: Element) => find(card(root, items[0]?.id ?? ''), '.card-line').textContent;

  it('is that of the document which an item of a bulletin reports', async () => {
    const { root } = await open({ reading: { ...sampleReading, items } });
    expect(line(root)).toContain(number.value);
  });

  it('is not that of the policy document itself', async () => {
    const verdict = { ...sampleReading.verdict, kind: 'policy' as const };
    const { root } = await open({ reading: { ...sampleReading, verdict, items } });
    expect(line(root)).not.toContain(number.value);
  });
});

describe('a document with many figures', () => {
  const [only] = sampleReading.items;
  const [figure] = only?.figures ?? [];
  if (!only || !figure) throw new Error('the sample has no figures');
  const many = Array.from({ length: 20 }, (_, i) => ({ ...figure, text: `${i}`, at: { ...figure.at, start: i } }));
  const reading = { ...sampleReading, items: [{ ...only, figures: many }] };
  const figures = (root: Element) => card(root, only.id).querySelectorAll('.figure').length;

  it('keeps its measures in sight, and shows every figure when asked', async () => {
    const { root } = await open({ reading });
    expect(figures(root)).toBe(12);
    expect(card(root, only.id).querySelector('.measures')).not.toBeNull();
    await click(button(card(root, only.id), '另 8 项'));
    await settled();
    expect(figures(root)).toBe(20);
  });
});

describe('keeping', () => {
  it('says so only when it is kept, then offers tags', async () => {
    const { root, store } = await open();
    await click(button(card(root, 's1.i1'), '剪藏'));
    await settled();
    expect(card(root, 's1.i1').textContent).toContain('已剪藏');
    expect(store.all()).toHaveLength(1);
    expect(find(root, '.masthead').textContent).toContain('剪藏其余 4 条');
  });

  it('two tags typed quickly are both kept', async () => {
    const { root, store, services } = await open();
    await click(button(card(root, 's1.i1'), '剪藏'));
    await settled();
    services.app.editing.value = store.all()[0]?.id ?? null;
    await settled();
    const box = find<HTMLInputElement>(root, '[role=combobox]');
    type(box, '科技金融、');
    type(box, '成果转化、');
    await settled();
    expect(store.all()[0]?.tags).toEqual(['科技金融', '成果转化']);
  });

  it('a tag typed after the library answered, and before the page read the clip anew, joins the one before', async () => {
    const { root, store, services } = await open();
    await click(button(card(root, 's1.i1'), '剪藏'));
    await settled();
    services.app.editing.value = store.all()[0]?.id ?? null;
    await settled();
    const get = store.get.bind(store);
    vi.spyOn(store, 'get').mockImplementation(async (ids) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return get(ids);
    });
    const box = find<HTMLInputElement>(root, '[role=combobox]');
    for (const tag of ['科技金融', '成果转化']) {
      type(box, `${tag}、`);
      await expect.poll(() => store.all()[0]?.tags).toContain(tag);
      await settled();
    }
    expect(store.all()[0]?.tags).toEqual(['科技金融', '成果转化']);
  });

  it('a theme waits as a tag, with the words that led there, until it is taken', async () => {
    const { root, store, services } = await open();
    await click(button(card(root, 's1.i1'), '剪藏'));
    await settled();
    services.app.editing.value = store.all()[0]?.id ?? null;
    await settled();
    expect(store.all()[0]?.tags).toEqual([]);
    const waiting = button(find(root, '.suggested'), '监管');
    expect(waiting.title).toContain('资金使用与监管');
    await click(waiting);
    await settled();
    expect(store.all()[0]?.tags).toEqual(['监管']);
  });

  it('a note that is being written survives leaving the view', async () => {
    const { root, store, services } = await open();
    await click(button(card(root, 's1.i1'), '剪藏'));
    await settled();
    services.app.editing.value = store.all()[0]?.id ?? null;
    await settled();
    const note = find<HTMLTextAreaElement>(root, '.editor textarea');
    note.focus();
    type(note, '写到一半');
    services.app.view.value = 'library';
    await settled();
    services.app.view.value = 'page';
    await settled();
    expect(find<HTMLTextAreaElement>(root, '.editor textarea').value).toBe('写到一半');
  });

  it('what was typed before the window was closed is there in the editor, wherever it is opened', async () => {
    const { root, services } = await open({ clips: [shanghai], view: 'library' });
    services.drafts.put(shanghai.id, 'tags', '半个标');
    services.drafts.put(shanghai.id, 'note', '没存下');
    await act(() => services.library.show(shanghai.id));
    services.library.editing.value = true;
    await settled();
    expect(find<HTMLInputElement>(root, '.tag-box input').value).toBe('半个标');
    expect(find<HTMLTextAreaElement>(root, '.editor textarea').value).toBe('没存下');
  });

  it('a note from before that was not saved is saved once it is on the screen again; a half-typed tag is not', async () => {
    const { services, store } = await open({ clips: [shanghai], view: 'library' });
    services.drafts.put(shanghai.id, 'tags', '半个标');
    services.drafts.put(shanghai.id, 'note', '没存下');
    await act(() => services.library.show(shanghai.id));
    services.library.editing.value = true;
    await expect.poll(() => store.all()[0]?.note).toBe('没存下');
    expect(store.all()[0]?.tags).toEqual(shanghai.tags);
    expect(services.drafts.of(shanghai.id)).toEqual({ tags: '半个标' });
  });

  it('a correction wins, shows what was found, and is taken back', async () => {
    const { root, store, services } = await open();
    await click(button(card(root, 's1.i1'), '剪藏'));
    await settled();
    const id = store.all()[0]?.id ?? '';
    services.app.editing.value = id;
    await services.clipper.change(id, { corrections: { title: '改过的标题' } });
    await settled();
    find<HTMLDetailsElement>(root, '.editor details').open = true;
    expect(find(card(root, 's1.i1'), '.card-title').textContent).toContain('改过的标题');
    expect(find(root, '.found').textContent).toContain(sampleReading.items[0]?.title.value);
    await click(button(find(root, '.found'), '还原'));
    await settled();
    expect(store.all()[0]?.corrections).toEqual({});
  });

  it('what could not be kept says so', async () => {
    const { root, store } = await open();
    store.failNext('store-full');
    await click(button(card(root, 's1.i1'), '剪藏'));
    await settled();
    expect(card(root, 's1.i1').textContent).toContain('未保存');
    expect(find(root, '.toasts').textContent).toContain('磁盘空间不足');
    expect(find(root, '.toasts').textContent).toContain('请清理空间后重试；没有保存的草稿会保留');
  });

  it('F16 a window that cannot save says so and keeps what was typed', async () => {
    const { root, store, services } = await open({ clips: [shanghai], view: 'library' });
    await act(() => services.library.show(shanghai.id));
    services.library.editing.value = true;
    await settled();
    store.failNext('store-unavailable', 9);
    const note = find<HTMLTextAreaElement>(root, '.editor textarea');
    note.focus();
    type(note, '只在这里');
    note.blur();
    await expect.poll(() => find(root, '.toasts').textContent).toContain('隐私窗口中不能保存');
    expect(note.value).toBe('只在这里');
    expect(services.drafts.of(shanghai.id)).toEqual({ note: '只在这里' });
  });
});

describe('correcting before keeping', () => {
  it('splits at a paragraph, merges back, and both can be undone', async () => {
    const { root, services } = await open();
    const count = () => root.querySelectorAll('.card').length;
    await click(button(card(root, 's1.i1'), '更正'));
    await settled();
    await expectAccessible(root);
    const split = find(card(root, 's1.i1'), '[aria-label^="从这里拆分：(3)"]');
    await click(split);
    await settled();
    expect(count()).toBe(6);
    expect(card(root, 's1.i1b').textContent).toContain('资金使用与监管');
    await click(button(find(root, '.toasts'), '撤销'));
    await settled();
    expect(count()).toBe(5);
    await click(button(card(root, 's1.i1'), '与下一条合并'));
    await settled();
    expect(count()).toBe(4);
    expect(services.host.page.value?.items.value[0]?.measures.length).toBeGreaterThan(4);
  });

  it('another province is shown at once and what was found beside it', async () => {
    const { root } = await open();
    await click(button(card(root, 's1.i1'), '更正'));
    await settled();
    const select = find<HTMLSelectElement>(card(root, 's1.i1'), '.region-picker select');
    select.value = '320000';
    void act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    await settled();
    await click(button(card(root, 's1.i1'), '移除地区 上海'));
    await settled();
    expect(find(card(root, 's1.i1'), '.card-title .region').textContent).toBe('江苏');
    expect(find(card(root, 's1.i1'), '.found').textContent).toContain('上海');
  });
});

it('offers the selection below the list, and says when it is kept', async () => {
  const { root, source } = mountScene(<App />);
  await settled();
  source.emit({ type: 'selection', selection: { text: '重点科研任务', spans: [{ start: 6, end: 12 }], cut: false } });
  await settled();
  const bar = find(root, '.selection-bar');
  expect(bar.closest('.page-view')).toBeNull();
  await act(() => button(bar, '剪藏所选').click());
  await settled();
  expect(find(root, '.selection-bar [role=status]').textContent).toBe('已剪藏');
  await expectAccessible(root);
});
