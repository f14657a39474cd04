/** Toasts, settings, the tour and the panel's host: small stores with rules of their own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttled } from '@/lib/state/memory';
import { parsePageView } from '@/lib/state/page-view-memory';
import { ACTION_MS, createToasts, PLAIN_MS } from '@/lib/state/toasts';
import { worthComparing } from '@/lib/state/tour';
import { sampleReading } from '../components/scene/reading';
import { createScene } from '../components/scene/services';
import { createSceneSource } from '../components/scene/source';
import { fujian, hubei, shanghai, sichuan } from '../fixtures/policy-clips';

const text = { key: 'toast.granted' } as const;

describe('toasts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['plain', undefined, PLAIN_MS],
    ['with an action', { label: { key: 'common.undo' } as const, run: () => undefined }, ACTION_MS],
  ])('%s goes after its time', (_, action, time) => {
    const toasts = createToasts();
    toasts.show({ tone: 'done', text, ...(action && { action }) });
    vi.advanceTimersByTime(time - 1);
    expect(toasts.list.value).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(toasts.list.value).toHaveLength(0);
  });

  it('stays while the person is at it, and acts once', () => {
    const run = vi.fn();
    const toasts = createToasts();
    const id = toasts.show({ tone: 'done', text, action: { label: { key: 'common.undo' }, run } });
    toasts.hold(true);
    vi.advanceTimersByTime(ACTION_MS * 3);
    expect(toasts.list.value).toHaveLength(1);
    toasts.act(id);
    toasts.act(id);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('never stack up', () => {
    const toasts = createToasts();
    for (let i = 0; i < 9; i++) toasts.show({ tone: 'done', text });
    expect(toasts.list.value.length).toBeLessThanOrEqual(2);
  });

  it('a plain one gives way to the next, one with an action stays beside it', () => {
    const toasts = createToasts();
    const undo = { label: { key: 'common.undo' } as const, run: () => undefined };
    const kept = toasts.show({ tone: 'done', text, action: undo });
    toasts.show({ tone: 'done', text });
    const last = toasts.show({ tone: 'done', text });
    expect(toasts.list.value.map((toast) => toast.id)).toEqual([kept, last]);
  });

  it('throttled work runs once, and at once when flushed', () => {
    const run = vi.fn();
    const work = throttled(run, 100);
    work.trigger();
    work.trigger();
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(1);
    work.trigger();
    work.flush();
    work.flush();
    expect(run).toHaveBeenCalledTimes(2);
  });
});

it.each([
  ['nothing', undefined],
  ['a number', 4],
  ['a list', [{ scroll: 7 }]],
  ['a length that is no number', { open: { length: { toString: 1 } } }],
  ['wrong types', { open: 'x', scroll: -1, overruled: 'maybe' }],
])('a damaged view of a page is forgotten: %s', (_, stored) => {
  expect(parsePageView(stored)).toEqual({ toggled: [], scroll: 0, overruled: null, active: null });
});

describe('the tour', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

  it('moves by what happens, and ends after the export', async () => {
    const { services, start } = createScene({ settings: { walkthroughDone: false } });
    start();
    await settled();
    const { tour, host, app } = services;
    expect(tour.step.value).toBe('clip');
    await host.page.value?.clipAll();
    await settled();
    expect(tour.step.value).toBe('compare');
    await tour.act();
    await settled();
    expect([tour.step.value, app.view.value]).toEqual(['export', 'compare']);
    await tour.act();
    expect(app.dialog.value).toBe('export');
    app.dialog.value = null;
    expect([tour.step.value, services.settings.values.value.walkthroughDone]).toEqual([null, true]);
  });

  it('asks for another province where all is of one', async () => {
    const openSample = vi.fn();
    const { services, start } = createScene({
      settings: { walkthroughDone: false },
      reading: { ...sampleReading, items: sampleReading.items.slice(0, 1) },
      actions: { openSample },
    });
    start();
    await settled();
    await services.tour.act();
    await settled();
    expect(services.tour.step.value).toBe('second');
    await services.tour.act();
    expect(openSample).toHaveBeenCalledWith(2);
  });

  it('does not count back when there is something to clip again', async () => {
    const { services, start } = createScene({
      settings: { walkthroughDone: false },
      reading: { ...sampleReading, items: sampleReading.items.slice(0, 1) },
    });
    start();
    await settled();
    const { tour, clipper, library, settings } = services;
    await tour.act();
    await settled();
    expect([tour.step.value, tour.at.value]).toEqual(['second', 'second']);
    const all = await library.allIds();
    await clipper.remove(all.ok ? all.value : []);
    await settled();
    expect([tour.step.value, tour.at.value]).toEqual(['clip', 'second']);
    settings.change({ walkthroughDone: true });
    settings.change({ walkthroughDone: false });
    expect(tour.at.value).toBe('clip');
  });

  it('is not shown to who dismissed it', async () => {
    const { services, start } = createScene();
    start();
    await settled();
    expect(services.tour.step.value).toBeNull();
  });

  it('compares one clip of each province, those with measures first', () => {
    expect(
      worthComparing([sichuan, { ...hubei, item: { ...hubei.item, measures: [] } }, shanghai, hubei, fujian]),
    ).toEqual([shanghai.id, hubei.id, fujian.id]);
  });
});

it('a file stands over the tab and leaves it as it was', async () => {
  const { services, start } = createScene();
  start();
  const { host } = services;
  const before = host.page.value;
  const file = createSceneSource({ id: 'file:1', fileName: '样例.pdf' });
  host.openFile(file);
  expect(host.view.value).toMatchObject({ state: 'page', isFile: true });
  host.closeFile();
  expect(host.page.value).toBe(before);
});
