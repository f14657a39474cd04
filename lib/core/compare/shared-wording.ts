/**
 * Wording that texts of a row have in common, for dimming: every stretch of at least `minimum` characters that occurs
 * in another text too. White space and width do not count. Linear in the total length (sets of n-grams).
 */
import type { Span } from '../model/span';

export const SHARED_MINIMUM = 6;

interface Folded {
  chars: string;
  /** Place of each folded character in the original. */
  at: Int32Array;
}

const SPACE = /\s/u;

function fold(text: string): Folded {
  let chars = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (SPACE.test(char)) continue;
    const one = char.normalize('NFKC').toLowerCase();
    chars += one.length === 1 ? one : char;
    at.push(i);
  }
  return { chars, at: Int32Array.from(at) };
}

const gramsOf = (chars: string, size: number): Set<string> => {
  const grams = new Set<string>();
  for (let i = 0; i + size <= chars.length; i++) grams.add(chars.slice(i, i + size));
  return grams;
};

/** For each text the spans, in order and not touching, that some text of another group has too. */
export function sharedWording(
  texts: readonly { group: string; text: string }[],
  minimum: number = SHARED_MINIMUM,
): Span[][] {
  const folded = texts.map(({ text }) => fold(text));
  const grams = folded.map(({ chars }) => gramsOf(chars, minimum));
  return folded.map(({ chars, at }, i) => {
    const others = grams.filter((_, j) => texts[j]?.group !== texts[i]?.group);
    const spans: Span[] = [];
    for (let k = 0; k + minimum <= chars.length; k++) {
      const gram = chars.slice(k, k + minimum);
      if (!others.some((set) => set.has(gram))) continue;
      const start = at[k] ?? 0;
      const end = (at[k + minimum - 1] ?? 0) + 1;
      const last = spans.at(-1);
      if (last && start <= last.end) last.end = end;
      else spans.push({ start, end });
    }
    return spans;
  });
}
