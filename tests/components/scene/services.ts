/** A whole panel on fakes: memory library, scripted page, fixed clock. */
import { signal } from '@preact/signals';
import type { PanelActions, Services } from '@/components/services';
import type { Clip } from '@/lib/core/model/clip';
import { fail, ok } from '@/lib/core/model/failure';
import type { Reading } from '@/lib/core/model/item';
import { readDocument } from '@/lib/core/parse/read-document';
import { parseSettings, seal } from '@/lib/core/settings/settings';
import { createAppStore, type ViewName } from '@/lib/state/app-store';
import { createBackupStore } from '@/lib/state/backup-store';
import { createBatchStore } from '@/lib/state/batch-store';
import { createClipPlaces } from '@/lib/state/clip-places';
import { createClipper } from '@/lib/state/clipper';
import { createCompareStore } from '@/lib/state/compare-store';
import { createComparison } from '@/lib/state/comparison';
import { createDrafts } from '@/lib/state/drafts';
import { createFolderBackup, type FolderPort } from '@/lib/state/folder-backup';
import { createLibraryStore } from '@/lib/state/library-store';
import { createVolatileMemory } from '@/lib/state/memory';
import { createPageHost } from '@/lib/state/page-host';
import { createPageStore } from '@/lib/state/page-store';
import { createSavedComparisons } from '@/lib/state/saved-comparisons';
import { createSettings } from '@/lib/state/settings';
import type { TabView } from '@/lib/state/sources';
import { createToasts } from '@/lib/state/toasts';
import { createTour } from '@/lib/state/tour';
import { clipId } from '../../fixtures/make-clip';
import { createMemoryArchive } from './memory-archive';
import { createMemoryComparisons } from './memory-comparisons';
import { createMemoryStore } from './memory-store';
import { sampleReading } from './reading';
import { createSceneSource, type SceneSource } from './source';

export interface SceneOptions {
  /** Settings and drafts could not be stored. */
  unkept?: boolean;
  tab?: TabView;
  source?: SceneSource;
  reading?: Reading;
  clips?: readonly Clip[];
  view?: ViewName;
  wide?: boolean;
  settings?: Record<string, unknown>;
  /** What the second place has of them. */
  settingsCopy?: Record<string, unknown>;
  sites?: string[];
  /** May the page's site be read without a click? */
  lasting?: boolean;
  actions?: Partial<PanelActions>;
  /** Where automatic backups go. */
  folder?: FolderPort;
  /** What becomes of looking for a clip in its page. */
  sought?: 'gone' | 'no-text';
}

/** A browser that could write into folders, and none chosen. */
export const noFolder: FolderPort = {
  available: true,
  look: async () => null,
  forgotten: async () => null,
  choose: async () => fail('cancelled'),
  ask: async () => null,
  write: async () => fail('folder-gone'),
  forget: async () => undefined,
  alone: (work) => work(),
};
export const NOW = '2026-11-24T08:00:00.000Z';

export function createScene(options: SceneOptions = {}) {
  const source = options.source ?? createSceneSource();
  const store = createMemoryStore(options.clips);
  const archive = createMemoryArchive();
  const toasts = createToasts();
  const clock = () => NOW;
  let ids = 100;
  const clipper = createClipper({
    store,
    toasts,
    clock,
    wait: async () => undefined,
    show: (id) => void library.show(id),
  });
  const memory = createVolatileMemory({ settings: { walkthroughDone: true, ...options.settings } });
  const tab: TabView = options.tab ?? { state: 'source', tabId: 1, source };
  let sites = options.sites ?? [];
  const tabs = {
    active: {
      subscribe(next: (view: TabView) => void) {
        next(tab);
        return () => undefined;
      },
    },
    grant: async () => ok({ granted: true }),
    granted: async () => sites,
    lasting: async () => options.lasting ?? true,
    async revoke(site: string) {
      sites = sites.filter((one) => one !== site);
      return ok({});
    },
  };
  const regions = new Map([
    ['上海', '310000'],
    ['shanghai', '310000'],
    ['湖北', '420000'],
    ['hubei', '420000'],
  ]);
  const drafts = createDrafts(memory);
  const host = createPageHost(tabs, (from) =>
    createPageStore(from, {
      store,
      clipper,
      readDocument: (_, { kind }) => {
        const reading = options.reading ?? sampleReading;
        return kind === 'none' ? { ...reading, items: [] } : reading;
      },
      toasts,
      drafts,
      memory,
      lasting: memory,
      clock,
      newId: () => clipId(ids++),
    }),
  );
  const compare = createCompareStore(store, memory);
  const comparison = createComparison(compare.clips, memory);
  const app = createAppStore(options.view ?? 'page');
  const library = createLibraryStore(store, clipper, regions, toasts);
  const settings = createSettings(
    memory,
    createVolatileMemory(options.settingsCopy && { settings: seal(parseSettings(options.settingsCopy), 1) }),
  );
  const openSample = options.actions?.openSample ?? (() => undefined);
  const services: Services = {
    app,
    folder: createFolderBackup({ store: { ...store, ...archive }, port: options.folder ?? noFolder, clock }),
    backup: createBackupStore({
      store: { ...store, ...archive },
      clock,
      save: (name, content) => services.actions.save(name, content),
    }),
    batch: createBatchStore({ store, clipper, readDocument, clock, newId: () => clipId(ids++) }),
    host,
    library,
    compare,
    comparison,
    saved: createSavedComparisons({
      store: createMemoryComparisons(),
      compare,
      comparison,
      toasts,
      clock,
      newId: () => clipId(ids++),
    }),
    clipper,
    drafts,
    places: createClipPlaces({
      openInReader: async () => ok({}),
      openPassage: async () => ok({ state: options.sought ?? 'gone' }),
      toasts,
      show: (id) => void library.show(id),
    }),
    toasts,
    settings,
    unkept: signal(options.unkept ?? false),
    tour: createTour({ app, host, library, compare, settings, openSample }),
    tabs,
    actions: {
      openWorkspace: () => undefined,
      openSample,
      openInReader: () => undefined,
      openFiles: () => undefined,
      reload: () => undefined,
      copy: async () => true,
      save: () => undefined,
      now: clock,
      today: () => NOW.slice(0, 10),
      version: '0.1.0',
      ...options.actions,
    },
    wide: options.wide ?? false,
  };
  const start = () => {
    const undo = [
      drafts.start(),
      host.start(),
      services.library.start(),
      services.compare.start(),
      services.saved.start(),
      services.tour.start(),
      services.backup.start(),
    ];
    return () => {
      for (const stop of undo) stop();
    };
  };
  return { services, source, store, archive, memory, start };
}
