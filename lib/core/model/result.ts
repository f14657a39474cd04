/**
 * Failures cross contexts as data: a code from `errors.ts`, never an Error instance, never a bare null.
 */
import { type ErrorCode, errorCodeSchema } from './errors';
import { z } from './zod';

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorCode; detail?: string | undefined };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (error: ErrorCode, detail?: string): Result<never> =>
  detail === undefined ? { ok: false, error } : { ok: false, error, detail };

/** Schema of a `Result` whose value follows `value`. */
export const resultSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: errorCodeSchema, detail: z.string().max(2_000).optional() }),
  ]);
