/**
 * The items of the document in front as the person corrected them: what was read, with the person's edits applied.
 * Edits outlive the reading; every one can be taken back from its toast.
 */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { type ClipContext, clipContext } from '@/lib/core/clip/source';
import { applyEdits, type EditedItems } from '@/lib/core/edit/apply-edits';
import { type DocumentEdit, markOf, paragraphMark } from '@/lib/core/edit/edits';
import type { Corrections } from '@/lib/core/model/clip';
import type { PolicyItem } from '@/lib/core/model/item';
import type { ClipChange } from '@/lib/store/contract';
import { createDocumentEdits } from './document-edits';
import type { SharedMemory } from './memory';
import { message } from './message';
import type { PageReading } from './page-reading';
import type { Toasts } from './toasts';

export interface Section {
  name: string;
  items: PolicyItem[];
}

export interface PageItems {
  items: ReadonlySignal<readonly PolicyItem[]>;
  sections: ReadonlySignal<readonly Section[]>;
  /** What clips are made of; null before anything was read. */
  context: ReadonlySignal<ClipContext | null>;
  /** What the person set beside what was found, before the item is kept. */
  correctionsOf(item: PolicyItem): Corrections;
  /** Whose drafts the texts are that are typed for it. */
  draftOwner(item: PolicyItem): string;
  correct(item: PolicyItem, change: NonNullable<ClipChange['corrections']>): void;
  mergeWithNext(item: PolicyItem): void;
  /** @param paragraph the one that is the title of the new item */
  split(item: PolicyItem, paragraph: string): void;
  start(): () => void;
}

export interface PageItemsServices {
  memory: SharedMemory;
  toasts: Toasts;
  fileName: string | null;
}

const NOTHING: EditedItems = { items: [], corrections: new Map() };

export function createPageItems(reading: PageReading, { memory, toasts, fileName }: PageItemsServices): PageItems {
  const edits = createDocumentEdits(memory);
  const found = computed<ClipContext | null>(() => {
    const model = reading.model.value;
    return reading.reading.value && model ? clipContext(reading.reading.value, model, fileName) : null;
  });
  const edited = computed(() =>
    found.value ? applyEdits(found.value.reading.items, edits.list.value, found.value.text) : NOTHING,
  );
  const items = computed<readonly PolicyItem[]>(() => edited.value.items);
  const correctionsOf = (item: PolicyItem): Corrections => edited.value.corrections.get(item.id) ?? {};

  const addWithUndo = (edit: DocumentEdit, key: 'toast.merged' | 'toast.split') => {
    const undo = edits.add(edit);
    toasts.show({
      tone: 'done',
      text: message(key),
      action: { label: message('common.undo'), run: undo },
    });
  };

  return {
    items,
    sections: computed(() => bySection(items.value)),
    context: computed(() => {
      if (!found.value) return null;
      return { ...found.value, reading: { ...found.value.reading, items: edited.value.items } };
    }),
    correctionsOf,
    draftOwner: (item) => `item:${found.value?.source.documentKey ?? ''}#${markOf(item)}`,
    correct(item, change) {
      const merged = Object.entries({ ...correctionsOf(item), ...change }).filter(([, value]) => value !== undefined);
      edits.correct(markOf(item), Object.fromEntries(merged));
    },
    mergeWithNext: (item) => addWithUndo({ type: 'merge', item: markOf(item) }, 'toast.merged'),
    split: (item, paragraph) =>
      addWithUndo({ type: 'split', item: markOf(item), at: paragraphMark(paragraph) }, 'toast.split'),
    start: () =>
      effect(() => {
        if (found.value) edits.about(found.value.source.documentKey);
      }),
  };
}

/** Neighbouring items under the same heading. */
function bySection(items: readonly PolicyItem[]): Section[] {
  const sections: Section[] = [];
  for (const item of items) {
    const name = item.section?.value ?? '';
    const last = sections.at(-1);
    if (last?.name === name) last.items.push(item);
    else sections.push({ name, items: [item] });
  }
  return sections;
}
