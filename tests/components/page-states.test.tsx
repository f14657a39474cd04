/** What 本页 says when it cannot simply list items: each state with a way out. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '@/components/app/app';
import { button, expectAccessible, find, mountScene, settled } from './mount';
import { sampleReading } from './scene/reading';
import { createSceneSource } from './scene/source';

async function open(options: Parameters<typeof mountScene>[1] = {}) {
  const made = mountScene(<App />, options);
  await settled();
  return made;
}
const click = (element: Element) => act(() => void element.dispatchEvent(new MouseEvent('click', { bubbles: true })));

describe('states', () => {
  it('nothing found can be overruled', async () => {
    const { root, services } = await open({
      reading: { ...sampleReading, items: [], verdict: { kind: 'none', score: 0.1, reasons: [] } },
    });
    await click(button(root, '当作政策页解析'));
    expect(services.host.page.value?.overruled.value).toBe('policy');
  });

  it('a wrong password is said, the right one opens', async () => {
    const { root, services } = await open({ source: createSceneSource({ error: 'pdf-encrypted', password: 'right' }) });
    const tryIt = async (password: string) => {
      find<HTMLInputElement>(root, '.unlock input').value = password;
      void act(() => find<HTMLFormElement>(root, '.unlock').requestSubmit());
      await settled();
    };
    await tryIt('wrong');
    expect(find(root, '[role=alert]').textContent).toContain('口令不对');
    await tryIt('right');
    expect(services.host.page.value?.items.value).toHaveLength(5);
  });

  it('a page that only a click opened offers to be read for good, until that is granted', async () => {
    const { root, services } = await open({ lasting: false });
    const grant = vi.spyOn(services.tabs, 'grant');
    const offer = find(root, '.lasting-grant');
    expect(offer.textContent).toContain('此页因点击图标而读取一次');
    await expectAccessible(root);
    await click(find(offer, 'button'));
    await settled();
    expect(grant).toHaveBeenCalledWith(new URL(services.host.page.value?.source.url ?? '').origin);
    expect(root.querySelector('.lasting-grant')).toBeNull();
  });

  it('a page of a declared site offers nothing of that kind', async () => {
    const { root } = await open();
    expect(root.querySelector('.lasting-grant')).toBeNull();
  });

  it('a site that is not granted is asked for in the click', async () => {
    const { root, services } = await open({
      tab: { state: 'not-granted', tabId: 1, origin: 'https://www.sample.edu.cn' },
    });
    const grant = vi.spyOn(services.tabs, 'grant');
    await click(button(root, 'www.sample.edu.cn'));
    expect(grant).toHaveBeenCalledWith('https://www.sample.edu.cn');
  });

  it('a file that hangs over the panel is welcomed and opened', async () => {
    const openFiles = vi.fn();
    const { root } = await open({ actions: { openFiles } });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['%PDF-1.7'], '样例.pdf', { type: 'application/pdf' }));
    const drag = (name: string) =>
      act(
        () =>
          void find(root, '.app').dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer })),
      );
    await drag('dragenter');
    expect(find(root, '.drop-veil').textContent).toContain('松开');
    await drag('drop');
    expect(openFiles.mock.calls[0]?.[0]?.[0]?.name).toBe('样例.pdf');
    expect(root.querySelector('.drop-veil')).toBeNull();
  });
});
