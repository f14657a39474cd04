/**
 * What the person was doing on one page – cards opened or closed, scroll, overruled kind – as one plain value that survives
 * switching tabs and closing the panel. Anything that does not parse is forgotten.
 */
import { documentKindSchema } from '@/lib/core/model/item';
import { parseSafely, z } from '@/lib/core/model/zod';

export const pageViewSchema = z.object({
  /** Items whose card the person opened, or closed where it opens by itself. */
  toggled: z.array(z.string().max(60)).max(2_000).catch([]),
  scroll: z.number().min(0).catch(0),
  overruled: documentKindSchema.nullable().catch(null),
  active: z.string().max(60).nullable().catch(null),
});
export type PageView = z.infer<typeof pageViewSchema>;

export const parsePageView = (stored: unknown): PageView =>
  parseSafely(pageViewSchema, stored).data ?? pageViewSchema.parse({});
