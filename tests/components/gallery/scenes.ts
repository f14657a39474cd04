/** Every state of the interface that is drawn, by name. */
import { fujian, hubei, shanghai } from '../../fixtures/policy-clips';
import { sampleModel } from '../scene/reading';
import { createSceneSource, type SceneSourceOptions } from '../scene/source';
import { KEEPING_SCENES } from './keeping-scenes';
import { LIBRARY_SCENES } from './library-scenes';
import { PAGE_SCENES } from './page-scenes';
import { library, marked } from './samples';
import type { GalleryScene, Scene, Scenes } from './scene';

const dialog = (name: NonNullable<Scene['services']['app']['dialog']['value']>): GalleryScene => ({
  options: () => ({ clips: library(), sites: ['https://www.sample.edu.cn/*'] }),
  act: ({ services }) => {
    services.app.dialog.value = name;
  },
});

export const SCENES: Scenes = {
  ...PAGE_SCENES,
  ...KEEPING_SCENES,
  ...LIBRARY_SCENES,
  'compare-unread': {
    options: () => ({ clips: library(), view: 'compare' }),
    act({ services, store }) {
      store.failNext('store-timeout', 99);
      services.compare.add([shanghai.id, hubei.id]);
    },
  },
  'compare-empty': { options: () => ({ view: 'compare' }) },
  compare: {
    options: () => ({ clips: library(), view: 'compare' }),
    act: ({ services }) => services.compare.add([shanghai.id, hubei.id, fujian.id]),
  },
  'compare-marked': {
    options: () => ({ clips: marked(), view: 'compare' }),
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
      services.toasts.problem('store-full', { label: { key: 'common.retry' }, run: () => undefined });
      services.toasts.show({
        tone: 'done',
        text: { key: 'toast.clipped', values: ['湖北省加快推进…'] },
        action: { label: { key: 'common.undo' }, run: () => undefined },
      });
    },
  },
};
