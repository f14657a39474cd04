/** The person's edits of one document, kept for good under the document's key, so that another reading finds them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type DocumentEdit, documentEditsSchema, MAX_EDITS } from '@/lib/core/edit/edits';
import type { Corrections } from '@/lib/core/model/clip';
import type { Memory } from './memory';

export interface DocumentEdits {
  list: ReadonlySignal<readonly DocumentEdit[]>;
  /** Takes up the edits of another document; does nothing for the one it is about already. */
  about(documentKey: string): void;
  add(edit: DocumentEdit): void;
  /** Sets the field corrections of one item; empty ones go. */
  correct(item: string, corrections: Corrections): void;
  /** Takes back the last edits until `count` are left. */
  cutTo(count: number): void;
}

export const editsKey = (documentKey: string) => `edits:${documentKey}`;

export function createDocumentEdits(memory: Memory): DocumentEdits {
  const list = signal<readonly DocumentEdit[]>([]);
  let key: string | null = null;
  const put = (next: readonly DocumentEdit[]) => {
    list.value = next.slice(-MAX_EDITS);
    if (key !== null) void memory.set(editsKey(key), list.value);
  };
  return {
    list,
    about(documentKey) {
      if (documentKey === key) return;
      key = documentKey;
      list.value = [];
      void memory.get(editsKey(documentKey)).then((stored) => {
        const parsed = documentEditsSchema.safeParse(stored);
        if (key !== documentKey || !parsed.success) return;
        const early = list.value;
        if (early.length > 0) put([...parsed.data, ...early]);
        else list.value = parsed.data;
      });
    },
    add: (edit) => put([...list.value, edit]),
    correct(item, corrections) {
      const others = list.value.filter((edit) => edit.type !== 'fields' || edit.item !== item);
      put(Object.keys(corrections).length > 0 ? [...others, { type: 'fields', item, corrections }] : others);
    },
    cutTo: (count) => put(list.value.slice(0, count)),
  };
}
