/**
 * 资料库: what is asked for, what was found, what is ticked and what is open. The query text is the only truth about
 * the filter; facet chips write into it.
 */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Result } from '@/lib/core/model/failure';
import { parseQuery, queryWords, type RegionNames } from '@/lib/core/query/clip-query';
import { type QueryField, type QueryTerm, setTerm, toggleTerm } from '@/lib/core/query/syntax';
import type { ClipStore, Facets } from '@/lib/store/contract';
import { type ClipList, createClipList } from './clip-list';
import type { Clipper } from './clipper';
import { createLibraryCursor, type LibraryCursor } from './library-cursor';
import { createSelection, type Selection } from './selection';
import type { Toasts } from './toasts';

export interface LibraryStore {
  query: Signal<string>;
  /** Free words of the query, to be marked in results. */
  words: ReadonlySignal<readonly string[]>;
  trash: ReadonlySignal<boolean>;
  list: ClipList;
  facets: ReadonlySignal<Facets | null>;
  /** Why the facets are not those of the library as it is. */
  facetsError: ReadonlySignal<ErrorCode | null>;
  /** Asks for list and facets once more. */
  refresh(): void;
  selection: Selection;
  /** Clip whose detail is shown. */
  detail: ReadonlySignal<Clip | null>;
  cursor: LibraryCursor;
  scroll: Signal<number>;
  /** Clip whose editor is open in the detail. */
  editing: Signal<boolean>;
  /** Counts how often the search box was asked for. */
  searchAsked: ReadonlySignal<number>;
  focusSearch(): void;
  move(step: 1 | -1): void;
  tickActive(): void;
  showActive(): void;
  editActive(): void;
  /** One step back: editor, detail, ticks, trash. */
  leave(): void;
  /** Clips by id, in this order; none that are gone. */
  clipsOf(ids: readonly string[]): Promise<Result<Clip[]>>;
  /** Base64 of the picture of a clip; null where it has none, or where it was lost. */
  picture(id: string): Promise<Result<string | null>>;
  /** Ids of everything the query finds. */
  allIds(): Promise<Result<string[]>>;
  openTrash(on: boolean): void;
  toggleTerm(term: QueryTerm): void;
  /** The only term of its field; null takes it away. */
  setTerm(field: QueryField, value: string | null): void;
  show(id: string | null): Promise<void>;
  /** Ticks everything between the last ticked place and this one. */
  selectRange(to: number): void;
  tick(index: number): void;
  selectAll(): Promise<void>;
  /** Ids of the ticked clips in the order of the list. */
  selectedIds(): Promise<string[]>;
  removeSelected(): Promise<void>;
  restoreSelected(): Promise<void>;
  purgeSelected(): Promise<void>;
  tagSelected(tags: readonly string[]): Promise<void>;
  start(): () => void;
}

export function createLibraryStore(
  store: ClipStore,
  clipper: Clipper,
  regions: RegionNames,
  toasts: Toasts,
): LibraryStore {
  const query = signal('');
  const trash = signal(false);
  const facets = signal<Facets | null>(null);
  const facetsError = signal<ErrorCode | null>(null);
  const detail = signal<Clip | null>(null);
  const list = createClipList(store);
  const selection = createSelection();
  const question = computed(() => ({ ...parseQuery(query.value, regions), trashed: trash.value }));
  const cursor = createLibraryCursor(list);
  const editing = signal(false);
  const searchAsked = signal(0);
  let lastTicked = 0;
  const failed = (code: ErrorCode): void => {
    toasts.problem(code);
  };

  const refreshFacets = async () => {
    const answer = await store.facets();
    facetsError.value = answer.ok ? null : answer.error;
    if (answer.ok) facets.value = answer.value;
  };
  const refresh = () => {
    list.refresh();
    void refreshFacets();
  };
  const show = async (id: string | null) => {
    if (id !== detail.value?.id) editing.value = false;
    if (id === null) {
      detail.value = null;
      return;
    }
    const answer = await store.get([id]);
    if (answer.ok) detail.value = answer.value[0] ?? null;
    else failed(answer.error);
  };
  const openTrash = (on: boolean) =>
    batch(() => {
      trash.value = on;
      detail.value = null;
      selection.clear();
    });
  const tick = (index: number) => {
    const clip = list.at(index);
    if (!clip) return;
    lastTicked = index;
    selection.toggle(clip.id);
  };
  const tickedIds = async () => {
    const all = await store.findIds(question.value);
    const ticked = selection.ids.value;
    const inOrder = all.ok ? all.value.filter((id) => ticked.has(id)) : [];
    return [...new Set([...inOrder, ...ticked])];
  };
  const forTicked = async (act: (ids: readonly string[]) => Promise<boolean>) => {
    const ids = [...selection.ids.value];
    if (ids.length > 0 && (await act(ids))) {
      selection.drop(ids);
      if (detail.value && ids.includes(detail.value.id)) detail.value = null;
    }
  };

  return {
    query,
    words: computed(() => queryWords(query.value, regions)),
    trash,
    list,
    facets,
    facetsError,
    refresh,
    selection,
    detail,
    cursor,
    scroll: signal(0),
    editing,
    searchAsked,
    focusSearch() {
      searchAsked.value++;
    },
    move(step) {
      cursor.move(step);
      if (detail.value) void show(cursor.idAtActive());
    },
    tickActive: () => tick(cursor.active.value),
    showActive: () => void show(cursor.idAtActive()),
    editActive() {
      void show(cursor.idAtActive() ?? detail.value?.id ?? null).then(() => {
        editing.value = detail.value !== null;
      });
    },
    leave() {
      if (editing.value) editing.value = false;
      else if (detail.value) detail.value = null;
      else if (selection.count.value > 0) selection.clear();
      else if (trash.value) openTrash(false);
    },
    clipsOf: (ids) => store.get([...ids]),
    picture: (id) => store.picture(id),
    allIds: () => store.findIds(question.value),
    openTrash,
    toggleTerm(term) {
      query.value = toggleTerm(query.value, term);
    },
    setTerm(field, value) {
      query.value = setTerm(query.value, field, value);
    },
    show,
    tick,
    selectRange(to) {
      const [from, end] = lastTicked < to ? [lastTicked, to] : [to, lastTicked];
      const ids: string[] = [];
      for (let index = from; index <= end; index++) ids.push(...(list.at(index) ? [list.at(index)?.id ?? ''] : []));
      selection.add(ids);
    },
    async selectAll() {
      const all = await store.findIds(question.value);
      if (all.ok) selection.add(all.value);
      else failed(all.error);
    },
    selectedIds: tickedIds,
    removeSelected: () => forTicked((ids) => clipper.remove(ids)),
    restoreSelected: () => forTicked((ids) => clipper.restore(ids)),
    purgeSelected: () => forTicked((ids) => clipper.purge(ids)),
    async tagSelected(tags) {
      const found = await store.get([...selection.ids.value]);
      if (!found.ok) return failed(found.error);
      const untagged = found.value.filter((clip) => tags.some((tag) => !clip.tags.includes(tag)));
      await clipper.tag(untagged, tags);
    },
    start() {
      const undo = [
        effect(() => list.ask(question.value)),
        store.changes.subscribe(() => {
          refresh();
          if (detail.value) void show(detail.value.id);
        }),
      ];
      void refreshFacets();
      return () => {
        for (const stop of undo) stop();
      };
    },
  };
}
