/** Backups, and what the library has to say of itself. */
import { fail, ok } from '@/lib/core/model/failure';
import { NOTHING_SINCE } from '../scene/memory-archive';
import { noFolder } from '../scene/services';
import { BACKUP_PLAN, library, marked } from './samples';
import type { Scenes } from './scene';

export const KEEPING_SCENES: Scenes = {
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
      archive.script.state = { ...NOTHING_SINCE, lastAt: '2026-11-01T00:00:00.000Z', clipsSince: 31, changed: true };
      store.tell({ code: 'rebuilt', count: 4 });
    },
  },
  'library-coming-back': {
    options: () => ({ view: 'library' }),
    act({ store }) {
      store.tell({ code: 'rebuilt', count: 0 });
    },
  },
  'library-unchecked': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ store }) {
      store.tell({ code: 'unchecked', count: 0 });
    },
  },
  'disk-full': {
    options: () => ({ clips: library(), view: 'library', unkept: true }),
    act({ store }) {
      store.tell({ code: 'unchecked-full', count: 0 });
    },
  },
  'library-copy-closed': {
    options: () => ({ clips: library(), view: 'library' }),
    act({ store }) {
      store.tell({ code: 'copy-closed', count: 0 });
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
  'backup-marked': {
    options: () => ({
      clips: marked(),
      view: 'library',
      folder: {
        ...noFolder,
        look: async () => ({ name: '政策剪报备份', allowed: true }),
        choose: async () => ok({ name: '政策剪报备份', allowed: true }),
      },
    }),
    async act({ services }) {
      services.app.dialog.value = 'backup';
      await services.folder.choose();
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
  'backup-copies-unread': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services, archive }) {
      archive.script.copiesError = 'store-timeout';
      await services.backup.lookForCopies();
      services.app.dialog.value = 'backup';
    },
  },
  recovery: {
    options: () => ({ clips: library(), view: 'library' }),
    act({ services, store }) {
      store.failNext('store-unavailable', 999);
      services.library.query.value = '配套';
    },
  },
  'recovery-saved': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services, store, archive }) {
      store.failNext('store-unavailable', 999);
      services.library.query.value = '配套';
      archive.script.backup = Promise.resolve(fail('store-unavailable'));
      services.app.dialog.value = 'backup';
      await services.backup.write();
    },
  },
  'recovery-partly-saved': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services, archive }) {
      archive.script.backup = Promise.resolve(fail('store-unavailable'));
      archive.script.rescueIsWhole = false;
      services.app.dialog.value = 'backup';
      await services.backup.write();
    },
  },
  'backup-unreadable': {
    options: () => ({ clips: library(), view: 'library' }),
    async act({ services, archive }) {
      archive.script.inspect = Promise.resolve(fail('file-unreadable'));
      services.app.dialog.value = 'backup';
      await services.backup.inspect(new Blob());
    },
  },
  'settings-restored': {
    options: () => ({
      clips: library(),
      view: 'library',
      settingsCopy: { citationEdition: '2015', walkthroughDone: true },
    }),
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
};
