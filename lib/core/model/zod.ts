/**
 * Zod without code generation: extension pages forbid `eval`, and Zod's probe for it alone would be reported as a
 * violation of the content security policy. Every schema imports `z` from here.
 */
import { z } from 'zod';

z.config({ jitless: true });

export type Parsed<T> =
  | { success: true; data: T }
  | { success: false; data?: undefined; error: { issues: readonly z.core.$ZodIssue[] } };

/**
 * `safeParse` that never throws. Zod also measures what is no list or text but has a `length`, and one that cannot
 * become a number, such as `{"length":{"toString":1}}`, throws. For whatever comes from outside.
 */
export function parseSafely<S extends z.ZodType>(schema: S, value: unknown): Parsed<z.infer<S>> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { success: false, error: { issues: [{ code: 'custom', path: [], message, input: undefined }] } };
  }
}

export { z };
