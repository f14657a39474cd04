/** Page reader → panels (all of them hear it; each answers for its own tab only). Owner: the panel. */
import { z } from '../model/zod';
import type { ProtocolSpec } from './channel';
import { markIdSchema, selectionSchema } from './to-page';

export const pageEventSchema = z.discriminatedUnion('type', [
  /** The pointer entered or left a mark. */
  z.strictObject({ type: z.literal('hover'), id: markIdSchema.nullable() }),
  /** A mark was clicked. */
  z.strictObject({ type: z.literal('activate'), id: markIdSchema }),
  z.strictObject({ type: z.literal('selection'), selection: selectionSchema.nullable() }),
  /** The text of the page changed after it was read. */
  z.strictObject({ type: z.literal('changed') }),
  /** The PDF reader: pages read so far; `readPart` gives what they say. */
  z.strictObject({ type: z.literal('progress'), done: z.int().min(0), total: z.int().min(0), part: z.boolean() }),
]);
export type PageEvent = z.infer<typeof pageEventSchema>;

export const fromPage = {
  pageEvent: { data: pageEventSchema, result: z.undefined() },
} as const satisfies ProtocolSpec;
