/** Text of hostile pages on the screen: it is named where it hides, and it does not hold the panel up. */
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { App } from '@/components/app/app';
import type { Clip } from '@/lib/core/model/clip';
import { shanghai } from '../fixtures/policy-clips';
import { find, mountScene, settled } from './mount';

async function show(text: string, title = shanghai.item.title.value) {
  const item = { ...shanghai.item, text, figures: [], title: { ...shanghai.item.title, value: title } };
  const clip: Clip = { ...shanghai, item };
  const made = mountScene(<App />, { clips: [clip], view: 'library' });
  made.root.style.height = '700px';
  await settled();
  await act(() => made.services.library.show(clip.id));
  await settled();
  return made.root;
}

it('H08 ten thousand brackets that nobody closed are laid out at once', async () => {
  const root = await show('样例');
  const paragraph = find(root, '.policy-text p');
  const layOut = () => {
    const before = performance.now();
    paragraph.textContent = '（'.repeat(10_000);
    expect(paragraph.offsetHeight).toBeGreaterThan(100);
    paragraph.textContent = '';
    return performance.now() - before;
  };
  // A busy machine is asked again; what this is about took eighteen seconds.
  let took = layOut();
  for (let attempt = 1; attempt < 12 && took >= 50; attempt += 1) took = Math.min(took, layOut());
  expect(took).toBeLessThan(50);
});

it('H14 what turns the reading order or hides is named in title and text of a clip, too', async () => {
  const root = await show('支持\u202E样品\u200B企业', '样例\u202E办法');
  expect(find(root, '.detail-title h2').textContent).toBe('样例[U+202E]办法');
  expect(find(root, '.policy-text').textContent).toBe('支持[U+202E]样品[U+200B]企业');
});
