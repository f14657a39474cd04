/**
 * What the 本页 view shows: the window's active tab, or a file that was opened over it. Keeps the page stores of the tabs
 * that were visited, so that coming back finds everything as it was left.
 */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { PageStore } from './page-store';
import type { DocumentSource, Tabs, TabView } from './sources';

export type HostView =
  | { state: 'none' }
  | { state: 'unreadable'; url: string }
  | { state: 'not-granted'; origin: string | null }
  | { state: 'page'; page: PageStore; isFile: boolean };

export interface PageHost {
  view: ReadonlySignal<HostView>;
  /** The page in front, if there is one. */
  page: ReadonlySignal<PageStore | null>;
  openFile(source: DocumentSource): void;
  closeFile(): void;
  start(): () => void;
}

/** Pages whose stores are kept beside the one in front; the one that was in front longest ago goes first. */
const KEPT = 40;
/** How much text they may have together: thirty bytes of memory go with each character, and a long PDF has 200,000. */
const KEPT_CHARS = 400_000;

function charsOf({ model }: PageStore): number {
  const last = model.peek()?.blocks.at(-1);
  return last ? last.start + last.text.length : 0;
}

export function createPageHost(
  tabs: Pick<Tabs, 'active'>,
  createPage: (source: DocumentSource) => PageStore,
): PageHost {
  const tab = signal<TabView>({ state: 'none' });
  const file = signal<DocumentSource | null>(null);
  const pages = new Map<string, PageStore>();

  const pageOf = (source: DocumentSource): PageStore => {
    const page = pages.get(source.id) ?? createPage(source);
    pages.delete(source.id);
    pages.set(source.id, page);
    forget(source.id);
    return page;
  };
  /** What is dropped is read anew when somebody comes back; what was being done there is remembered elsewhere. */
  const forget = (front: string): void => {
    let [count, chars] = [0, 0];
    for (const [id, kept] of [...pages].reverse()) {
      if (id === front) continue;
      count += 1;
      chars += charsOf(kept);
      if (count > KEPT || chars > KEPT_CHARS) pages.delete(id);
    }
  };

  const view = computed<HostView>(() => {
    if (file.value) return { state: 'page', page: pageOf(file.value), isFile: true };
    const current = tab.value;
    if (current.state === 'source') return { state: 'page', page: pageOf(current.source), isFile: false };
    if (current.state === 'not-granted') return { state: 'not-granted', origin: current.origin };
    return current;
  });
  const page = computed(() => (view.value.state === 'page' ? view.value.page : null));

  return {
    view,
    page,
    openFile(source) {
      file.value = source;
    },
    closeFile() {
      file.value = null;
    },
    start() {
      const unsubscribe = tabs.active.subscribe((next) => {
        tab.value = next;
      });
      const stop = effect(() => {
        const front = page.value;
        return untracked(() => front?.attach());
      });
      return () => {
        unsubscribe();
        stop();
      };
    },
  };
}
