/** The library: its lists, and one clip. */
import { pictureHead } from '@/lib/core/clip/picture';
import { fail } from '@/lib/core/model/failure';
import { clipId } from '../../fixtures/make-clip';
import { shanghai, sichuan } from '../../fixtures/policy-clips';
import { library, many, marked, scanPicture } from './samples';
import type { Scenes } from './scene';

/** Waits until the interface has drawn something. */
const shown = async (selector: string) => {
  for (let tries = 0; tries < 50 && !document.querySelector(selector); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

export const LIBRARY_SCENES: Scenes = {
  library: { options: () => ({ clips: library(), view: 'library' }) },
  'library-marked': { options: () => ({ clips: marked(), view: 'library' }) },
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
      await shown('.detail .unread');
      document.querySelector('.detail .unread')?.scrollIntoView({ block: 'center' });
    },
  },
  'library-unread': {
    options: () => ({ clips: [], view: 'library' }),
    act({ services, store }) {
      store.failNext('store-timeout', 99);
      services.library.query.value = '配套';
    },
  },
  'library-facets-unread': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ services, store }) {
      store.facets = async () => fail('store-timeout');
      services.library.refresh();
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
};
