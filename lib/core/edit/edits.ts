/**
 * What the person corrected in a document, beside what was found: items split, merged, and fields set. Edits are
 * applied in order to every new reading of the document, so that reading again keeps them; an edit whose item is not
 * there any more is skipped.
 */
import { foldText } from '../clip/keys';
import { correctionsSchema } from '../model/clip';
import type { PolicyItem } from '../model/item';
import { z } from '../model/zod';

/** Tells an item by its title and how it begins, at the time of the edit. */
const itemMarkSchema = z.string().min(1).max(200);

export const documentEditSchema = z.discriminatedUnion('type', [
  /** The item and the one after it are one. */
  z.strictObject({ type: z.literal('merge'), item: itemMarkSchema }),
  /** A new item begins at the paragraph that starts with these folded words. */
  z.strictObject({ type: z.literal('split'), item: itemMarkSchema, at: z.string().min(1).max(200) }),
  z.strictObject({ type: z.literal('fields'), item: itemMarkSchema, corrections: correctionsSchema }),
]);
export type DocumentEdit = z.infer<typeof documentEditSchema>;

export const MAX_EDITS = 500;
export const documentEditsSchema = z.array(documentEditSchema).max(MAX_EDITS);

const TITLE_CHARS = 80;
const LEAD_CHARS = 40;

export const markOf = (item: PolicyItem): string =>
  `${foldText(item.title.value).slice(0, TITLE_CHARS)}#${foldText(item.text.slice(0, LEAD_CHARS * 4)).slice(0, LEAD_CHARS)}`;

/** How a paragraph is told again after another reading. */
export const paragraphMark = (paragraph: string): string =>
  foldText(paragraph.slice(0, TITLE_CHARS * 4)).slice(0, TITLE_CHARS);
