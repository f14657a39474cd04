/**
 * Failures cross contexts as data: a code from `errors.ts`, never an Error instance, never a bare null.
 */
import { errorCodeSchema } from './errors';
import { z } from './zod';

export { fail, ok, type Result } from './failure';

/** Schema of a `Result` whose value follows `value`. */
export const resultSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: errorCodeSchema, detail: z.string().max(2_000).optional() }),
  ]);
