/** What is typed and not saved: kept beyond the window and the session, by each window its own, and never too much. */
import { describe, expect, it, vi } from 'vitest';
import { createDrafts, DRAFTS_KEY } from '@/lib/state/drafts';
import { createVolatileMemory, type SharedMemory } from '@/lib/state/memory';

/** Longer than what was typed waits for being written. */
const written = () => new Promise((resolve) => setTimeout(resolve, 150));
const read = () => new Promise((resolve) => setTimeout(resolve, 5));

async function open(memory: SharedMemory) {
  const drafts = createDrafts(memory);
  const stop = drafts.start();
  await read();
  return { ...drafts, stop };
}

it('is there again in the next window, also when the last one ended without a word', async () => {
  const memory = createVolatileMemory();
  const { put } = await open(memory);
  put('clip-1', 'tags', '半个标');
  put('clip-1', 'note', '还没');
  await written();
  const again = await open(memory);
  expect(again.of('clip-1')).toEqual({ tags: '半个标', note: '还没' });
  expect(again.of('clip-2')).toEqual({});
});

it('is written at once when the window takes its leave', async () => {
  const memory = createVolatileMemory();
  const { put, stop } = await open(memory);
  put('clip-1', 'tags', '半');
  stop();
  await read();
  expect((await open(memory)).of('clip-1')).toEqual({ tags: '半' });
});

it('goes when it was saved', async () => {
  const memory = createVolatileMemory();
  const { put, of } = await open(memory);
  put('clip-1', 'note', '甲');
  await written();
  put('clip-1', 'note', null);
  expect(of('clip-1')).toEqual({});
  await written();
  expect((await open(memory)).of('clip-1')).toEqual({});
  expect(await memory.get(DRAFTS_KEY)).toEqual([]);
});

it('of one window is not lost by what is typed in another', async () => {
  const memory = createVolatileMemory();
  const [left, right] = [await open(memory), await open(memory)];
  left.put('clip-1', 'tags', '左');
  await written();
  right.put('clip-2', 'tags', '右');
  await written();
  const later = await open(memory);
  expect([later.of('clip-1'), later.of('clip-2')]).toEqual([{ tags: '左' }, { tags: '右' }]);
});

it('of many clips is kept for those that were typed at last', async () => {
  const memory = createVolatileMemory();
  const { put } = await open(memory);
  put('early', 'note', '甲');
  await written();
  for (let i = 0; i < 199; i += 1) put(`clip-${i}`, 'note', '乙');
  put('early', 'note', '甲二');
  put('late', 'note', '丙');
  await written();
  const later = await open(memory);
  expect([later.of('clip-0'), later.of('clip-1')]).toEqual([{}, { note: '乙' }]);
  expect([later.of('early'), later.of('late')]).toEqual([{ note: '甲二' }, { note: '丙' }]);
});

it.each([
  ['nothing', undefined],
  ['a number', 4],
  ['an object', { 'clip-1': { note: '甲' } }],
  ['other texts', [['clip-1', { note: 4 }]]],
])('reads %s as no drafts', async (_, stored) => {
  const drafts = await open(createVolatileMemory({ [DRAFTS_KEY]: stored }));
  expect(drafts.of('clip-1')).toEqual({});
  drafts.put('clip-1', 'note', '乙');
  expect(drafts.of('clip-1')).toEqual({ note: '乙' });
});

it('takes names that objects have for names', async () => {
  const memory = createVolatileMemory();
  const { put, of } = await open(memory);
  expect(of('constructor')).toEqual({});
  put('__proto__', 'note', '甲');
  await written();
  expect((await open(memory)).of('__proto__')).toEqual({ note: '甲' });
});

it.each([
  ['is no text', 4],
  ['is longer than anything', '长'.repeat(1_000_001)],
])('one that %s costs only itself', async (_, bad) => {
  const stored = [
    ['clip-1', { note: '甲', tags: bad }],
    ['clip-2', bad],
    ['clip-3', { note: '丙' }],
  ];
  const memory = createVolatileMemory({ [DRAFTS_KEY]: stored });
  const { of, put } = await open(memory);
  expect([of('clip-1'), of('clip-2'), of('clip-3')]).toEqual([{ note: '甲' }, {}, { note: '丙' }]);
  put('clip-2', 'note', '乙');
  await written();
  const again = await open(memory);
  expect([again.of('clip-1'), again.of('clip-2'), again.of('clip-3')]).toEqual([
    { note: '甲' },
    { note: '乙' },
    { note: '丙' },
  ]);
});

it('that is longer than a note may be is there again; longer than anything, it stays on the screen', async () => {
  const memory = createVolatileMemory();
  const { put, of } = await open(memory);
  const [long, endless] = ['长'.repeat(100_001), '长'.repeat(1_000_001)];
  put('clip-1', 'note', long);
  put('clip-2', 'note', endless);
  put('clip-2', 'tags', '半');
  await written();
  put('clip-3', 'note', '丙');
  await written();
  const again = await open(memory);
  expect(again.of('clip-1')).toEqual({ note: long });
  expect(again.of('clip-2')).toEqual({ tags: '半' });
  expect(of('clip-2')).toEqual({ note: endless, tags: '半' });
});

describe('while nothing can be written', () => {
  it.each<[string, (memory: SharedMemory) => Partial<SharedMemory>]>([
    ['because the disk is full', () => ({ set: async () => false })],
    ['because it cannot be read', () => ({ read: async () => null })],
    ['because another window does not end', () => ({ alone: () => Promise.reject(new Error('late')) })],
  ])('%s, what is typed stays on the screen and is kept afterwards', async (_, broken) => {
    const memory = createVolatileMemory();
    const full: SharedMemory = { ...memory, ...broken(memory) };
    const left = await open(full);
    left.put('clip-1', 'note', '还没');
    await written();
    Object.assign(full, memory);
    const right = await open(memory);
    right.put('clip-2', 'note', '右');
    await written();
    expect(left.of('clip-1')).toEqual({ note: '还没' });
    left.stop();
    await read();
    expect((await open(memory)).of('clip-1')).toEqual({ note: '还没' });
  });

  it('it is tried again without anything being typed', async () => {
    vi.useFakeTimers();
    const memory = createVolatileMemory();
    const full: SharedMemory = { ...memory, set: async () => false };
    createDrafts(full).put('clip-1', 'note', '还没');
    await vi.advanceTimersByTimeAsync(1_000);
    Object.assign(full, memory);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await memory.get(DRAFTS_KEY)).toEqual([['clip-1', { note: '还没' }]]);
    vi.useRealTimers();
  });
});

describe('two windows', () => {
  it('see what is typed, and what is saved, in the other', async () => {
    const memory = createVolatileMemory();
    const [left, right] = [await open(memory), await open(memory)];
    left.put('clip-1', 'note', '还没');
    await written();
    expect(right.of('clip-1')).toEqual({ note: '还没' });
    left.put('clip-1', 'note', null);
    await written();
    expect(right.of('clip-1')).toEqual({});
    right.put('clip-1', 'tags', '右');
    await written();
    expect((await open(memory)).of('clip-1')).toEqual({ tags: '右' });
  });

  it('that were not told keep what the other typed in another field', async () => {
    const memory = createVolatileMemory();
    const deaf = { ...memory, watch: () => () => undefined };
    const [left, right] = [await open(deaf), await open(deaf)];
    left.put('clip-1', 'note', '左');
    right.put('clip-1', 'tags', '右');
    await written();
    expect((await open(memory)).of('clip-1')).toEqual({ note: '左', tags: '右' });
    left.put('clip-1', 'note', null);
    await written();
    right.put('clip-1', 'tags', '右二');
    await written();
    expect((await open(memory)).of('clip-1')).toEqual({ tags: '右二' });
  });

  it('lose nothing when both write at the same moment', async () => {
    const memory = createVolatileMemory();
    /** As slow as real storage. */
    const slow = (): SharedMemory => ({
      ...memory,
      async read(key) {
        const found = await memory.read(key);
        await read();
        return found;
      },
    });
    const [left, right] = [await open(slow()), await open(slow())];
    left.put('clip-1', 'note', '左');
    right.put('clip-2', 'note', '右');
    await written();
    await written();
    const later = await open(memory);
    expect([later.of('clip-1'), later.of('clip-2')]).toEqual([{ note: '左' }, { note: '右' }]);
    // What is typed while the other one's is read stays as well.
    left.put('clip-3', 'note', '一');
    right.put('clip-3', 'tags', '二');
    await new Promise((resolve) => setTimeout(resolve, 102));
    left.put('clip-3', 'note', '一二');
    await written();
    await written();
    expect(left.of('clip-3')).toEqual({ note: '一二', tags: '二' });
    expect((await open(memory)).of('clip-3')).toEqual({ note: '一二', tags: '二' });
  });
});
