/** What a library is opened with: pages and the service worker differ, and so do tests. */
import type { Shape } from './migrations/shapes';
import type { StartJournalWorker } from './second/journal-place';

export interface StoreOptions {
  /** Name of the database; tests take their own. */
  name?: string;
  /** Now, as an ISO date and time. */
  clock?: () => string;
  /** Starts the worker that holds the journal; pages give it, the service worker cannot. */
  startJournal?: StartJournalWorker;
  /** Starts the worker that presses a backup. */
  startPress?: () => Worker;
  /** Up to how many clips a restore is one transaction; tests of larger ones lower it. */
  oneTransaction?: number;
  /** Released shapes of the database; tests add one to come. */
  shapes?: readonly Shape[];
  /** Shape of the rows that the second place takes, this build's; tests take one to come. */
  records?: number;
}
