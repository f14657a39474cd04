/**
 * The life of one reading: idle → reading (with progress and first items) → read or failed. A newer request ends the
 * older one; what was read stays on the screen until the new reading is there. Knows no page and no store.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DocumentModel } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { DocumentKind, Reading } from '@/lib/core/model/item';
import type { DocumentSource } from './sources';

export type ReadDocument = (model: DocumentModel, options: { kind?: DocumentKind }) => Reading;

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
  const phase = signal<Phase>({ state: 'idle' });
  const model = signal<DocumentModel | null>(null);
  const overruled = signal<DocumentKind | null>(null);
  const changed = signal(false);
  const reading = computed(() => {
    if (!model.value) return null;
    return readDocument(model.value, overruled.value ? { kind: overruled.value } : {});
  });
  let current: AbortController | null = null;

  const cancel = () => {
    if (!current) return;
    current.abort();
    current = null;
    phase.value = model.value ? { state: 'read' } : { state: 'failed', error: 'cancelled' };
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
      const again = model.value !== null;
      phase.value = { state: 'reading', done: 0, total: 0 };
      const answer = await source.read(own.signal, (progress) => {
        if (current !== own) return;
        batch(() => {
          phase.value = { state: 'reading', done: progress.done, total: progress.total };
          if (progress.partial && !again) model.value = progress.partial;
        });
      });
      if (current !== own) return;
      current = null;
      batch(() => {
        changed.value = false;
        if (answer.ok) model.value = answer.value;
        phase.value = answer.ok ? { state: 'read' } : { state: 'failed', error: answer.error };
      });
    },
    overrule(kind) {
      overruled.value = kind;
    },
    markChanged() {
      if (phase.value.state === 'read') changed.value = true;
    },
  };
}
