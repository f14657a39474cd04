/** The page that is open: read, being read, or not to be read. */
import { editedItem } from '@/components/page/page-document';
import type { Notice } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail } from '@/lib/core/model/failure';
import { sampleModel, sampleReading } from '../scene/reading';
import { createSceneSource } from '../scene/source';
import { library, nothing } from './samples';
import type { GalleryScene, Scene, Scenes } from './scene';

const failing = (error: ErrorCode): GalleryScene => ({ options: () => ({ source: createSceneSource({ error }) }) });
const noticed = (...notices: Notice[]) => ({ ...sampleReading, notices });
const first = (scene: Scene) => {
  const page = scene.services.host.page.value;
  const item = page?.items.value[0];
  if (!page || !item) throw new Error('no item');
  return { page, item };
};

export const PAGE_SCENES: Scenes = {
  page: {
    options: () => ({}),
    async act(scene) {
      const { page, item } = first(scene);
      const second = page.items.value[1];
      if (second) await page.clip([{ type: 'item', item: second }]);
      page.active.value = item.id;
      page.toggle(item.id);
    },
  },
  'page-kept-unread': {
    options: () => ({ clips: library() }),
    act({ services, store }) {
      store.byKey = async () => fail('store-timeout');
      services.host.page.value?.readKept();
    },
  },
  editor: {
    options: () => ({ clips: library() }),
    async act(scene) {
      const { page, item } = first(scene);
      await page.clip([{ type: 'item', item }]);
      page.active.value = item.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
      const clip = page.clipOf({ type: 'item', item });
      if (clip) {
        await scene.services.clipper.change(clip.id, {
          tags: ['科技金融', '配套资金'],
          corrections: { regions: ['310000', '330000'] },
        });
      }
      scene.services.app.editing.value = clip?.id ?? null;
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.editor details')) details.open = true;
    },
  },
  corrector: {
    options: () => ({}),
    async act(scene) {
      const { page, item } = first(scene);
      page.active.value = item.id;
      scene.services.app.editing.value = editedItem(page, item.id);
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.structure details')) details.open = true;
    },
  },
  reasons: {
    options: () => ({
      reading: {
        ...sampleReading,
        head: { ...sampleReading.head, marks: [{ value: '内部资料', spans: [], sure: true }] },
      },
    }),
    act() {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.recognition')) details.open = true;
    },
  },
  selection: {
    options: () => ({}),
    act({ source, services }) {
      services.host.page.value?.toggle('s2.i4');
      const text = '确需突破比例的，按“一事一议”报市政府审定。';
      source.emit({ type: 'selection', selection: { text, spans: [{ start: 0, end: text.length }], cut: false } });
      source.emit({ type: 'changed' });
    },
  },
  reading: { options: () => ({ source: createSceneSource({ progress: { done: 42, total: 331 }, format: 'pdf' }) }) },
  partial: {
    options: () => ({
      source: createSceneSource({ format: 'pdf', progress: { done: 42, total: 331, partial: sampleModel } }),
    }),
  },
  empty: { options: () => ({ reading: nothing }) },
  scanned: { options: () => ({ reading: { ...nothing, notices: [{ code: 'scanned', pages: [1, 2, 3] }] } }) },
  notices: {
    options: () => ({
      reading: noticed(
        { code: 'scanned', pages: [4, 5, 6, 9] },
        { code: 'unreadable-characters', pages: [2, 7, 8], counts: [9, 3, 5], count: 17 },
        { code: 'typed-text', pages: [3] },
        { code: 'partly-read', read: 300, total: 612 },
        { code: 'unread-cells', count: 1240 },
      ),
      source: createSceneSource({ fileName: '示例科技要参第57期.pdf', format: 'pdf' }),
    }),
  },
  encrypted: { options: () => ({ source: createSceneSource({ error: 'pdf-encrypted', password: 'open sesame' }) }) },
  'encrypted-in-reader': { options: () => ({ source: createSceneSource({ error: 'pdf-encrypted', format: 'pdf' }) }) },
  failed: failing('pdf-unreachable'),
  blank: { options: () => ({ tab: { state: 'none' } }) },
  unreadable: { options: () => ({ tab: { state: 'unreadable', url: 'chrome://settings' } }) },
  'not-granted': { options: () => ({ tab: { state: 'not-granted', tabId: 1, origin: 'https://www.sample.edu.cn' } }) },
  'not-known': { options: () => ({ tab: { state: 'not-granted', tabId: 1, origin: null } }) },
};
