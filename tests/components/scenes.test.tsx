/** Every state that is drawn passes axe, in both languages. */
import { describe, expect, it } from 'vitest';
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
