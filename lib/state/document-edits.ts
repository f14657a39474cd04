/** The person's edits of one document, kept for good under the document's key, so that another reading finds them. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type DocumentEdit, documentEditsSchema, MAX_EDITS } from '@/lib/core/edit/edits';
import type { Corrections } from '@/lib/core/model/clip';
import { createLasting, type Lasting } from './lasting';
import type { SharedMemory } from './memory';

export interface DocumentEdits {
  list: ReadonlySignal<readonly DocumentEdit[]>;
  /** Takes up the edits of another document; does nothing for the one it is about already. */
  about(documentKey: string): void;
  /** Answers how it is taken back, with those that came after it. */
  add(edit: DocumentEdit): () => void;
  /** Sets the field corrections of one item; empty ones go. */
  correct(item: string, corrections: Corrections): void;
}

export const editsKey = (documentKey: string) => `edits:${documentKey}`;

type Edits = readonly DocumentEdit[];
const NONE: Edits = [];
const parse = (stored: unknown): Edits | null => documentEditsSchema.safeParse(stored).data ?? null;

export function createDocumentEdits(memory: SharedMemory): DocumentEdits {
  const known = new Map<string, Lasting<Edits>>();
  const current = signal<Lasting<Edits> | null>(null);
  let key: string | null = null;
  return {
    list: computed(() => current.value?.value.value ?? NONE),
    about(documentKey) {
      if (documentKey === key) return;
      key = documentKey;
      const old = known.get(documentKey);
      const edits = old ?? createLasting(memory, editsKey(documentKey), NONE, parse);
      known.set(documentKey, edits);
      old?.refresh();
      current.value = edits;
    },
    add(edit) {
      const edits = current.value;
      edits?.change((old) => [...old, edit].slice(-MAX_EDITS));
      const isIt = (one: DocumentEdit) => JSON.stringify(one) === JSON.stringify(edit);
      return () =>
        edits?.change((old) => {
          const at = old.findLastIndex(isIt);
          return at < 0 ? old : old.slice(0, at);
        });
    },
    correct(item, corrections) {
      current.value?.change((old) => {
        const others = old.filter((edit) => edit.type !== 'fields' || edit.item !== item);
        const own: Edits = Object.keys(corrections).length > 0 ? [{ type: 'fields', item, corrections }] : NONE;
        return [...others, ...own].slice(-MAX_EDITS);
      });
    },
  };
}
