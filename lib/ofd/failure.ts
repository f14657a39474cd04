/** Why a file cannot be read, on its way to the one place that answers; never crosses a context. */
import type { ErrorCode } from '@/lib/core/model/errors';

export class OfdFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    detail = '',
  ) {
    super(detail);
    this.name = 'OfdFailure';
  }
}

export const damaged = (detail: string): OfdFailure => new OfdFailure('ofd-damaged', detail);

/** What is thrown while a file is read is the file's fault. */
export const errorCodeOf = (error: unknown): ErrorCode => (error instanceof OfdFailure ? error.code : 'ofd-damaged');
