/**
 * Reads the commands that reach a page. By hand, because the schemas' library would be most of what is injected;
 * a test holds these readers against the schemas of the protocol.
 */
import type { Span } from '@/lib/core/model/span';
import type { Mark } from '@/lib/core/protocol/to-page';

const TONES = ['item', 'clipped', 'figure', 'field'] as const;
const MAX_SPANS = 5_000;
const MAX_MARKS = 20_000;
const MAX_ID = 200;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function spanFrom(value: unknown): Span | null {
  if (!isRecord(value) || !hasOnly(value, ['start', 'end'])) return null;
  const { start, end } = value;
  return isOffset(start) && isOffset(end) ? { start, end } : null;
}

/** Every element read, or null if one cannot be. */
function listFrom<T>(value: unknown, max: number, read: (element: unknown) => T | null): T[] | null {
  if (!Array.isArray(value) || value.length > max) return null;
  const list: T[] = [];
  for (const element of value) {
    const one = read(element);
    if (one === null) return null;
    list.push(one);
  }
  return list;
}

function markFrom(value: unknown): Mark | null {
  if (!isRecord(value) || !hasOnly(value, ['id', 'tone', 'spans'])) return null;
  const { id } = value;
  const tone = TONES.find((known) => known === value.tone);
  const spans = listFrom(value.spans, MAX_SPANS, spanFrom);
  return typeof id === 'string' && id.length <= MAX_ID && tone && spans ? { id, tone, spans } : null;
}

export const nothingFrom = (data: unknown): object | null => (isRecord(data) && hasOnly(data, []) ? {} : null);

export function marksFrom(data: unknown): { marks: Mark[] } | null {
  if (!isRecord(data) || !hasOnly(data, ['marks'])) return null;
  const marks = listFrom(data.marks, MAX_MARKS, markFrom);
  return marks && { marks };
}

export function focusFrom(data: unknown): { id: string | null } | null {
  if (!isRecord(data) || !hasOnly(data, ['id'])) return null;
  const { id } = data;
  return id === null || typeof id === 'string' ? { id } : null;
}

export function placeFrom(data: unknown): { spans: Span[] } | null {
  if (!isRecord(data) || !hasOnly(data, ['spans'])) return null;
  const spans = listFrom(data.spans, Number.MAX_SAFE_INTEGER, spanFrom);
  return spans && spans.length > 0 ? { spans } : null;
}
