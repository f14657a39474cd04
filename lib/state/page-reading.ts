/**
 * The life of one reading: idle → reading (with progress and first items) → read or failed. A long document that is
 * stopped is read as far as it came, and read on when asked. A newer request ends the older one; what was read stays on the screen until the new reading is there. Knows no page and no store.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DocumentModel } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { DocumentKind, Reading } from '@/lib/core/model/item';
import type { DocumentSource } from './sources';

/** At once on the main thread, or later by a worker beside it. */
export type ReadDocument = (model: DocumentModel, options: { kind?: DocumentKind }) => Reading | Promise<Reading>;

export type Phase =
  | { state: 'idle' }
  | { state: 'reading'; done: number; total: number }
  | { state: 'read' }
  | { state: 'failed'; error: ErrorCode };

export interface PageReading {
  phase: ReadonlySignal<Phase>;
  model: ReadonlySignal<DocumentModel | null>;
  /** Of the whole document, or of what has been read so far. */
  reading: ReadonlySignal<Reading | null>;
  /** What the person says the document is; null leaves it to the detector. */
  overruled: ReadonlySignal<DocumentKind | null>;
  /** The page changed after it was read. */
  changed: ReadonlySignal<boolean>;
  read(): Promise<void>;
  cancel(): void;
  overrule(kind: DocumentKind | null): void;
  markChanged(): void;
}

export function createPageReading(source: DocumentSource, readDocument: ReadDocument): PageReading {
  const progress = signal<Phase>({ state: 'idle' });
  const overruled = signal<DocumentKind | null>(null);
  const changed = signal(false);
  /** A document and its reading come to the screen together: spans of the one are of no use in the other. */
  const shown = signal<{ model: DocumentModel; reading: Reading | null } | null>(null);
  const model = computed(() => shown.value?.model ?? null);
  const reading = computed(() => shown.value?.reading ?? null);
  /** A document that breaks the parser is a failure of this document, never of the panel. */
  const phase = computed<Phase>(() =>
    shown.value?.reading === null && progress.value.state === 'read'
      ? { state: 'failed', error: 'unexpected' }
      : progress.value,
  );
  let turn = 0;
  /** Parses; only the newest document is shown. */
  const parse = async (next: DocumentModel): Promise<void> => {
    turn += 1;
    const own = turn;
    const show = (found: Reading | null) => {
      if (own === turn) shown.value = { model: next, reading: found };
    };
    try {
      const found = readDocument(next, overruled.value ? { kind: overruled.value } : {});
      show('then' in found ? await found : found);
    } catch {
      show(null);
    }
  };
  let current: AbortController | null = null;
  /** The source was asked to end the reading; asked again, the person does not wait for it. */
  let stopping = false;

  /** Whether what is shown is only a part of the document. */
  const isPart = () => reading.value?.notices.some(({ code }) => code === 'partly-read') ?? true;

  const cancel = () => {
    if (!current) return;
    if (source.stop && !stopping) {
      stopping = true;
      source.stop();
      return;
    }
    current.abort();
    current = null;
    progress.value = model.value ? { state: 'read' } : { state: 'failed', error: 'cancelled' };
  };

  return {
    phase,
    model,
    reading,
    overruled,
    changed,
    cancel,
    async read() {
      current?.abort();
      const own = new AbortController();
      current = own;
      stopping = false;
      progress.value = { state: 'reading', done: 0, total: 0 };
      const answer = await source.read(own.signal, (step) => {
        if (current !== own) return;
        batch(() => {
          progress.value = { state: 'reading', done: step.done, total: step.total };
          if (step.partial && isPart()) void parse(step.partial);
        });
      });
      if (current !== own) return;
      if (answer.ok) await parse(answer.value);
      if (current !== own) return;
      current = null;
      batch(() => {
        changed.value = false;
        progress.value = answer.ok ? { state: 'read' } : { state: 'failed', error: answer.error };
      });
    },
    overrule(kind) {
      overruled.value = kind;
      if (model.value) void parse(model.value);
    },
    markChanged() {
      if (progress.value.state === 'read') changed.value = true;
    },
  };
}
