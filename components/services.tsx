/** The stores and actions of the panel, by context. Views take them here; small components take plain props. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppStore } from '@/lib/state/app-store';
import type { BackupStore } from '@/lib/state/backup-store';
import type { BatchStore } from '@/lib/state/batch-store';
import type { ClipPlaces } from '@/lib/state/clip-places';
import type { Clipper } from '@/lib/state/clipper';
import type { CompareStore } from '@/lib/state/compare-store';
import type { ComparisonState } from '@/lib/state/comparison';
import type { Drafts } from '@/lib/state/drafts';
import type { FolderBackup } from '@/lib/state/folder-backup';
import type { LibraryStore } from '@/lib/state/library-store';
import type { PageHost } from '@/lib/state/page-host';
import type { SavedComparisons } from '@/lib/state/saved-comparisons';
import type { SettingsStore } from '@/lib/state/settings';
import type { DocumentSource, Tabs } from '@/lib/state/sources';
import type { Toasts } from '@/lib/state/toasts';
import type { Tour } from '@/lib/state/tour';

/** What the browser does for the panel. */
export interface PanelActions {
  openWorkspace(view: 'library' | 'compare'): void;
  openSample(issue: 1 | 2): void;
  /** A PDF in our own reader. */
  openInReader(source: DocumentSource): void;
  openFiles(files: readonly File[]): void;
  /** Loads this window anew. */
  reload(): void;
  copy(text: string): Promise<boolean>;
  /** Gives the person a file. */
  save(name: string, content: Blob): void;
  /** ISO date and time. */
  now: () => string;
  /** Today, `YYYY-MM-DD` where the person is. */
  today: () => string;
  version: string;
}

export interface Services {
  app: AppStore;
  backup: BackupStore;
  folder: FolderBackup;
  batch: BatchStore;
  host: PageHost;
  library: LibraryStore;
  compare: CompareStore;
  comparison: ComparisonState;
  saved: SavedComparisons;
  clipper: Clipper;
  drafts: Drafts;
  places: ClipPlaces;
  toasts: Toasts;
  tour: Tour;
  settings: SettingsStore;
  /** Settings, drafts and the like could not be stored and are in this window only. */
  unkept: ReadonlySignal<boolean>;
  tabs: Tabs;
  actions: PanelActions;
  /** A full tab (list and detail side by side) or the narrow panel. */
  wide: boolean;
}

const Context = createContext<Services | null>(null);
export const ServicesProvider = Context.Provider;

export function useServices(): Services {
  const services = useContext(Context);
  if (!services) throw new Error('ServicesProvider is missing');
  return services;
}
