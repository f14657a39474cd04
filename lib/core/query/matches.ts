/** Where words stand in a text, compared without regard to case and width; for marking what was searched. */
import type { Span } from '../model/span';

/** Folded text and, per folded code unit, the offset in the original. */
function fold(text: string): { folded: string; from: number[] } {
  const from: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const small = char.normalize('NFKC').toLowerCase();
    folded += small;
    for (let i = 0; i < small.length; i++) from.push(at);
    at += char.length;
  }
  from.push(text.length);
  return { folded, from };
}

/** Spans of all words in `text`, in order, overlaps united. */
export function findWords(text: string, words: readonly string[]): Span[] {
  if (words.length === 0 || text === '') return [];
  const { folded, from } = fold(text);
  const hits: Span[] = [];
  for (const word of words) {
    const wanted = word.normalize('NFKC').toLowerCase();
    if (!wanted) continue;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      hits.push({ start: from[at] ?? 0, end: from[at + wanted.length] ?? text.length });
    }
  }
  hits.sort((a, b) => a.start - b.start);
  const united: Span[] = [];
  for (const hit of hits) {
    const last = united.at(-1);
    if (last && hit.start <= last.end) last.end = Math.max(last.end, hit.end);
    else united.push({ ...hit });
  }
  return united;
}

/** A window of `text` around its first match, about `length` characters; the whole text when it is short. */
export function excerptAround(text: string, words: readonly string[], length: number): string {
  const [first] = findWords(text, words);
  const start = first && first.start > length / 3 ? Math.floor(first.start - length / 4) : 0;
  const cut = text.slice(start, start + length).toWellFormed();
  return `${start > 0 ? '…' : ''}${cut}${start + length < text.length ? '…' : ''}`;
}
