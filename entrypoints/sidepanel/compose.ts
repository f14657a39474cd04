/**
 * Puts the panel together: platform, library, readers and stores. The side panel and the full tab use the same; they
 * differ in what stands beside them.
 */
import { createI18n } from '@/components/i18n';
import type { PanelActions, Services } from '@/components/services';
import { PROVINCES } from '@/lib/core/lexicon/regions';
import { REGION_CODES } from '@/lib/core/model/provinces';
import { readDocument } from '@/lib/core/parse/read-document';
import type { RegionNames } from '@/lib/core/query/clip-query';
import { createBackupFolder } from '@/lib/platform/backup-folder';
import { copyText } from '@/lib/platform/clipboard';
import { downloadFile } from '@/lib/platform/download';
import { ownAddress, readEnvironment, sampleAddress } from '@/lib/platform/environment';
import { handOver } from '@/lib/platform/hand-over';
import { lookUp } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/ids';
import { createCopyMemory, createLocalMemory, createSessionMemory } from '@/lib/platform/memory';
import { openPassage, openPlace } from '@/lib/platform/open-place';
import { readerAddress } from '@/lib/platform/reader-source';
import { startWorker } from '@/lib/platform/trusted-worker';
import { createAppStore, type ViewName } from '@/lib/state/app-store';
import { createBackupStore } from '@/lib/state/backup-store';
import { createBatchStore } from '@/lib/state/batch-store';
import { createClipPlaces } from '@/lib/state/clip-places';
import { createClipper } from '@/lib/state/clipper';
import { createCompareStore } from '@/lib/state/compare-store';
import { createComparison } from '@/lib/state/comparison';
import { createDrafts, DRAFTS_KEY } from '@/lib/state/drafts';
import { createFolderBackup } from '@/lib/state/folder-backup';
import { createKeptMemory } from '@/lib/state/kept-memory';
import { createLibraryStore } from '@/lib/state/library-store';
import { createPageHost } from '@/lib/state/page-host';
import { createPageStore } from '@/lib/state/page-store';
import { createParseBeside } from '@/lib/state/parse-beside';
import { createSavedComparisons } from '@/lib/state/saved-comparisons';
import { createSettings } from '@/lib/state/settings';
import type { Tabs } from '@/lib/state/sources';
import { createToasts } from '@/lib/state/toasts';
import { createTour } from '@/lib/state/tour';
import { openPageStore } from '@/lib/store/for-pages';
import { openFiles } from './open-files';

export interface Place {
  wide: boolean;
  view: ViewName;
  tabs: Tabs;
}

const clock = () => new Date().toISOString();
const today = () => new Date().toLocaleDateString('sv');
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function compose({ wide, view, tabs }: Place) {
  const { language, version } = readEnvironment();
  const i18n = createI18n(lookUp, language);
  const store = openPageStore(startWorker);
  const local = createKeptMemory(createLocalMemory(), [DRAFTS_KEY]);
  const session = createSessionMemory();
  const toasts = createToasts();
  const clipper = createClipper({ store, toasts, clock, wait, show: (id) => showClip(id) });
  const library = createLibraryStore(store, clipper, regionNames(i18n.region), toasts);
  const drafts = createDrafts(local);
  const compare = createCompareStore(store, local);
  const comparison = createComparison(compare.clips, local);
  const saved = createSavedComparisons({
    store: store.comparisons,
    compare,
    comparison,
    toasts,
    clock,
    newId,
  });
  const parse = createParseBeside(readDocument, () => startWorker(ownAddress('/parse-worker.js')));
  const host = createPageHost(tabs, (source) =>
    createPageStore(source, {
      store,
      clipper,
      readDocument: parse,
      toasts,
      drafts,
      memory: session,
      lasting: local,
      clock,
      newId,
    }),
  );
  const app = createAppStore(view);
  const showClip = (id: string) => {
    app.view.value = 'library';
    library.openTrash(false);
    void library.show(id);
  };
  const places = createClipPlaces({
    openInReader: ({ id, source, anchor }, at) =>
      openPlace(readerAddress(source.url, { clip: id, at, ...(anchor.page !== null && { page: anchor.page }) })),
    openPassage,
    toasts,
    show: showClip,
  });
  const batch = createBatchStore({ store, clipper, readDocument: parse, clock, newId });
  const actions: PanelActions = {
    openWorkspace: (front) => void openPlace(`${ownAddress('/workspace.html')}#${front}`),
    openSample: (issue) => void openPlace(sampleAddress(issue)),
    openInReader({ file, url, pdf }) {
      const password = pdf?.password();
      const isHanded = file !== undefined || password !== undefined;
      const place = isHanded ? { file: handOver({ files: file ? [file] : [], password }) } : {};
      void openPlace(readerAddress(file ? '' : url, place));
      // What the panel shows is from now on the reader beside it.
      if (file && !wide) host.closeFile();
    },
    openFiles: (files) => {
      void openFiles(files, { app, batch, host, toasts });
    },
    reload: () => location.reload(),
    copy: async (text) => (await copyText(text)).ok,
    save: downloadFile,
    now: clock,
    today,
    version,
  };
  const settings = createSettings(local, createCopyMemory());
  const tour = createTour({ app, host, library, compare, settings, openSample: actions.openSample });
  const backup = createBackupStore({ store, clock, save: downloadFile });
  const folder = createFolderBackup({ store, port: createBackupFolder(), clock });
  const services: Services = {
    app,
    backup,
    folder,
    batch,
    host,
    library,
    compare,
    comparison,
    saved,
    clipper,
    drafts,
    places,
    toasts,
    settings,
    unkept: local.unkept,
    tour,
    tabs,
    actions,
    wide,
  };
  const start = () => {
    document.documentElement.lang = language;
    const undo = [drafts, host, library, compare, saved, tour, backup, folder, batch].map((part) => part.start());
    return () => {
      for (const stop of undo) stop();
    };
  };
  return { services, i18n, start };
}

/** Provinces by every name a query may use: as the interface writes it, in full, short, and as code. */
function regionNames(shown: (code: string) => string): RegionNames {
  const names = new Map<string, string>();
  for (const { code, name, short } of PROVINCES) for (const word of [name, short]) names.set(word, code);
  for (const code of REGION_CODES) names.set(shown(code).toLowerCase(), code).set(code, code);
  return names;
}
