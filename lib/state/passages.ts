/** A part of a document that can be kept, told apart by the same key whether it is kept already or not. */
import { type ClipStamp, clipOfItem, clipOfMeasure, clipOfSelection, keyOfSelection } from '@/lib/core/clip/make-clip';
import { itemKey, measureKey } from '@/lib/core/clip/passage-keys';
import type { ClipContext } from '@/lib/core/clip/source';
import type { Clip } from '@/lib/core/model/clip';
import type { Measure, PolicyItem } from '@/lib/core/model/item';
import type { PageSelection } from '@/lib/core/protocol/to-page';

export type Passage =
  | { type: 'item'; item: PolicyItem }
  | { type: 'measure'; item: PolicyItem; measure: Measure }
  | { type: 'excerpt'; selection: PageSelection };

export function keyOfPassage(context: ClipContext, passage: Passage): string {
  if (passage.type === 'item') return itemKey(context.source, passage.item);
  if (passage.type === 'measure') return measureKey(context.source, passage.item, passage.measure);
  return keyOfSelection(context, passage.selection);
}

export function clipOfPassage(context: ClipContext, passage: Passage, stamp: ClipStamp): Clip {
  if (passage.type === 'item') return clipOfItem(context, passage.item, stamp);
  if (passage.type === 'measure') return clipOfMeasure(context, passage.item, passage.measure, stamp);
  return clipOfSelection(context, passage.selection, stamp);
}
