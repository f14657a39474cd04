/** The library as extension pages open it: with the journal as second place. Not for the service worker. */
import pressUrl from './backup/press-worker?worker&url';
import { type OpenClipStore, openClipStore } from './open-clip-store';
import journalUrl from './second/journal-worker?worker&url';
import type { StoreOptions } from './store-options';

/** `startWorker` starts a module worker under the page's trusted types. */
export const openPageStore = (startWorker: (url: string) => Worker, options: StoreOptions = {}): OpenClipStore =>
  openClipStore({ startPress: () => startWorker(pressUrl), ...options, startJournal: () => startWorker(journalUrl) });
