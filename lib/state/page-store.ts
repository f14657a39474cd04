/**
 * One page, PDF or file beside the panel: its reading, what is kept of it, what is looked at, and the way back into the
 * page. One store per source id; it lives on while another tab is in front.
 */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { marksKey } from '@/lib/core/clip/known-marks';
import type { Measure, PolicyItem } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import type { PageSelection } from '@/lib/core/protocol/to-page';
import type { Drafts } from './drafts';
import { followItems } from './follow-items';
import { createKeptExcerpts } from './kept-excerpts';
import { type Memory, type SharedMemory, throttled } from './memory';
import { createPageClips, type PageClips, type PageClipsServices } from './page-clips';
import { createPageItems, type PageItems } from './page-items';
import { itemOfMark, pageMarks } from './page-marks';
import { createPageReading, type PageReading, type ReadDocument } from './page-reading';
import { type PageView, parsePageView } from './page-view-memory';
import type { DocumentSource } from './sources';
import type { Toasts } from './toasts';

export interface PageServices extends PageClipsServices {
  readDocument: ReadDocument;
  toasts: Toasts;
  drafts: Drafts;
  /** For the browser session. */
  memory: Memory;
  /** For good. */
  lasting: SharedMemory;
}

export interface PageStore
  extends Omit<PageReading, 'markChanged'>,
    Omit<PageItems, 'start'>,
    Omit<PageClips, 'start'> {
  source: DocumentSource;
  /** Item under the pointer, in the page or in the panel. */
  hovered: ReadonlySignal<string | null>;
  /** Item that J/K, Enter, C and T are about. */
  active: Signal<string | null>;
  /** Counts what the page asked to be shown, so that the panel scrolls to the active card. */
  reveal: ReadonlySignal<number>;
  selection: ReadonlySignal<PageSelection | null>;
  /** Items whose card is unfolded. The only item of a document that is read is unfolded by itself. */
  open: ReadonlySignal<ReadonlySet<string>>;
  scroll: Signal<number>;
  toggle(item: string): void;
  point(item: string | null): void;
  pointField(spans: readonly Span[]): void;
  move(step: 1 | -1): void;
  show(spans: readonly Span[], pages: PolicyItem['pages']): Promise<void>;
  clipAll(): Promise<boolean>;
  clipMeasure(item: PolicyItem, measure: Measure): Promise<boolean>;
  /** Starts listening and reads when that has not happened yet; undo stops painting and listening. */
  attach(): () => void;
}

const SAVE_VIEW_MS = 400;

/** The set without what was in it, or with what was not. */
const flipped = (set: ReadonlySet<string>, item: string): ReadonlySet<string> =>
  new Set(set.has(item) ? [...set].filter((one) => one !== item) : [...set, item]);

const withoutSpace = (text: string): string => text.replace(/\s/gu, '');

export function createPageStore(source: DocumentSource, services: PageServices): PageStore {
  const reading = createPageReading(source, services.readDocument);
  const hovered = signal<string | null>(null);
  const active = signal<string | null>(null);
  const reveal = signal(0);
  const told = signal<PageSelection | null>(null);
  const field = signal<readonly Span[]>([]);
  const toggled = signal<ReadonlySet<string>>(new Set());
  const scroll = signal(0);

  const own = createPageItems(reading, {
    memory: services.lasting,
    toasts: services.toasts,
    fileName: source.fileName,
  });
  const { items } = own;
  const open = computed<ReadonlySet<string>>(() => {
    const [only, ...others] = reading.phase.value.state === 'read' ? items.value : [];
    return only && others.length === 0 ? flipped(toggled.value, only.id) : toggled.value;
  });
  /** While a PDF is still being read, a selection may count in another part of it than the one shown. */
  const selection = computed(() => {
    const text = own.context.value?.text;
    if (!told.value || source.format !== 'pdf' || text === undefined) return told.value;
    const there = told.value.spans.map(({ start, end }) => text.slice(start, end)).join('');
    return withoutSpace(there) === withoutSpace(told.value.text) ? told.value : null;
  });
  const kept = createPageClips(own, selection, services);
  const { clipOf, clip } = kept;
  const excerpts = createKeptExcerpts(
    services.store,
    computed(() => (source.marksInPage && reading.phase.value.state === 'read' ? own.context.value : null)),
  );

  const view = computed<PageView>(() => ({
    toggled: [...toggled.value],
    scroll: scroll.value,
    overruled: reading.overruled.value,
    active: active.value,
  }));
  const restored = services.memory.get(`page:${source.id}`).then((stored) => {
    const old = parsePageView(stored);
    batch(() => {
      toggled.value = new Set(old.toggled);
      scroll.value = old.scroll;
      active.value = old.active;
      reading.overrule(old.overruled);
    });
  });

  /** Is the person in the middle of something here? */
  const atWork = () =>
    items.value.length > 0 && (active.value !== null || toggled.value.size > 0 || items.value.some(isTypedAt));
  const isTypedAt = (item: PolicyItem) =>
    [own.draftOwner(item), clipOf({ type: 'item', item })?.id ?? ''].some(
      (owner) => Object.keys(services.drafts.of(owner)).length > 0,
    );

  const paint = () => {
    if (!source.marksInPage) return;
    const marks = pageMarks({
      items: items.value,
      isClipped: (item) => clipOf({ type: 'item', item }) !== null,
      active: hovered.value ?? active.value,
      field: field.value,
      excerpts: excerpts.places.value,
    });
    void source.setMarks(marks);
  };

  return {
    ...reading,
    ...own,
    ...kept,
    keptError: computed(() => kept.keptError.value ?? excerpts.error.value),
    readKept() {
      kept.readKept();
      void excerpts.refresh();
    },
    source,
    hovered,
    active,
    reveal,
    selection,
    open,
    scroll,
    toggle(item) {
      toggled.value = flipped(toggled.value, item);
    },
    point(item) {
      if (hovered.value === item) return;
      hovered.value = item;
      if (source.marksInPage) void source.focusMark(item);
    },
    pointField(spans) {
      field.value = spans;
    },
    move(step) {
      const at = items.value.findIndex((item) => item.id === active.value);
      const next = items.value[Math.min(Math.max(at + step, 0), items.value.length - 1)];
      if (next) active.value = next.id;
    },
    async show(spans, pages) {
      if (spans.length > 0) await source.scrollTo([...spans], pages?.[0] ?? null);
    },
    clipAll: () => clip(items.value.map((item) => ({ type: 'item', item }))),
    clipMeasure: (item, measure) => clip([{ type: 'measure', item, measure }]),
    attach() {
      const saving = throttled(() => void services.memory.set(`page:${source.id}`, view.value), SAVE_VIEW_MS);
      const undo = [
        source.events.subscribe((event) => {
          if (event.type === 'hover') hovered.value = itemOfMark(event.id);
          if (event.type === 'selection') told.value = event.selection;
          if (event.type === 'changed') {
            // Under somebody's hands nothing is exchanged: a pill offers it. A PDF that gave something is read again only when asked.
            const { state } = reading.phase.value;
            const isBare = state === 'failed' || (state === 'read' && items.value.length === 0);
            if (isBare || (source.format === 'html' && !atWork())) void reading.read();
            else reading.markChanged();
          }
          if (event.type === 'activate')
            batch(() => {
              active.value = itemOfMark(event.id);
              reveal.value++;
            });
        }),
        own.start(),
        kept.start(),
        excerpts.start(),
        followItems(items, (renamed) => {
          const now = (id: string) => renamed.get(id) ?? id;
          toggled.value = new Set([...toggled.value].map(now));
          if (active.value !== null) active.value = now(active.value);
          if (hovered.value !== null) hovered.value = now(hovered.value);
        }),
        effect(paint),
        effect(() => {
          const head = reading.reading.value?.head;
          if (source.format !== 'pdf' || !source.url || !head) return;
          void services.memory.set(
            marksKey(source.url),
            head.marks.map(({ value }) => value),
          );
        }),
      ];
      let live = true;
      void restored.then(() => {
        if (!live) return;
        const { state } = reading.phase.value;
        // A page that went away while it was read is read when somebody comes back to it.
        if (state === 'idle' || (state === 'failed' && source.format === 'html')) void reading.read();
        undo.push(
          effect(() => {
            view.value;
            saving.trigger();
          }),
        );
      });
      return () => {
        live = false;
        saving.flush();
        for (const stop of undo) stop();
        if (source.marksInPage) void source.setMarks([]);
      };
    },
  };
}
