/** Extension pages and background → the page reader in a tab. Owner: `entrypoints/page-reader.ts` and the PDF reader. */
import { documentModelSchema } from '../model/document';
import { resultSchema } from '../model/result';
import { spanSchema } from '../model/span';
import { z } from '../model/zod';
import type { ProtocolSpec } from './channel';

export const markIdSchema = z.string().max(200);

/** One thing to be painted: an item, a measure, a field, a search hit. */
export const markSchema = z.strictObject({
  id: markIdSchema,
  /** `item` paints quietly, `clipped` says it is kept, `figure` and `field` lie on top. */
  tone: z.enum(['item', 'clipped', 'figure', 'field']),
  spans: z.array(spanSchema).max(5_000),
});
export type Mark = z.infer<typeof markSchema>;

/** A selection of the person, in document offsets; `text` is what was selected, breaks healed. */
export const selectionSchema = z.strictObject({
  text: z.string().min(1).max(1_000_000),
  spans: z.array(spanSchema).min(1).max(5_000),
  /** True when the selection was longer than the cap and was cut. */
  cut: z.boolean(),
});
export type PageSelection = z.infer<typeof selectionSchema>;

const nothing = z.strictObject({});

export const toPage = {
  /** Reads the page anew and remembers the reading for the marks that follow. */
  readPage: { data: nothing, result: resultSchema(documentModelSchema) },
  /** The PDF reader, while `readPage` is under way: what has been read so far. */
  readPart: { data: nothing, result: resultSchema(documentModelSchema) },
  /** The PDF reader: what has been read so far answers `readPage`; the next `readPage` goes on from there. */
  stopReading: { data: nothing, result: resultSchema(nothing) },
  /** Replaces all marks. An empty list restores the page. */
  setMarks: { data: z.strictObject({ marks: z.array(markSchema).max(20_000) }), result: resultSchema(nothing) },
  /** Marks one id as the focused one, or none. */
  focusMark: { data: z.strictObject({ id: markIdSchema.nullable() }), result: resultSchema(nothing) },
  scrollTo: { data: z.strictObject({ spans: z.array(spanSchema).min(1) }), result: resultSchema(nothing) },
  getSelection: { data: nothing, result: resultSchema(selectionSchema.nullable()) },
  /** The shortcut or the context menu asked to clip the selection: the page sends `saveExcerpt` itself. */
  clipSelection: { data: nothing, result: resultSchema(nothing) },
} as const satisfies ProtocolSpec;
