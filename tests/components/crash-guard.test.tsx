/** A view that throws leaves the panel standing. */
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { CrashGuard } from '@/components/app/crash-guard';
import { button, expectAccessible, mount, settled } from './mount';

it('says what happened, and shows the view again when it can', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let broken = true;
  const View = () => {
    if (broken) throw new Error('broken view');
    return <p>ok</p>;
  };
  const root = mount(
    <CrashGuard>
      <View />
    </CrashGuard>,
  );
  await settled();
  expect(root.querySelector('[role=alert]')?.textContent).toContain('已保存的剪藏不受影响');
  expect(logged).toHaveBeenCalled();
  await expectAccessible(root);
  broken = false;
  await act(() => button(root, '重试').click());
  await settled();
  expect(root.textContent).toBe('ok');
  logged.mockRestore();
});
