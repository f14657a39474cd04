/** What the person is told of a clip that comes back out of the trash, and where the notice leads. */
import { expect, it, vi } from 'vitest';
import { ok } from '@/lib/core/model/failure';
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
