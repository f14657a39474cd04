/** The keyboard path through the panel, and where its keys must be silent. */
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { App } from '@/components/app/app';
import { shanghai } from '../fixtures/policy-clips';
import { find, mountScene, press, settled } from './mount';

async function open(options: Parameters<typeof mountScene>[1] = {}) {
  const made = mountScene(<App />, options);
  await settled();
  return { ...made, page: made.services.host.page.value };
}

describe('本页', () => {
  it('J and K move and stay within the list', async () => {
    const { page, root } = await open();
    press(root, 'k');
    expect(page?.active.value).toBe('s1.i1');
    press(root, 'j');
    press(root, 'j');
    await settled();
    expect(page?.active.value).toBe('s1.i3');
    expect(document.activeElement?.closest('[data-item]')?.getAttribute('data-item')).toBe('s1.i3');
    for (let i = 0; i < 9; i++) press(root, 'j');
    expect(page?.active.value).toBe('s2.i5');
  });

  it('Enter shows the item in the page, M unfolds it, C keeps it, T edits its tags', async () => {
    const { page, root, source, store } = await open();
    press(root, 'j');
    press(document.body, 'Enter');
    expect(source.calls).toContain('scroll 0');
    press(root, 'm');
    await settled();
    expect(find(root, '.measures').textContent).toContain('配套比例');
    press(root, 'c');
    await settled();
    expect(store.all()).toHaveLength(1);
    press(root, 't');
    await settled();
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    expect(page?.clipOf({ type: 'item', item: page.items.value[0] as never })).not.toBeNull();
  });

  it.each([
    ['with Ctrl', { ctrlKey: true }],
    ['with Meta', { metaKey: true }],
    ['while composing', { isComposing: true }],
  ])('letters are silent %s', async (_, init) => {
    const { root, store } = await open();
    press(root, 'j');
    press(root, 'c', init);
    await settled();
    expect(store.all()).toHaveLength(0);
  });

  it('letters are silent in fields', async () => {
    const { root, services } = await open({ clips: [shanghai], view: 'library' });
    const search = find<HTMLInputElement>(root, '.search input');
    void act(() => search.focus());
    for (const key of ['j', 'x', 't', '?', '/']) expect(press(search, key)).toBe(false);
    expect(services.app.dialog.value).toBeNull();
  });
});

describe('everywhere', () => {
  it.each([
    ['Digit2', 'library'],
    ['Digit3', 'compare'],
    ['Digit1', 'page'],
  ])('Alt + %s goes to %s', async (code, view) => {
    const { root, services } = await open();
    press(root, code.slice(-1), { altKey: true, code });
    expect(services.app.view.value).toBe(view);
  });

  it('? opens the sheet, Esc closes it and gives the focus back', async () => {
    const { root, services } = await open();
    const tab = find(root, '[role=tab]');
    void act(() => tab.focus());
    press(tab, '?');
    await settled();
    const dialog = find<HTMLDialogElement>(root, 'dialog');
    expect(dialog.open).toBe(true);
    void act(() => void dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
    await settled();
    expect(services.app.dialog.value).toBeNull();
    expect(document.activeElement).toBe(tab);
  });

  it('/ goes to the search box of the library', async () => {
    const { root } = await open();
    press(root, '/');
    await settled();
    expect(document.activeElement).toBe(find(root, '.search input'));
  });

  it('arrow keys walk the tabs', async () => {
    const { root, services } = await open();
    press(find(root, '#tab-page'), 'ArrowLeft');
    expect(services.app.view.value).toBe('compare');
    press(find(root, '#tab-compare'), 'ArrowRight');
    expect(services.app.view.value).toBe('page');
  });
});

it('资料库: J, X, Enter and Esc', async () => {
  const { root, services } = await open({ clips: [shanghai], view: 'library' });
  press(root, 'j');
  press(root, 'x');
  expect(services.library.selection.count.value).toBe(1);
  press(root, 'Enter');
  await settled();
  expect(find(root, '.detail h2').textContent).toBe(shanghai.item.title.value);
  press(root, 'Escape');
  press(root, 'Escape');
  await settled();
  expect([services.library.detail.value, services.library.selection.count.value]).toEqual([null, 0]);
});

it('the focus stays in the panel when its view or editor goes', async () => {
  const { root } = await open();
  press(root, 'j');
  press(root, 'c');
  await settled();
  press(root, 't');
  await settled();
  press(find(root, '.tag-box input'), 'Escape');
  await settled();
  expect(root.querySelector('.tag-box')).toBeNull();
  expect(document.activeElement).toBe(find(root, '.card.active .card-title'));
  press(root, '2', { altKey: true, code: 'Digit2' });
  await settled();
  expect(document.activeElement).toBe(find(root, '#view-library'));
});

it('J and Enter open a clip from wherever the focus is', async () => {
  const { root, services } = await open({ clips: [shanghai], view: 'library' });
  find(root, '#tab-library').focus();
  press(find(root, '#tab-library'), 'j');
  await settled();
  expect(document.activeElement).toBe(find(root, '[data-clip] .row-main'));
  void act(() => find(root, '[data-clip] .row-main').click());
  await settled();
  expect(services.library.detail.value?.id).toBe(shanghai.id);
});
