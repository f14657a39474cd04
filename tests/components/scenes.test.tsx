/** Every state that is drawn passes axe, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { App } from '@/components/app/app';
import { SCENES } from './gallery/scenes';
import { expectAccessible, mountScene, settled } from './mount';

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  it.each(Object.keys(SCENES))('%s', async (name) => {
    const scene = SCENES[name];
    const made = mountScene(<App />, scene?.options(), language);
    made.root.style.height = '700px';
    await settled();
    await scene?.act?.(made);
    await settled();
    expect(made.root.textContent?.length).toBeGreaterThan(20);
    await expectAccessible(document.body);
  });
});

describe('dark', () => {
  const prefer = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  beforeAll(() => prefer('dark'));
  afterAll(() => prefer('light'));

  it.each(Object.keys(SCENES))('%s', async (name) => {
    const scene = SCENES[name];
    const made = mountScene(<App />, scene?.options());
    made.root.style.height = '700px';
    await settled();
    await scene?.act?.(made);
    await settled();
    expect(getComputedStyle(document.body).backgroundColor).toBe('rgb(22, 24, 27)');
    await expectAccessible(document.body);
  });
});
