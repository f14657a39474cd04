/** The page store: marks, kept items, the way both ways between page and panel, and memory. */

import { describe, expect, it } from 'vitest';
import { marksKey } from '@/lib/core/clip/known-marks';
import { documentText } from '@/lib/core/model/document';
import { sampleModel, sampleReading } from '../components/scene/reading';
import { createSceneSource } from '../components/scene/source';
import { open, settled } from './open-page';

describe('marks', () => {
  it('paints every item, and a kept one in its own tone', async () => {
    const { page, source } = await open();
    expect(source.marks().map((mark) => mark.tone)).toEqual(['item', 'item', 'item', 'item', 'item']);
    const [item] = page.items.value;
    if (item) await page.clip([{ type: 'item', item }]);
    await settled();
    expect(source.marks().map((mark) => mark.tone)).toEqual(['clipped', 'item', 'item', 'item', 'item']);
  });

  it('shows the figures of the item under the pointer and the words of a field', async () => {
    const { page, source } = await open();
    page.point(page.items.value[0]?.id ?? null);
    expect(source.marks().filter((mark) => mark.tone === 'figure')).toHaveLength(4);
    expect(source.calls).toContain('focus s1.i1');
    page.pointField([{ start: 4, end: 9 }]);
    expect(source.marks().at(-1)).toEqual({ id: 'field', tone: 'field', spans: [{ start: 4, end: 9 }] });
  });

  it('hears the page: hover, click, selection', async () => {
    const { page, source } = await open();
    source.emit({ type: 'hover', id: 's1.i2/figure/0' });
    expect(page.hovered.value).toBe('s1.i2');
    source.emit({ type: 'activate', id: 's2.i4' });
    expect([page.active.value, page.reveal.value]).toEqual(['s2.i4', 1]);
    const selection = { text: '配套', spans: [{ start: 1, end: 3 }], cut: false };
    source.emit({ type: 'selection', selection });
    expect(page.selection.value).toEqual(selection);
  });

  it('forgets a selection of a PDF that counts in another part of it', async () => {
    const { page, source } = await open({ source: createSceneSource({ format: 'pdf' }) });
    const words = documentText(sampleModel).slice(6, 12);
    source.emit({ type: 'selection', selection: { text: words, spans: [{ start: 6, end: 12 }], cut: false } });
    expect(page.selection.value?.text).toBe(words);
    source.emit({ type: 'selection', selection: { text: words, spans: [{ start: 40, end: 46 }], cut: false } });
    expect(page.selection.value).toBeNull();
  });

  it('paints an excerpt that was kept, at every visit, and answers for the item around it', async () => {
    const { page, source, store, stop } = await open();
    const selection = { text: '重点科研任务', spans: [{ start: 6, end: 12 }], cut: false };
    await page.clip([{ type: 'excerpt', selection }]);
    await settled();
    const excerpts = (marks = source.marks()) => marks.filter((mark) => mark.tone === 'clipped');
    expect(excerpts().map(({ spans }) => spans)).toEqual([selection.spans]);
    stop();
    const [clip] = store.all();
    const again = await open({ clips: store.all() });
    const [mark] = excerpts(again.source.marks());
    expect(mark?.spans).toEqual(selection.spans);
    again.source.emit({ type: 'activate', id: mark?.id ?? '' });
    expect(again.page.active.value).toBe(again.page.items.value[0]?.id);
    if (clip) await again.store.remove([clip.id], '2026-11-24T08:00:00.000Z');
    await settled();
    expect(excerpts(again.source.marks())).toEqual([]);
  });

  it('takes its paint away when it leaves', async () => {
    const { source, stop } = await open();
    stop();
    expect(source.marks()).toEqual([]);
  });
});

describe('keeping', () => {
  it('keeps all items once, and only what is left the second time', async () => {
    const { page, store } = await open();
    await page.clipAll();
    await settled();
    await page.clipAll();
    expect(store.all()).toHaveLength(5);
  });

  it('keeps a measure and a selection as parts of their item', async () => {
    const { page, store } = await open();
    const [item] = page.items.value;
    const measure = item?.measures[1];
    if (item && measure) await page.clipMeasure(item, measure);
    const text = '重点科研任务';
    await page.clip([{ type: 'excerpt', selection: { text, spans: [{ start: 6, end: 12 }], cut: false } }]);
    expect(store.all().map((clip) => [clip.type, clip.item.title.value])).toEqual([
      ['measure', item?.title.value],
      ['excerpt', item?.title.value],
    ]);
  });

  it('knows that what is selected is kept, and keeps it once', async () => {
    const { page, source, store } = await open();
    const selection = { text: '重点科研任务', spans: [{ start: 6, end: 12 }], cut: false };
    source.emit({ type: 'selection', selection });
    await settled();
    expect(page.clipOf({ type: 'excerpt', selection })).toBeNull();
    await page.clip([{ type: 'excerpt', selection }]);
    await settled();
    expect(page.clipOf({ type: 'excerpt', selection })?.type).toBe('excerpt');
    await page.clip([{ type: 'excerpt', selection }]);
    expect(store.all()).toHaveLength(1);
  });

  it('says saved only after the store answered, and retries what was not answered', async () => {
    const { page, store } = await open();
    const [item] = page.items.value;
    if (!item) return;
    store.failNext('no-answer', 2);
    const done = page.clip([{ type: 'item', item }]);
    expect(page.saveState({ type: 'item', item })).toBe('saving');
    expect(page.clipOf({ type: 'item', item })).toBeNull();
    expect(await done).toBe(true);
    await settled();
    expect(page.saveState({ type: 'item', item })).toBeNull();
    expect(page.clipOf({ type: 'item', item })?.item.title.value).toBe(item.title.value);
  });

  it('offers again what could not be saved, under the same id', async () => {
    const { page, store, services } = await open();
    const [item] = page.items.value;
    if (!item) return;
    store.failNext('store-full');
    expect(await page.clip([{ type: 'item', item }])).toBe(false);
    expect(page.saveState({ type: 'item', item })).toBe('failed');
    services.toasts.act(services.toasts.list.value[0]?.id ?? 0);
    await settled();
    expect(page.saveState({ type: 'item', item })).toBeNull();
    expect(store.all()).toHaveLength(1);
  });

  it('undoes a clip', async () => {
    const { page, store, services } = await open();
    const [item] = page.items.value;
    if (item) await page.clip([{ type: 'item', item }]);
    services.toasts.act(services.toasts.list.value[0]?.id ?? 0);
    await settled();
    expect(store.all()[0]?.deletedAt).not.toBeNull();
    expect(item && page.clipOf({ type: 'item', item })).toBeNull();
  });
});

it('notices that the text reads otherwise now than when it was kept', async () => {
  const { page, store, stop } = await open();
  const [item] = page.items.value;
  if (!item) return;
  await page.clip([{ type: 'item', item }]);
  await settled();
  expect(page.changedSince(item)).toBe(false);
  stop();
  const reworded = { ...item, text: item.text.replace('25%', '30%') };
  const later = await open({ reading: { ...sampleReading, items: [reworded] }, clips: store.all() });
  expect(later.page.changedSince(reworded)).toBe(true);
  expect(later.page.clipOf({ type: 'item', item: reworded })?.item.text).toContain('25%');
});

describe('corrections before keeping', () => {
  it('are kept beside what was found, and in the clip', async () => {
    const { page, store } = await open();
    const [item] = page.items.value;
    if (!item) return;
    page.correct(item, { title: '改过的标题', regions: ['320000'] });
    page.correct(item, { regions: undefined });
    expect(page.correctionsOf(item)).toEqual({ title: '改过的标题' });
    await page.clip([{ type: 'item', item }]);
    expect(store.all()[0]?.item.title.value).toBe(item.title.value);
    expect(store.all()[0]?.corrections).toEqual({ title: '改过的标题' });
  });

  it('merge and split can be undone', async () => {
    const { page, services } = await open();
    const ids = () => page.items.value.map((item) => item.id);
    const [first] = page.items.value;
    if (!first) return;
    page.mergeWithNext(first);
    expect(ids()).toEqual(['s1.i1', 's1.i3', 's2.i4', 's2.i5']);
    services.toasts.act(services.toasts.list.value[0]?.id ?? 0);
    expect(ids()).toHaveLength(5);
    page.split(first, first.text.split('\n')[3] ?? '');
    expect(ids()).toEqual(['s1.i1', 's1.i1b', 's1.i2', 's1.i3', 's2.i4', 's2.i5']);
    services.toasts.act(services.toasts.list.value[0]?.id ?? 0);
    expect(ids()).toHaveLength(5);
  });

  it('survive reading again and another visit', async () => {
    const scene = await open();
    const [first] = scene.page.items.value;
    if (first) scene.page.mergeWithNext(first);
    await scene.page.read();
    expect(scene.page.items.value).toHaveLength(4);
    scene.stop();
    const { createPageStore } = await import('@/lib/state/page-store');
    const again = createPageStore(createSceneSource({ id: 'tab:2' }), {
      store: scene.store,
      clipper: scene.services.clipper,
      readDocument: () => sampleReading,
      toasts: scene.services.toasts,
      drafts: scene.services.drafts,
      memory: scene.memory,
      lasting: scene.memory,
      clock: () => '2026-11-24T08:00:00.000Z',
      newId: () => '',
    });
    again.attach();
    await settled();
    await settled();
    expect(again.items.value).toHaveLength(4);
  });
});

it('unfolds the only item of a document, until the person folds it', async () => {
  const [only] = sampleReading.items;
  if (!only) throw new Error('the sample has no items');
  const { page } = await open({ reading: { ...sampleReading, items: [only] } });
  expect([...page.open.value]).toEqual([only.id]);
  page.toggle(only.id);
  expect([...page.open.value]).toEqual([]);
  page.toggle(only.id);
  expect([...page.open.value]).toEqual([only.id]);
});

it('leaves the items of a bulletin folded', async () => {
  const { page } = await open();
  expect([...page.open.value]).toEqual([]);
});

it('finds everything as it was left: open cards, scroll, the overruled kind', async () => {
  const { page, memory, stop } = await open();
  page.toggle('s1.i2');
  page.scroll.value = 340;
  page.overrule('policy');
  await settled();
  stop();
  expect(await memory.get(`page:${page.source.id}`)).toEqual({
    toggled: ['s1.i2'],
    scroll: 340,
    overruled: 'policy',
    active: null,
  });
});

it.each(['of a kept clip', 'of an item that is not kept'])(
  'is not exchanged under what is being typed %s, only offered anew',
  async (which) => {
    const { page, source, store, services } = await open();
    const [item] = page.items.value;
    if (!item) throw new Error('the sample has no items');
    if (which === 'of a kept clip') await page.clip([{ type: 'item', item }]);
    await settled();
    const owner = store.all()[0]?.id ?? page.draftOwner(item);
    services.drafts.put(owner, 'note', '没写完');
    source.emit({ type: 'changed' });
    expect([page.changed.value, page.phase.value.state]).toEqual([true, 'read']);
    services.drafts.put(owner, 'note', null);
    source.emit({ type: 'changed' });
    expect(page.phase.value.state).toBe('reading');
  },
);

it.each([
  ['pdf', ['机密★1年']],
  ['html', undefined],
] as const)('leaves the marks of a document for who clips in the viewer of the browser: %s', async (format, known) => {
  const { page, memory } = await open({
    reading: {
      ...sampleReading,
      head: { ...sampleReading.head, marks: [{ value: '机密★1年', spans: [], sure: true }] },
    },
    source: createSceneSource({ format }),
  });
  expect(await memory.get(marksKey(`${page.source.url}#page=2`))).toEqual(known);
});
