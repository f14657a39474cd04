/** Remembers answers of pure functions: several steps ask the same of the same lines. Forgetting only costs time. */
import type { Para } from './paragraph';

/** How many tests are remembered: each has its own place in `Para.known`. */
let places = 0;

/** Remembers what a test said about a paragraph, which is never `undefined`. */
export function remember<T>(test: (para: Para) => T): (para: Para) => T {
  const place = places++;
  return (para) => {
    // Kept in the paragraph itself: a map by objects costs more to fill than most of these tests to run.
    const before = para.known[place] as T | undefined;
    if (before !== undefined) return before;
    const value = test(para);
    para.known[place] = value;
    return value;
  };
}

/** Texts that are remembered at a time, and how long they may be: lines, not bodies. */
const ROOM = 2_000;
const LONGEST = 2_000;

/** Remembers what was said about the lines that were asked about last, and about the last longer text. */
export function recall<T>(work: (text: string) => T): (text: string) => T {
  let recent = new Map<string, { value: T }>();
  let older = recent;
  let body: { text: string; value: T } | undefined;
  return (text) => {
    if (text.length > LONGEST) {
      if (body?.text !== text) body = { text, value: work(text) };
      return body.value;
    }
    const known = recent.get(text);
    if (known) return known.value;
    if (recent.size >= ROOM) {
      older = recent;
      recent = new Map();
    }
    const answer = older.get(text) ?? { value: work(text) };
    recent.set(text, answer);
    return answer.value;
  };
}
