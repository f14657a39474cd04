/**
 * Places in a document. A span counts UTF-16 code units in the document's text, which is the texts of its blocks
 * joined by one line feed. What a page break cuts in two has two spans.
 */
import { z } from './zod';

export const spanSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
/** Half-open range `[start, end)`. */
export type Span = z.infer<typeof spanSchema>;

/** A value together with where the document says it. No spans: concluded from context, not printed. */
export const foundSchema = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    spans: z.array(spanSchema),
    /** False where the reader guessed; the panel shows it as uncertain. */
    sure: z.boolean(),
  });
export interface Found<T> {
  value: T;
  spans: Span[];
  sure: boolean;
}

export const found = <T>(value: T, spans: Span[] = [], sure = true): Found<T> => ({ value, spans, sure });
