/** The items of a reading as the person corrected them, and the field corrections that stand beside each. */
import type { Corrections } from '../model/clip';
import type { PolicyItem } from '../model/item';
import { type DocumentEdit, markOf, paragraphMark } from './edits';
import { mergeItems } from './merge-items';
import { splitItem, splitPlaces } from './split-item';

export interface EditedItems {
  items: PolicyItem[];
  /** By item id; the items themselves stay as they were found. */
  corrections: ReadonlyMap<string, Corrections>;
}

/** The part of a `DocumentEdit` list that still applies, in order. */
export function applyEdits(
  found: readonly PolicyItem[],
  edits: readonly DocumentEdit[],
  document: string,
): EditedItems {
  const items = [...found];
  const corrections = new Map<string, Corrections>();
  for (const edit of edits) {
    const at = items.findIndex((item) => markOf(item) === edit.item);
    const item = items[at];
    if (!item) continue;
    if (edit.type === 'fields') {
      corrections.set(item.id, { ...corrections.get(item.id), ...edit.corrections });
    } else if (edit.type === 'merge') {
      const next = items[at + 1];
      if (next) items.splice(at, 2, mergeItems(item, next));
    } else {
      const place = splitPlaces(item).find(({ paragraph }) => paragraphMark(paragraph) === edit.at);
      if (place) items.splice(at, 1, ...splitItem(item, place.at, document));
    }
  }
  return { items, corrections };
}
