/** A passage is kept once, however many windows save it and whenever they do. */
import { describe, expect, it } from 'vitest';
import type { Clip } from '@/lib/core/model';
import { sampleClip, sampleTwin, time, uuid } from '../core/clip/samples';
import { openPage, openStore, valueIn } from './open-store';

const all = { offset: 0, limit: 1_000 };
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe('a passage that is kept already', () => {
  const cases: [string, Clip, { saved: string[]; known: string[] }][] = [
    ['is not kept again under another id', sampleTwin(2, 1), { saved: [], known: [uuid(1)] }],
    ['is not kept again as a measure', sampleTwin(2, 1, { type: 'measure' }), { saved: [], known: [uuid(1)] }],
    [
      'is kept again when it is a selection (S08)',
      sampleTwin(2, 1, { type: 'excerpt' }),
      { saved: [uuid(2)], known: [] },
    ],
    ['is known when it is the same clip', sampleClip(1), { saved: [], known: [uuid(1)] }],
  ];
  it.each(cases)('%s', async (_, clip, expected) => {
    for (const { store } of [openStore(), openPage()]) {
      await valueIn(store.save([sampleClip(1)]));
      expect(await valueIn(store.save([clip]))).toEqual(expected);
      expect((await valueIn(store.find({}, all))).total).toBe(1 + expected.saved.length);
    }
  });

  it('does not keep the others from being saved', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    expect(await valueIn(store.save([sampleTwin(2, 1), sampleClip(3)]))).toEqual({
      saved: [uuid(3)],
      known: [uuid(1)],
    });
    // More than the quick way takes.
    const many = [sampleTwin(4, 1), ...range(100, 80).map((n) => sampleClip(n))];
    expect((await valueIn(store.save(many))).saved).toHaveLength(80);
    expect((await valueIn(store.find({}, all))).total).toBe(82);
  });

  it('counts once within one save', async () => {
    const { store } = openStore();
    expect(await valueIn(store.save([sampleClip(1), sampleTwin(2, 1)]))).toEqual({ saved: [uuid(1)], known: [] });
  });

  it('may be kept again when the clip lies in the trash', async () => {
    const { store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(store.remove([uuid(1)], time(5)));
    expect((await valueIn(store.save([sampleTwin(2, 1)]))).saved).toEqual([uuid(2)]);
  });

  it('is not in the second place either', async () => {
    const { name, store } = openPage();
    await valueIn(store.save([sampleClip(1)]));
    await valueIn(store.save([sampleTwin(2, 1)]));
    await valueIn(store.save([sampleClip(3)]));
    await store.close();
    indexedDB.deleteDatabase(name);
    const { store: again } = openPage({ name });
    await expect.poll(async () => (await valueIn(again.findIds({}))).toSorted()).toEqual([uuid(1), uuid(3)]);
  });
});

it('two windows that keep the same document at the same moment keep every passage once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const first = openPage();
    const { store: second } = openPage({ name: first.name });
    const windows = [first.store, second];
    const answers = await Promise.all(
      windows.map(async (store, w) => valueIn(store.save(range(0, 20).map((n) => sampleTwin(1_000 * (w + 1) + n, n))))),
    );
    expect(answers.map(({ saved }) => saved.length).toSorted()).toEqual([0, 20]);
    const [one, two] = answers.toSorted((a, b) => b.saved.length - a.saved.length);
    expect(two?.known.toSorted()).toEqual(one?.saved.toSorted());
    const { clips } = await valueIn(second.find({}, all));
    expect(new Set(clips.map(({ key }) => key)).size).toBe(clips.length);
    expect(clips).toHaveLength(20);
  }
});
