/** Changes that are more than one record takes, in parts that can each be read back. */
import { MAX_PAYLOAD, RecordTooLarge } from '@/lib/core/journal/frame';
import { type Change, NO_CHANGE } from '../apply';
import { encodeRecord } from './record';

export interface Part {
  change: Change;
  payload: Uint8Array<ArrayBuffer>;
}

function halved<T>(list: readonly T[]): [T[], T[]] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

/** What of a change stands beside its clips, each kind by itself; empty when there is one kind only. */
function byKind({ puts, versions, purges, comparisons, pictures = [] }: Change): Change[] {
  const kinds: Change[] = [];
  if (puts.length + versions.length + purges.length > 0) kinds.push({ puts, versions, purges });
  if (comparisons) kinds.push({ ...NO_CHANGE, comparisons });
  if (pictures.length > 0) kinds.push({ ...NO_CHANGE, pictures });
  return kinds.length > 1 ? kinds : [];
}

/** Two changes that are one together, in their order; none when it is one of a single row. */
function halves(change: Change): Change[] {
  const { puts, versions, comparisons, pictures = [] } = change;
  const kinds = byKind(change);
  if (kinds.length > 0) return kinds;
  if (pictures.length > 1) return halved(pictures).map((part) => ({ ...NO_CHANGE, pictures: part }));
  if (comparisons && comparisons.puts.length > 1) {
    const [first, rest] = halved(comparisons.puts);
    return [
      { ...NO_CHANGE, comparisons: { puts: first, drops: [] } },
      { ...NO_CHANGE, comparisons: { puts: rest, drops: comparisons.drops } },
    ];
  }
  if (puts.length > 1) {
    const [first, rest] = halved(puts);
    const ids = new Set(first.map(({ id }) => id));
    return [
      { puts: first, versions: versions.filter(({ clipId }) => ids.has(clipId)), purges: [] },
      { ...change, puts: rest, versions: versions.filter(({ clipId }) => !ids.has(clipId)) },
    ];
  }
  // A history is only taken together with its clip.
  return versions.length > 1 ? halved(versions).map((part) => ({ ...change, versions: part })) : [];
}

/** Null: more than a text can be long. */
function encoded(change: Change): Uint8Array<ArrayBuffer> | null {
  try {
    return encodeRecord(change);
  } catch (error) {
    if (error instanceof RecordTooLarge) return null;
    throw error;
  }
}

/** In parts of at most `most` bytes where rows allow it. Throws for a row that is above what any record takes. */
export function* partsOf(change: Change, most: number): Generator<Part> {
  const payload = encoded(change);
  if (payload && payload.length <= most) {
    yield { change, payload };
    return;
  }
  const parts = halves(change);
  for (const part of parts) yield* partsOf(part, most);
  if (parts.length > 0) return;
  if (!payload || payload.length > MAX_PAYLOAD) throw new RecordTooLarge(payload?.length ?? Number.POSITIVE_INFINITY);
  yield { change, payload };
}

/** Does one record take it? */
export function fitsOne(change: Change): boolean {
  const payload = encoded(change);
  return payload !== null && payload.length <= MAX_PAYLOAD;
}
