/** Which pages the panel keeps: coming back finds them as they were, and what they hold together is bounded. */
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { type DocumentModel, withOffsets } from '@/lib/core/model/document';
import { createPageHost } from '@/lib/state/page-host';
import type { PageStore } from '@/lib/state/page-store';
import type { DocumentSource, TabView } from '@/lib/state/sources';
import { createSceneSource } from '../components/scene/source';
import { open } from './open-page';

async function host(chars: number) {
  const { page } = await open();
  const text = '样'.repeat(chars);
  const blocks = withOffsets([{ text, role: 'paragraph' }]);
  const model: DocumentModel = { source: 'html', url: '', title: '', meta: [], blocks, notices: [] };
  const made: string[] = [];
  const createPage = (source: DocumentSource): PageStore => {
    made.push(source.id);
    return { ...page, source, model: signal(model), attach: () => () => undefined };
  };
  let show: (view: TabView) => void = () => undefined;
  const tabs = {
    active: {
      subscribe(next: (view: TabView) => void) {
        show = next;
        return () => undefined;
      },
    },
  };
  const { start, page: front } = createPageHost(tabs, createPage);
  start();
  return {
    made,
    visit(id: string) {
      show({ state: 'source', tabId: 1, source: createSceneSource({ id }) });
      return front.value;
    },
  };
}

it('coming back to a page finds its store', async () => {
  const { visit, made } = await host(5_000);
  const first = visit('a');
  for (const id of ['b', 'c', 'd']) visit(id);
  expect(visit('a')).toBe(first);
  expect(made).toEqual(['a', 'b', 'c', 'd']);
});

it.each([
  ['of long documents only the last two stay', 200_000, 2],
  ['of short ones the last forty', 1_000, 40],
  ['one that is longer than all may be stays while it is in front', 900_000, 0],
])('%s', async (_, chars, kept) => {
  const { visit, made } = await host(chars);
  const ids = Array.from({ length: 45 }, (_, i) => `page-${i}`);
  for (const id of ids) visit(id);
  const before = made.length;
  const front = visit('page-44');
  expect(visit('page-44')).toBe(front);
  expect(made).toHaveLength(before);
  const back = ids.slice(0, -1).toReversed();
  for (const id of back.slice(0, kept)) visit(id);
  expect(made).toHaveLength(before);
  visit(back[kept] ?? '');
  expect(made).toHaveLength(before + 1);
});
