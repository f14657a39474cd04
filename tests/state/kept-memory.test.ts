/** What a full disk refuses is tried again, and the person is told meanwhile. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKeptMemory } from '@/lib/state/kept-memory';
import { createVolatileMemory } from '@/lib/state/memory';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function onDisk() {
  const memory = createVolatileMemory();
  const disk = { full: false };
  const { set } = memory;
  memory.set = async (key, value) => !disk.full && set(key, value);
  return { memory, disk, kept: createKeptMemory(memory, ['drafts']) };
}

it('tells while something is not kept, tries the last value again, and is quiet when it is', async () => {
  const { memory, disk, kept } = onDisk();
  expect(await kept.set('compare', 1)).toBe(true);
  expect(kept.unkept.value).toBe(false);
  disk.full = true;
  expect(await kept.set('compare', 2)).toBe(false);
  expect(await kept.set('compare', 3)).toBe(false);
  expect(kept.unkept.value).toBe(true);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(kept.unkept.value).toBe(true);
  expect(await memory.get('compare')).toBe(1);
  disk.full = false;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await memory.get('compare')).toBe(3);
  expect(kept.unkept.value).toBe(false);
});

it('leaves trying again to the owner of a key that does it', async () => {
  const { memory, disk, kept } = onDisk();
  disk.full = true;
  await kept.set('drafts', ['mine']);
  await memory.set('drafts', ['of another window']);
  disk.full = false;
  await memory.set('drafts', ['of another window']);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(await memory.get('drafts')).toEqual(['of another window']);
  expect(kept.unkept.value).toBe(true);
  await kept.set('drafts', ['of another window', 'mine']);
  expect(kept.unkept.value).toBe(false);
});
