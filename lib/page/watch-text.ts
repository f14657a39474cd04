/**
 * Tells when the text of a page changed. A page may change a thousand times a second: the observer is taken off at the
 * first change and put back after a pause, which grows while the page keeps changing (clocks, tickers) and stops at a
 * minute. What changes without changing the text is not told.
 */
import { bodyOf, rootOf, textOf } from './dom';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;
/** A page that was quiet for so many pauses starts afresh. */
const QUIET_PAUSES = 4;

/** How long the next pause is; outlives one watch, so that reading a page again does not make it be watched closer. */
export interface Rhythm {
  readonly first: number;
  pause: number;
  /** When the text last changed, ms. */
  changedAt: number;
}
export const newRhythm = (pause = FIRST_PAUSE): Rhythm => ({ first: pause, pause, changedAt: 0 });

const wholeText = (document: Document): string => {
  const root = bodyOf(document) ?? rootOf(document);
  return root ? (textOf(root) ?? '') : '';
};

export interface WatchOptions {
  signal: AbortSignal;
  rhythm?: Rhythm;
  /** What is watched of the text; all of it unless told. */
  read?: (document: Document) => string;
}

export function watchText(document: Document, changed: () => void, options: WatchOptions): void {
  const { signal, rhythm = newRhythm(), read = wholeText } = options;
  // Texts are compared as they are: browsers do that faster than any hash could be made of them.
  let before = read(document);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = () => {
    const root = rootOf(document);
    if (root) observer.observe(root, { childList: true, characterData: true, subtree: true });
  };
  const settle = () => {
    if (signal.aborted) return;
    watch();
    const now = read(document);
    if (now === before) return;
    before = now;
    rhythm.pause = Math.min(rhythm.pause * 2, LONGEST_PAUSE);
    rhythm.changedAt = performance.now();
    changed();
  };
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const quiet = performance.now() - rhythm.changedAt;
    if (quiet > rhythm.pause * QUIET_PAUSES) rhythm.pause = rhythm.first;
    timer = setTimeout(settle, rhythm.pause);
  });
  watch();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
