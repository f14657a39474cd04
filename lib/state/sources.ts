/**
 * What the panel can read: the tab beside it, a PDF, a file that was dropped, the sample. One interface for all of
 * them; `lib/platform`, `lib/pdf` and `lib/ofd` implement it, the entrypoints choose.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import type { Result } from '@/lib/core/model/result';
import type { Span } from '@/lib/core/model/span';
import type { PageEvent } from '@/lib/core/protocol/from-page';
import type { Mark, PageSelection } from '@/lib/core/protocol/to-page';
import type { Subscribable } from '@/lib/store/contract';

export interface ReadProgress {
  /** Pages (PDF, OFD) read and in total. */
  done: number;
  total: number;
  /** What has been read so far, for showing the first items early. */
  partial?: DocumentModel;
}

export interface DocumentSource {
  /** Stable per tab and document: state is kept under it. */
  id: string;
  format: 'html' | 'pdf' | 'ofd';
  /** Address shown to the person; empty for files. */
  url: string;
  title: string;
  fileName: string | null;
  /** Can the page itself show marks and report hovering? False for the browser's own PDF viewer and for files. */
  marksInPage: boolean;
  read(signal: AbortSignal, onProgress: (progress: ReadProgress) => void): Promise<Result<DocumentModel>>;
  /** Long documents: ends the reading under way with what has been read; the next reading goes on from there. */
  stop?(): void;
  setMarks(marks: Mark[]): Promise<Result<object>>;
  focusMark(id: string | null): Promise<Result<object>>;
  /** Shows the place: scrolls the page, or opens the viewer at `page`. */
  scrollTo(spans: Span[], page: number | null): Promise<Result<object>>;
  getSelection(): Promise<Result<PageSelection | null>>;
  events: Subscribable<PageEvent>;
  /** A PDF that was dropped or picked, for who wants to see its pages. */
  file?: File;
  /** PDFs only; both act on the readings that follow. */
  pdf?: {
    unlock(password: string): void;
    /** What it was unlocked with. */
    password(): string | undefined;
    /** Goes beyond the first pages of a very long file (`partly-read`). */
    readWhole(): void;
  };
}

/** What stands in the window's active tab. */
export type TabView =
  | { state: 'none' }
  /** The browser does not let extensions read it (its own pages, the store). */
  | { state: 'unreadable'; url: string }
  /** Not granted: `origin` can be asked for, the click must come from the person. */
  | { state: 'not-granted'; tabId: number; origin: string | null }
  | { state: 'source'; tabId: number; source: DocumentSource };

export interface Tabs {
  /** The active tab of the panel's window; again after navigation. */
  active: Subscribable<TabView>;
  /** Asks the person for a lasting grant of one origin. Must run in a click. */
  grant(origin: string): Promise<Result<{ granted: boolean }>>;
  /** May pages of this origin be read without a click, as a declared or granted site? */
  lasting(origin: string): Promise<boolean>;
  granted(): Promise<string[]>;
  revoke(origin: string): Promise<Result<object>>;
}
