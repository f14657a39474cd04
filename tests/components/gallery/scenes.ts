/** Every state of the interface that is drawn, by name. */

import { editedItem } from '@/components/page/page-document';
import { pictureHead } from '@/lib/core/clip/picture';
import type { Notice } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail } from '@/lib/core/model/failure';
import { clipId } from '../../fixtures/make-clip';
import { fujian, hubei, shanghai, sichuan } from '../../fixtures/policy-clips';
import { sampleModel, sampleReading } from '../scene/reading';
import { type createScene, noFolder, type SceneOptions } from '../scene/services';
import { createSceneSource, type SceneSourceOptions } from '../scene/source';
import { BACKUP_PLAN, library, many, nothing, scanPicture } from './samples';

type Scene = ReturnType<typeof createScene>;
export interface GalleryScene {
  options: () => SceneOptions;
  act?: (scene: Scene) => unknown;
}

const failing = (error: ErrorCode): GalleryScene => ({ options: () => ({ source: createSceneSource({ error }) }) });
const noticed = (...notices: Notice[]) => ({ ...sampleReading, notices });
const dialog = (name: NonNullable<Scene['services']['app']['dialog']['value']>): GalleryScene => ({
  options: () => ({ clips: library(), sites: ['https://www.sample.edu.cn/*'] }),
  act: ({ services }) => {
    services.app.dialog.value = name;
  },
});
/** Waits until the interface has drawn something. */
const shown = async (selector: string) => {
  for (let tries = 0; tries < 50 && !document.querySelector(selector); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
};
const first = (scene: Scene) => {
  const page = scene.services.host.page.value;
  const item = page?.items.value[0];
  if (!page || !item) throw new Error('no item');
  return { page, item };
};

export const SCENES: Record<string, GalleryScene> = {
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
  backup: {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services, archive }) {
      archive.script.inspect = Promise.resolve({ ok: true, value: BACKUP_PLAN });
      services.app.dialog.value = 'backup';
      await services.backup.inspect(new Blob());
    },
  },
  'library-repaired': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ store, archive }) {
      archive.script.state = { lastAt: '2026-11-01T00:00:00.000Z', clipsSince: 31, firstSince: null };
      store.tell({ code: 'rebuilt', count: 4 });
    },
  },
  'backup-folder': {
    options: () => ({
      clips: library(),
      view: 'library',
      folder: { ...noFolder, look: async () => ({ name: '政策剪报备份', allowed: false }) },
    }),
    act({ services }) {
      services.folder.start();
      services.app.dialog.value = 'backup';
    },
  },
  'backup-folder-lost': {
    options: () => ({
      clips: library(),
      view: 'library',
      folder: { ...noFolder, forgotten: async () => '政策剪报备份' },
    }),
    act({ services }) {
      services.folder.start();
    },
  },
  'backup-copies': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ services, store, archive }) {
      const copy = (shape: number, at: string, size: number) => ({ shape, at, file: new Blob(['x'.repeat(size)]) });
      archive.script.copies = [
        copy(2, '2026-11-20T08:00:00.000Z', 3_400_000),
        copy(1, '2026-03-02T08:00:00.000Z', 890_000),
      ];
      store.tell({ code: 'upgraded', count: 0 });
      services.app.dialog.value = 'backup';
    },
  },
  'library-upgraded': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ store }) {
      store.tell({ code: 'upgraded', count: 0 });
    },
  },
  'library-outdated': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ store }) {
      store.tell({ code: 'outdated', count: 0 });
    },
  },
  library: { options: () => ({ clips: library(), view: 'library' }) },
  'library-search': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ services }) {
      services.library.query.value = '省:上海 配套';
    },
  },
  'library-selected': {
    options: () => ({ clips: many(400), view: 'library' }),
    act({ services }) {
      services.library.tick(0);
      services.library.tick(2);
    },
  },
  'library-detail': {
    options: () => ({ clips: library(), view: 'library' }),
    act: ({ services }) => services.library.show(shanghai.id),
  },
  'library-history': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services }) {
      await services.clipper.change(shanghai.id, { tags: ['配套资金', '人才'], note: '与湖北对照' });
      await services.clipper.change(shanghai.id, { corrections: { title: '上海：市级配套资金管理办法' } });
      await services.library.show(shanghai.id);
      await shown('.history summary');
      const history = document.querySelector<HTMLDetailsElement>('.history');
      if (history) history.open = true;
      history?.scrollIntoView({ block: 'center' });
    },
  },
  'library-history-unread': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services, store }) {
      store.history = async () => fail('store-timeout');
      await services.library.show(shanghai.id);
      await shown('.history-unread');
      document.querySelector('.history-unread')?.scrollIntoView({ block: 'center' });
    },
  },
  'library-unread': {
    options: () => ({ clips: [], view: 'library' }),
    act({ services, store }) {
      store.failNext('store-timeout', 99);
      services.library.query.value = '配套';
    },
  },
  'compare-unread': {
    options: () => ({ clips: library(), view: 'compare' }),
    act({ services, store }) {
      store.failNext('store-timeout', 99);
      services.compare.add([shanghai.id, hubei.id]);
    },
  },
  'library-scan': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services, store }) {
      const data = scanPicture();
      const picture = pictureHead(data);
      if (!picture) throw new Error('no picture');
      const typed = { page: 3, box: { left: 0.1, top: 0.2, right: 0.9, bottom: 0.4 } };
      const clip = { ...sichuan, id: clipId(900), type: 'excerpt' as const, typed, picture };
      await store.save([clip], [{ clipId: clip.id, data }]);
      await services.library.show(clip.id);
    },
  },
  'library-empty': { options: () => ({ view: 'library' }) },
  'library-none': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ services }) {
      services.library.query.value = '没有这样的词';
    },
  },
  trash: {
    options: () => ({ clips: library().map((clip) => ({ ...clip, deletedAt: clip.createdAt })), view: 'library' }),
    act: ({ services }) => services.library.openTrash(true),
  },
  'compare-empty': { options: () => ({ view: 'compare' }) },
  compare: {
    options: () => ({ clips: library(), view: 'compare' }),
    act: ({ services }) => services.compare.add([shanghai.id, hubei.id, fujian.id]),
  },
  tour: { options: () => ({ tab: { state: 'none' }, settings: { walkthroughDone: false } }) },
  'tour-clip': { options: () => ({ settings: { walkthroughDone: false } }) },
  export: {
    options: () => ({ clips: library(), view: 'library' }),
    act: async ({ services }) => {
      const all = await services.library.allIds();
      services.app.openExport({ base: 'selection', ids: all.ok ? all.value : [] });
    },
  },
  batch: {
    options: () => ({}),
    act: async ({ services }) => {
      const file = (name: string, options: SceneSourceOptions = {}) =>
        createSceneSource({ id: name, fileName: name, format: 'pdf', ...options });
      services.app.dialog.value = 'batch';
      await services.batch.open([
        file('创新驱动要参-2025-12.pdf'),
        file('创新驱动要参-2025-12-重印本-扫描后识别.pdf'),
        file('内部资料.pdf', { error: 'pdf-encrypted' }),
        file('会议签到表.pdf', {
          model: { ...sampleModel, url: '', blocks: [], notices: [{ code: 'scanned', pages: [1, 2] }] },
        }),
      ]);
    },
  },
  settings: dialog('settings'),
  shortcuts: dialog('shortcuts'),
  details: dialog('details'),
  menu: {
    options: () => ({}),
    act() {
      document.querySelector<HTMLElement>('.menu.more')?.showPopover();
    },
  },
  toasts: {
    options: () => ({ clips: library() }),
    act({ services }) {
      services.toasts.show({
        tone: 'problem',
        text: { key: 'error.store_full.text' },
        action: { label: { key: 'common.retry' }, run: () => undefined },
      });
      services.toasts.show({
        tone: 'done',
        text: { key: 'toast.clipped', values: ['湖北省加快推进…'] },
        action: { label: { key: 'common.undo' }, run: () => undefined },
      });
    },
  },
};
