/** What the library does not answer is said where it is missing, with a way on; it is never taken for nothing. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '@/components/app/app';
import { pictureHead } from '@/lib/core/clip/picture';
import type { Clip } from '@/lib/core/model/clip';
import { fail, ok } from '@/lib/core/model/failure';
import { sampleJpeg } from '../core/clip/sample-picture';
import { hubei, shanghai } from '../fixtures/policy-clips';
import { button, expectAccessible, find, mountScene, settled } from './mount';

async function open(clips: readonly Clip[], more: Parameters<typeof mountScene>[1] = {}) {
  const made = mountScene(<App />, { clips, view: 'library', ...more });
  made.root.style.height = '600px';
  await settled();
  return made;
}
const click = (element: Element) =>
  act(async () => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await settled();
  });
const NEXT = '点击重试';

describe('what cannot be read now', () => {
  it('of a comparison is said instead of showing nothing to compare, and comes when it is tried again', async () => {
    const { root, services, store } = await open([shanghai, hubei], { view: 'compare' });
    store.failNext('store-timeout', 9);
    void act(() => services.compare.arrange([shanghai.id, hubei.id]));
    await settled();
    expect(root.textContent).toContain('资料库没有应答');
    store.failNext('store-timeout', 0);
    await click(button(root, '重试'));
    await settled();
    expect(find(root, '#view-compare table').textContent).toContain('上海');
  });

  it('of a history is said instead of showing none, and comes when it is tried again', async () => {
    const { root, services, store } = await open([shanghai]);
    await services.clipper.change(shanghai.id, { note: '改' });
    const history = vi.spyOn(store, 'history').mockResolvedValue(fail('store-timeout'));
    void act(() => void services.library.show(shanghai.id));
    await expect.poll(() => root.querySelector('.unread')?.textContent).toContain('修改记录没有读出');
    expect(find(root, '.unread').textContent).toContain(NEXT);
    history.mockRestore();
    await click(button(find(root, '.unread'), '重试'));
    await expect.poll(() => root.querySelector('.unread')).toBeNull();
    expect(find(root, '.history ol').children).toHaveLength(1);
  });

  it('of a picture is not taken for lost, and is tried again', async () => {
    const picture = pictureHead(sampleJpeg())!;
    const box = { left: 0, top: 0, right: 1, bottom: 0.5 };
    const { root, services, store } = await open([{ ...shanghai, typed: { page: 3, box }, picture }]);
    const load = vi.spyOn(store, 'picture').mockResolvedValue(fail('store-timeout'));
    void act(() => void services.library.show(shanghai.id));
    await expect.poll(() => root.querySelector('.detail-picture .unread')?.textContent).toContain('图片没有读出');
    expect(find(root, '.unread').textContent).toContain(NEXT);
    expect(root.textContent).not.toContain('图片没有找到');
    load.mockResolvedValue(ok(sampleJpeg()));
    await click(button(find(root, '.unread'), '重试'));
    await expect.poll(() => root.querySelector('.unread')).toBeNull();
    expect(root.querySelector('.detail-picture img')).not.toBeNull();
  });

  it('of the facets is said beside the list, and comes when it is tried again', async () => {
    const { root, services, store } = await open([shanghai, hubei]);
    const facets = vi.spyOn(store, 'facets').mockResolvedValue(fail('store-timeout'));
    void act(() => services.library.refresh());
    await settled();
    const note = find(root, '.unread');
    expect(note.textContent).toContain('筛选项没有读出。');
    expect(note.textContent).toContain(NEXT);
    expect(root.querySelectorAll('.virtual-row')).toHaveLength(2);
    facets.mockRestore();
    await click(button(note, '重试'));
    expect(root.querySelector('.unread')).toBeNull();
  });

  it('of what is clipped on the page is said above the items, which can be clipped all the same', async () => {
    const { root, services, store } = await open([], { view: 'page' });
    const byKey = vi.spyOn(store, 'byKey').mockResolvedValue(fail('store-timeout'));
    void act(() => services.host.page.value?.readKept());
    await settled();
    const note = find(root, '.unread');
    expect(note.textContent).toContain('哪些已经剪藏，没有读出。');
    expect(note.textContent).toContain(NEXT);
    expect(root.querySelectorAll('[data-item]')).toHaveLength(5);
    byKey.mockRestore();
    await click(button(note, '重试'));
    expect(root.querySelector('.unread')).toBeNull();
  });

  it('of the copies from before upgrades is said in the backup', async () => {
    const { services, archive } = await open([shanghai]);
    archive.script.copiesError = 'store-timeout';
    await services.backup.lookForCopies();
    services.app.dialog.value = 'backup';
    await settled();
    const dialog = find(document, 'dialog[open]');
    const note = find(dialog, '.unread');
    expect(note.textContent).toContain('升级前的副本没有读出。');
    expect(note.textContent).toContain(NEXT);
    await expectAccessible(dialog);
    archive.script.copiesError = null;
    await click(button(note, '重试'));
    expect(dialog.querySelector('.unread')).toBeNull();
  });

  it('of the library can be saved from its second place', async () => {
    const save = vi.fn();
    const { root, services, store, archive } = await open([shanghai], { actions: { save } });
    store.failNext('store-unavailable', 999);
    archive.script.backup = Promise.resolve(fail('store-unavailable'));
    services.library.query.value = '配套';
    await settled();
    expect(root.textContent).toContain('资料库打不开');
    expect(root.textContent).toContain('隐私窗口中不能保存');
    expect(root.querySelector('.virtual-row')).toBeNull();
    expect(root.textContent).not.toMatch(/\d 条/u);
    await click(button(find(root, '#view-library'), '立即备份'));
    await click(button(find(document, 'dialog[open]'), '立即备份'));
    expect(save).toHaveBeenCalledWith('policy-clip-2026-11-24.jsonl.gz', expect.any(Blob));
  });
});
