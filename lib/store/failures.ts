/**
 * Turns what the database throws into the codes of the core, and gives every call a deadline: a damaged store may
 * leave a request unanswered for ever. Knows the names of DOM exceptions, nothing of tables.
 */
import type { ErrorCode } from '@/lib/core/model';

export const DEADLINE_MS = 5_000;

/** An expected failure on its way to the border of this room, where it becomes a `Result`. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail = '') {
    super(detail || code);
    this.code = code;
  }
}

/** A second place failed, not the database; what it was lies inside. */
class PlaceFailure extends Error {
  readonly inner: unknown;
  constructor(inner: unknown) {
    super('second place');
    this.inner = inner;
  }
}
export class JournalFailure extends PlaceFailure {
  override readonly name = 'JournalFailure';
}
/** That of the worker. */
export class LettersFailure extends PlaceFailure {
  override readonly name = 'LettersFailure';
}

const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  ['QuotaExceededError', 'store-full'],
  ['RecordTooLargeError', 'change-too-large'],
  ['VersionError', 'store-newer'],
  // A table or an index that this build knows is gone.
  ['InvalidTableError', 'store-newer'],
  ['SchemaError', 'store-newer'],
  ['TimeoutError', 'store-timeout'],
  ['InvalidStateError', 'store-unavailable'],
  ['SecurityError', 'store-unavailable'],
  ['NotAllowedError', 'store-unavailable'],
  ['MissingAPIError', 'store-unavailable'],
  ['OpenFailedError', 'store-unavailable'],
  ['DatabaseClosedError', 'store-unavailable'],
  ['UnknownError', 'store-unavailable'],
]);

/** The exception and what lies inside it: a full disk is an AbortError around a QuotaExceededError. */
function* causes(error: unknown): Generator<{ name: string; message: string }> {
  let at = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    const name: unknown = Reflect.get(at, 'name');
    const message: unknown = Reflect.get(at, 'message');
    yield { name: String(name), message: String(message) };
    at = Reflect.get(at, 'inner');
  }
}

/** How Chromium says that a write failed for want of room, when it closes the database with it. */
const NO_ROOM = 'FILE_ERROR_NO_SPACE';

export function codeOf(error: unknown): ErrorCode {
  if (error instanceof StoreFailure) return error.code;
  if (error instanceof PlaceFailure) return codeOf(error.inner);
  const all = [...causes(error)];
  if (all.some(({ message }) => message.includes(NO_ROOM))) return 'store-full';
  const names = all.map(({ name }) => name);
  for (const [name, code] of CODES) if (names.includes(name)) return code;
  return 'unexpected';
}

/** How Chromium says that files of the database are damaged. A closed or missing database says otherwise. */
const DAMAGE = 'UnknownError';
/** The database is never taken away for what happened to a second place. */
export const isDamage = (detail = ''): boolean =>
  detail.includes(DAMAGE) && !/^(?:Journal|Letters)Failure/u.test(detail);
/** The connection was closed while it was asked, before its transaction began or in it. */
export const isClosed = (detail: string | undefined): boolean => /DatabaseClosedError|AbortError/u.test(detail ?? '');
/** Damage that the browser did not notice. */
export const damage = (detail: string): StoreFailure => new StoreFailure('store-unavailable', `${DAMAGE}: ${detail}`);

const NOT_OFFERED = ['SecurityError', 'NotSupportedError', 'TypeError'];
/** The browser has no such thing, here or at all, where else it only failed. */
export const isNotOffered = (error: unknown): boolean =>
  [...causes(error)].some(({ name }) => NOT_OFFERED.includes(name));

export function detailOf(error: unknown): string {
  if (error instanceof StoreFailure) return error.message.slice(0, 2_000);
  const parts = [...causes(error)].map(({ name, message }) => `${name}: ${message}`);
  return parts.join(' / ').slice(0, 2_000);
}

/** Did this fail because files of the database are damaged? */
export const isDamaged = (error: unknown): boolean =>
  codeOf(error) === 'store-unavailable' && isDamage(detailOf(error));

/** Did this fail because nothing came in time? */
export const isLate = (error: unknown): boolean => error instanceof StoreFailure && error.code === 'store-timeout';

/** Rejects with `store-timeout` when nothing came within `ms`. What was asked may go on: nothing that writes in more than one step. */
export async function withDeadline<T>(work: PromiseLike<T>, ms = DEADLINE_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreFailure('store-timeout')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
