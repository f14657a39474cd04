/** What is typed and not saved: kept beyond the window and the session, by each window its own, and never too much. */
import { expect, it } from 'vitest';
import { createDrafts, DRAFTS_KEY } from '@/lib/state/drafts';
import { createVolatileMemory, type Memory } from '@/lib/state/memory';

/** Longer than what was typed waits for being written. */
const written = () => new Promise((resolve) => setTimeout(resolve, 150));
const read = () => new Promise((resolve) => setTimeout(resolve, 5));

async function open(memory: Memory) {
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
