/** Making results. Apart from their schema, so that what is injected into pages does not carry it. */
import type { ErrorCode } from './errors';

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorCode; detail?: string | undefined };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (error: ErrorCode, detail?: string): Result<never> =>
  detail === undefined ? { ok: false, error } : { ok: false, error, detail };
