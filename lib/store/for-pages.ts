/** The library as extension pages open it: with the journal as second place. Not for the service worker. */
import { type OpenClipStore, openClipStore, type StoreOptions } from './open-clip-store';
import workerUrl from './second/journal-worker?worker&url';

/** `startWorker` starts a module worker under the page's trusted types. */
export const openPageStore = (startWorker: (url: string) => Worker, options: StoreOptions = {}): OpenClipStore =>
  openClipStore({ ...options, startJournal: () => startWorker(workerUrl) });
