/**
 * Text fragments (`#:~:text=`) that take a browser to a passage in a page: its first and last words, encoded as the
 * specification asks (WICG Scroll to Text Fragment: `-`, `,` and `&` are syntax). Browsers match whole words only, also
 * in Chinese, so the words are cut where the Unicode segmentation cuts them.
 */

const WHOLE_CHARS = 60;
const EDGE_CHARS = 16;
/** How much of a line is looked at for its first or last words. */
const WINDOW = 80;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const encode = (text: string): string => encodeURIComponent(text.toWellFormed().trim()).replaceAll('-', '%2D');
const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

function firstWords(line: string): string {
  let taken = '';
  for (const word of wordsOf(line.slice(0, WINDOW))) {
    if (taken.length >= EDGE_CHARS) break;
    taken += word;
  }
  return taken;
}

function lastWords(line: string): string {
  let taken = '';
  // The window may begin inside a word: its first segment is not used unless the line begins there.
  const words = wordsOf(line.slice(-WINDOW));
  if (line.length > WINDOW) words.shift();
  for (const word of words.reverse()) {
    if (taken.length >= EDGE_CHARS) break;
    taken = word + taken;
  }
  return taken;
}

/** The fragment for a passage, without `#`; empty for an empty passage. */
export function textFragment(passage: string): string {
  const lines = passage
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const first = lines[0] ?? '';
  const last = lines.at(-1) ?? '';
  if (!first) return '';
  if (lines.length === 1 && first.length <= WHOLE_CHARS) return `:~:text=${encode(first)}`;
  return `:~:text=${encode(firstWords(first))},${encode(lastWords(last))}`;
}
