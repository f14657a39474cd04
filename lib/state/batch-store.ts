/**
 * Many files at once: reads one after the other, says of each what it is and what is wrong with it, and keeps all
 * their items in one go. An item that is there twice is kept once; a document that is there twice is kept as the first
 * of its files has it, unless the person wants all of them.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { itemKey } from '@/lib/core/clip/passage-keys';
import { type ClipContext, clipContext } from '@/lib/core/clip/source';
import type { DocumentModel, Notice } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Result } from '@/lib/core/model/failure';
import type { DocumentKind, PolicyItem, Reading } from '@/lib/core/model/item';
import { type SeriesGap, seriesGaps } from '@/lib/core/query/series';
import type { ClipStore } from '@/lib/store/contract';
import type { Clipper } from './clipper';
import type { ReadDocument } from './page-reading';
import { clipOfPassage } from './passages';
import type { DocumentSource } from './sources';

export type BatchState =
  | { state: 'waiting' }
  | { state: 'reading'; done: number; total: number }
  | { state: 'failed'; error: ErrorCode }
  | {
      state: 'read';
      kind: DocumentKind;
      title: string;
      issueNumber: string | null;
      items: number;
      notices: readonly Notice[];
      /** Name of the file before it that holds the same document. */
      twin: string | null;
    };

export interface BatchRow {
  id: string;
  name: string;
  at: BatchState;
  /** Items that are in the library. */
  kept: number;
}

export interface BatchStore {
  rows: ReadonlySignal<readonly BatchRow[]>;
  busy: ReadonlySignal<boolean>;
  gaps: ReadonlySignal<readonly SeriesGap[]>;
  /** Leaves out files that hold the same document as one before them, whatever else is in them. */
  skipTwins: Signal<boolean>;
  twins: ReadonlySignal<number>;
  /** Items that `clipAll` would keep. */
  left: ReadonlySignal<number>;
  /** Reads these files instead of those before. */
  open(sources: readonly DocumentSource[]): Promise<void>;
  stop(): void;
  /** Keeps every item that is not kept yet; false when that failed. */
  clipAll(): Promise<boolean>;
  /** The file as a document of its own, to be looked at. */
  source(id: string): DocumentSource | null;
  start(): () => void;
}

export interface BatchServices {
  store: Pick<ClipStore, 'byKey' | 'changes'>;
  clipper: Pick<Clipper, 'save'>;
  readDocument: ReadDocument;
  clock: () => string;
  newId: () => string;
}

export function createBatchStore({ store, clipper, readDocument, clock, newId }: BatchServices): BatchStore {
  const rows = signal<readonly BatchRow[]>([]);
  const busy = signal(false);
  const contexts = new Map<string, ClipContext>();
  const skipTwins = signal(true);
  const isTwin = ({ at }: BatchRow): boolean => at.state === 'read' && at.twin !== null;
  const keptKeys = signal<ReadonlySet<string>>(new Set());
  let sources: readonly DocumentSource[] = [];
  let current = new AbortController();

  const set = (id: string, at: BatchState) => {
    rows.value = rows.value.map((row) => (row.id === id ? { ...row, at } : row));
  };
  const keysOf = (id: string): string[] => {
    const context = contexts.get(id);
    return context ? context.reading.items.map((item) => itemKey(context.source, item)) : [];
  };

  /** Every item that is not kept, once, however many of the files have it. */
  function unkept(): { context: ClipContext; item: PolicyItem }[] {
    const seen = new Set(keptKeys.value);
    const meant = rows.value
      .filter((row) => !(skipTwins.value && isTwin(row)))
      .flatMap(({ id }) => contexts.get(id) ?? []);
    return meant.flatMap((context) =>
      context.reading.items.flatMap((item) => {
        const key = itemKey(context.source, item);
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ context, item }];
      }),
    );
  }

  async function refreshKept(): Promise<void> {
    const answer = await store.byKey([...contexts.keys()].flatMap(keysOf));
    if (!answer.ok) return;
    keptKeys.value = new Set(answer.value.keys());
    rows.value = rows.value.map((row) => ({
      ...row,
      kept: keysOf(row.id).filter((key) => keptKeys.value.has(key)).length,
    }));
  }

  function describe(source: DocumentSource, reading: Reading, context: ClipContext): BatchState {
    const twin = sources.find(
      (other) => other.id !== source.id && contexts.get(other.id)?.source.documentKey === context.source.documentKey,
    );
    return {
      state: 'read',
      kind: reading.verdict.kind,
      title: context.source.title,
      issueNumber: context.source.issueNumber,
      items: reading.items.length,
      notices: reading.notices,
      twin: twin ? (twin.fileName ?? twin.title) : null,
    };
  }

  const readOne = (source: DocumentSource, own: AbortSignal): Promise<Result<DocumentModel>> => {
    set(source.id, { state: 'reading', done: 0, total: 0 });
    return source.read(own, ({ done, total }) => {
      if (!own.aborted) set(source.id, { state: 'reading', done, total });
    });
  };

  /** Null for a document that breaks the parser: it is no reason to read no other. */
  async function parsed(model: DocumentModel): Promise<Reading | null> {
    try {
      return await readDocument(model, {});
    } catch {
      return null;
    }
  }

  async function parseOne(source: DocumentSource, answer: Result<DocumentModel>, own: AbortSignal): Promise<void> {
    if (own.aborted) return;
    if (!answer.ok) return set(source.id, { state: 'failed', error: answer.error });
    const reading = await parsed(answer.value);
    if (own.aborted) return;
    if (!reading) return set(source.id, { state: 'failed', error: 'unexpected' });
    const context = clipContext(reading, answer.value, source.fileName);
    const state = describe(source, reading, context);
    contexts.set(source.id, context);
    set(source.id, state);
    await refreshKept();
  }

  return {
    rows,
    busy,
    skipTwins,
    twins: computed(() => rows.value.filter(isTwin).length),
    gaps: computed(() =>
      seriesGaps(
        rows.value.flatMap(({ at }) =>
          at.state === 'read' && at.issueNumber !== null ? [{ title: at.title, issueNumber: at.issueNumber }] : [],
        ),
      ),
    ),
    // Rows change with the documents behind them.
    left: computed(() => unkept().length),
    async open(next) {
      current.abort();
      current = new AbortController();
      const { signal: own } = current;
      sources = next;
      contexts.clear();
      keptKeys.value = new Set();
      rows.value = next.map(({ id, fileName, title }) => ({
        id,
        name: fileName ?? title,
        at: { state: 'waiting' },
        kept: 0,
      }));
      busy.value = true;
      // The next file is read while the one before is parsed; no more than these two are held at a time.
      let parsing = Promise.resolve();
      for (const source of next) {
        if (own.aborted) return;
        const answer = await readOne(source, own);
        await parsing;
        parsing = parseOne(source, answer, own);
      }
      await parsing;
      if (!own.aborted) busy.value = false;
    },
    stop() {
      current.abort();
      busy.value = false;
      rows.value = rows.value.map((row) =>
        row.at.state === 'waiting' || row.at.state === 'reading'
          ? { ...row, at: { state: 'failed', error: 'cancelled' } }
          : row,
      );
    },
    async clipAll() {
      const clips = unkept().map(({ context, item }) =>
        clipOfPassage(context, { type: 'item', item }, { id: newId(), at: clock() }),
      );
      const saved = await clipper.save(clips);
      await refreshKept();
      return saved;
    },
    source: (id) => sources.find((source) => source.id === id) ?? null,
    start: () => store.changes.subscribe(() => void refreshKept()),
  };
}
