/** What the person is told of a clip that comes back out of the trash, and in which order changes are asked for. */
import { expect, it, vi } from 'vitest';
import { fail, ok } from '@/lib/core/model/failure';
import { createClipper } from '@/lib/state/clipper';
import { createToasts } from '@/lib/state/toasts';
import { createMemoryStore } from '../components/scene/memory-store';
import { shanghai, sichuan } from '../fixtures/policy-clips';

it.each([
  ['back', { count: 2, united: [] }, { key: 'toast.restored', count: 2 }, undefined],
  ['kept again meanwhile', { count: 0, united: [sichuan.id] }, { key: 'toast.united', count: 1 }, sichuan.id],
  [
    'some of them',
    { count: 3, united: [sichuan.id, shanghai.id] },
    { key: 'toast.restoredUnited', values: [3, 2] },
    sichuan.id,
  ],
])('%s', async (_, answer, text, shown) => {
  const toasts = createToasts();
  const show = vi.fn();
  const store = { ...createMemoryStore([shanghai, sichuan]), restore: async () => ok(answer) };
  const clipper = createClipper({ store, toasts, clock: () => '', wait: async () => undefined, show });
  expect(await clipper.restore([shanghai.id])).toBe(true);
  const [toast] = toasts.list.value;
  expect(toast).toMatchObject({ tone: 'done', text });
  toasts.act(toast?.id ?? 0);
  expect(show.mock.calls).toEqual(shown ? [[shown]] : []);
});

it('a change that is asked for again never comes after a later one of the same clip', async () => {
  const memory = createMemoryStore([shanghai, sichuan]);
  const asked: (string | undefined)[] = [];
  let silent = true;
  const store: typeof memory = {
    ...memory,
    async update(id, change, at) {
      asked.push(change.note);
      if (!silent || id !== shanghai.id) return memory.update(id, change, at);
      silent = false;
      return fail('store-timeout');
    },
  };
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
  const clipper = createClipper({ store, toasts: createToasts(), clock: () => '', wait, show: vi.fn() });
  await Promise.all([
    clipper.change(shanghai.id, { note: '先' }),
    clipper.change(shanghai.id, { note: '后' }),
    clipper.change(sichuan.id, { note: '别的' }),
  ]);
  expect(asked).toEqual(['先', '别的', '先', '后']);
});
