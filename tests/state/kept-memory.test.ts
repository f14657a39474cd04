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

it('gives way to what another window writes meanwhile', async () => {
  const { memory, disk, kept } = onDisk();
  disk.full = true;
  await kept.set('edits', ['old']);
  expect(await kept.get('edits')).toEqual(['old']);
  disk.full = false;
  await memory.set('edits', ['new', 'of another window']);
  expect(await kept.get('edits')).toEqual(['new', 'of another window']);
  expect(kept.unkept.value).toBe(false);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(await memory.get('edits')).toEqual(['new', 'of another window']);
});

it('takes nothing that this window wrote for the work of another', async () => {
  const { memory, disk, kept } = onDisk();
  const late: (() => void)[] = [];
  const { watch } = memory;
  memory.watch = (key, next) => {
    late.push(next);
    return watch(key, next);
  };
  await kept.set('edits', ['first']);
  disk.full = true;
  await kept.set('edits', ['second']);
  for (const next of late) next();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await kept.get('edits')).toEqual(['second']);
  // Two at once, the first of which is kept.
  disk.full = false;
  const third = kept.set('edits', ['third']);
  disk.full = true;
  const fourth = kept.set('edits', ['fourth']);
  expect(await Promise.all([third, fourth])).toEqual([true, false]);
  expect(await kept.get('edits')).toEqual(['fourth']);
  expect(kept.unkept.value).toBe(true);
  disk.full = false;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await memory.get('edits')).toEqual(['fourth']);
  expect(kept.unkept.value).toBe(false);
});

it('is quiet when all is kept, in whichever order the answers come', async () => {
  const answers: ((kept: boolean) => void)[] = [];
  const set = () => new Promise<boolean>((resolve) => answers.push(resolve));
  const kept = createKeptMemory({ ...createVolatileMemory(), set }, []);
  const both = [kept.set('compare', 1), kept.set('compare', 2)];
  answers[1]?.(true);
  await both[1];
  answers[0]?.(false);
  await both[0];
  expect(kept.unkept.value).toBe(false);
});
