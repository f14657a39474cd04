/** Toasts, settings, the tour and the panel's host: small stores with rules of their own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSettings, revisionOf, seal } from '@/lib/core/settings/settings';
import { createVolatileMemory, type Memory, throttled } from '@/lib/state/memory';
import { parsePageView } from '@/lib/state/page-view-memory';
import { createSettings } from '@/lib/state/settings';
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

describe('settings', () => {
  it.each([
    ['nothing stored', undefined, false, '2025'],
    ['one damaged value', { citationEdition: 3, readerForGovernmentPdfs: true }, true, '2025'],
    ['no object', 'x', false, '2025'],
    ['a list', [{ readerForGovernmentPdfs: true }], false, '2025'],
    ['of a newer version', { citationEdition: '2015', unheardOf: 1 }, false, '2015'],
  ])('%s', (_, stored, reader, edition) => {
    const { readerForGovernmentPdfs, citationEdition } = parseSettings(stored);
    expect([readerForGovernmentPdfs, citationEdition]).toEqual([reader, edition]);
  });

  it.each([
    ['nothing', undefined, -1],
    ['no object', 'x', -1],
    ['of an older build', { citationEdition: '2015' }, 0],
    ['a damaged number', { ...seal(parseSettings({}), 3), revision: '3' }, -1],
    ['without its number', { sum: 'x' }, -1],
    ['without its sum', { revision: 3 }, -1],
    ['with another value', { ...seal(parseSettings({}), 3), walkthroughDone: true }, -1],
    ['changed', seal(parseSettings({}), 3), 3],
    ['with a setting of a newer build', seal(Object.assign(parseSettings({}), { unheardOf: 1 }), 3), 3],
  ])('number of the last change: %s', (_, stored, revision) => expect(revisionOf(stored)).toBe(revision));

  it('keeps a change made before the stored ones arrived', async () => {
    const [memory, copy] = [createVolatileMemory({ settings: { citationEdition: '2015' } }), createVolatileMemory()];
    const settings = createSettings(memory, copy);
    settings.change({ walkthroughDone: true });
    for (const place of [memory, copy]) {
      await vi.waitFor(async () =>
        expect(await place.get('settings')).toMatchObject({ citationEdition: '2015', walkthroughDone: true }),
      );
    }
  });
});

describe('settings in two places', () => {
  const kept = parseSettings({ readerForGovernmentPdfs: true, citationEdition: '2015', walkthroughDone: true });
  const at = (revision: number, settings = kept) => seal(settings, revision);
  const old = parseSettings({});
  const start = async (first: unknown, second: unknown) => {
    const places = [createVolatileMemory({ settings: first }), createVolatileMemory({ settings: second })] as const;
    const settings = createSettings(...places);
    while (!settings.ready.value) await Promise.resolve();
    return { settings, places };
  };
  const both = (places: readonly Memory[]) => Promise.all(places.map((place) => place.get('settings')));

  it.each([
    ['nothing there', undefined, undefined, false, {}],
    ['local storage is empty', undefined, at(3), true, kept],
    ['local storage went back in time', at(2, old), at(3), true, kept],
    ['local storage is damaged', 'x', at(3), true, kept],
    ['a setting in local storage is damaged', { ...at(3), citationEdition: '2#15' }, at(3), true, kept],
    ['the copy is missing', at(3), undefined, false, kept],
    ['the copy is behind', at(3), at(2, old), false, kept],
    ['the copy is damaged', at(3), { ...at(3), walkthroughDone: false }, false, kept],
    ['the copy is of the same change and differs', at(3), at(3, old), false, kept],
    ['of a build without a copy', kept, undefined, false, kept],
    ['only the number differs', at(3), at(7), false, kept],
  ])('%s', async (_, first, second, told, expected) => {
    const { settings, places } = await start(first, second);
    expect(settings.values.value).toEqual({ ...parseSettings(undefined), ...expected });
    expect(settings.restored.value).toBe(told);
    await vi.waitFor(async () => {
      const [one, other] = await both(places);
      expect(parseSettings(one)).toMatchObject(expected);
      expect([revisionOf(one), parseSettings(one)]).toEqual([revisionOf(other), parseSettings(other)]);
    });
    settings.dismissRestored();
    expect(settings.restored.value).toBe(false);
  });

  it.each([
    ['in both places', { ...at(3), walkthroughDone: false }, { ...at(3), citationEdition: '2025' }],
    ['in the only one', { ...at(3), walkthroughDone: false }, undefined],
  ])('damaged %s: those of a first start, told once', async (_, first, second) => {
    const { settings, places } = await start(first, second);
    expect([settings.values.value, settings.lost.value, settings.restored.value]).toEqual([old, true, false]);
    await vi.waitFor(async () => expect(await both(places)).toEqual([at(1, old), at(1, old)]));
    settings.dismissRestored();
    expect(settings.lost.value).toBe(false);
    const [one, other] = await both(places);
    expect((await start(one, other)).settings.lost.value).toBe(false);
  });

  it('counts every change on from the later place', async () => {
    const { settings, places } = await start(at(4, old), at(6, old));
    settings.change({ walkthroughDone: true });
    settings.change({ citationEdition: '2015' });
    const last = { walkthroughDone: true, citationEdition: '2015', revision: 8 };
    await vi.waitFor(async () => {
      for (const value of await both(places)) expect(value).toMatchObject(last);
    });
  });

  it('of two windows that change them in the same moment are all kept', async () => {
    const places = [createVolatileMemory(), createVolatileMemory()] as const;
    const [left, right] = [createSettings(...places), createSettings(...places)];
    while (!left.ready.value || !right.ready.value) await Promise.resolve();
    left.change({ walkthroughDone: true });
    right.change({ citationEdition: '2015' });
    for (const place of places) {
      await vi.waitFor(async () =>
        expect(await place.get('settings')).toMatchObject({ walkthroughDone: true, citationEdition: '2015' }),
      );
    }
  });

  it('F17 lives on the copy while local storage neither gives nor takes', async () => {
    const broken = {
      read: async () => null,
      set: async () => false,
      alone: (_: string, work: () => Promise<void>) => work(),
    };
    const copy = createVolatileMemory({ settings: seal(parseSettings({ citationEdition: '2015' }), 6) });
    const settings = createSettings(broken, copy);
    settings.change({ walkthroughDone: true });
    await vi.waitFor(async () =>
      expect(await copy.get('settings')).toMatchObject({ citationEdition: '2015', walkthroughDone: true, revision: 7 }),
    );
  });

  it.each([
    ['local storage', (torn: unknown) => start(torn, at(3))],
    ['the copy', (torn: unknown) => start(at(3), torn)],
  ])('one turned bit in %s changes nothing and is told where it would have', async (place, open) => {
    const text = JSON.stringify(at(3));
    for (let bit = 0; bit < text.length * 8; bit += 1) {
      const bytes = new TextEncoder().encode(text);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      let torn: unknown;
      try {
        torn = JSON.parse(new TextDecoder().decode(bytes));
      } catch {}
      const { settings } = await open(torn);
      const told = place === 'local storage' && JSON.stringify(parseSettings(torn)) !== JSON.stringify(kept);
      expect([settings.values.value, settings.restored.value], `bit ${bit}`).toEqual([kept, told]);
    }
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
