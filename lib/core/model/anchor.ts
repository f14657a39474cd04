/**
 * Anchor: how a clip finds its place again, after the W3C Web Annotation selectors (text quote, text position) plus
 * the page of a PDF. Resolved by `lib/core/anchor` against a document's text, with a score.
 */
import { spanSchema } from './span';
import { z } from './zod';

export const anchorSchema = z.strictObject({
  /** First and last words of the passage; `exact` is cut at 300 characters for long passages. */
  exact: z.string().max(2_000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  /** In the document's text at the time of clipping. */
  position: spanSchema,
  page: z.int().min(1).nullable(),
});
export type Anchor = z.infer<typeof anchorSchema>;
