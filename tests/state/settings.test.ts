/** Settings: what is stored is parsed value by value, lies in two places, and is changed in several windows. */
import { describe, expect, it, vi } from 'vitest';
import { parseSettings, revisionOf, seal } from '@/lib/core/settings/settings';
import { createVolatileMemory, type Memory } from '@/lib/state/memory';
import { createSettings } from '@/lib/state/settings';

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
