/**
 * Text as it is compared: white space left out, full and half width, quotes and letter case made one. Every folded
 * character knows where it stood, so that what is found can be pointed at. One pass, one lookup per character.
 */

export interface Folded {
  text: string;
  /** Offset in the source of each folded character, and one more for the end. */
  offsets: Uint32Array;
}

const DROPPED = /[\s\u00AD\u200B-\u200D\uFEFF*]/u;
const QUOTES = new Map([
  ['“', '"'],
  ['”', '"'],
  ['「', '"'],
  ['」', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['—', '-'],
  ['–', '-'],
  ['―', '-'],
]);
const known = new Map<string, string>();
/** Characters remembered at most; beyond it a text is no prose. */
const MAX_KNOWN = 20_000;

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = DROPPED.test(character)
    ? ''
    : (QUOTES.get(character) ?? character.normalize('NFKC').toLowerCase().replace(/\s/gu, ''));
  if (known.size < MAX_KNOWN) known.set(character, folded);
  return folded;
}

export function fold(source: string): Folded {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < source.length; i += 1) {
    const folded = foldCharacter(source.charAt(i));
    if (!folded) continue;
    parts.push(folded);
    for (let j = 0; j < folded.length; j += 1) offsets.push(i);
  }
  offsets.push(source.length);
  return { text: parts.join(''), offsets: Uint32Array.from(offsets) };
}

/** Span of the source that holds the folded characters `[start, end)`. */
export function unfold({ offsets }: Folded, start: number, end: number): { start: number; end: number } {
  const from = offsets[start] ?? 0;
  const last = end > start ? (offsets[end - 1] ?? from) : from;
  return { start: from, end: end > start ? last + 1 : from };
}
