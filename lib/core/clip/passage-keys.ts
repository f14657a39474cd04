/** Keys of passages, for “already clipped”: the same for page, PDF and file of one document. */
import type { ClipSource } from '../model/clip';
import type { Measure, PolicyItem } from '../model/item';
import { hashText } from './hash';
import { clipKey, foldText } from './keys';

const BEGINNING = 60;
type Document = Pick<ClipSource, 'documentKey'>;

/** An item without a title is told by how it begins. */
export const itemKey = ({ documentKey }: Document, item: PolicyItem): string =>
  clipKey(documentKey, item, item.title.value.trim() ? 'item' : `item:${foldText(item.text).slice(0, BEGINNING)}`);

export const measureKey = ({ documentKey }: Document, item: PolicyItem, measure: Measure): string =>
  clipKey(
    documentKey,
    item,
    `measure:${foldText(measure.label)}:${foldText(measure.heading || measure.text).slice(0, BEGINNING)}`,
  );

export const excerptKey = ({ documentKey }: Document, item: PolicyItem, text: string): string =>
  clipKey(documentKey, item, `excerpt:${hashText(foldText(text)).slice(0, 32)}`);
