/**
 * Finds the beginnings of paragraphs that a full last line or a lost line end has hidden: where labels at the beginnings
 * of lines leave one out (八、 … 十、), the missing one is looked for behind the end of a sentence in the text between.
 * Only forms that running text does not use for its own lists.
 */
import { type Label, labelAt } from '../numbering/label';
import { type Para, withText } from '../paragraph';
import { slice, trim } from '../traced';

const STYLES: ReadonlySet<string> = new Set<Label['style']>(['han', 'article']);
/** More numbers in a row are missing for other reasons. */
const MOST_MISSING = 3;
const SENTENCE_END = /[。；）)]\s{0,2}(?=[第一二三四五六七八九十])/gu;

/** Offset at which `text` goes on with the label of `style` and `ordinal`, or -1. */
function hiddenAt(text: string, style: Label['style'], ordinal: number): number {
  for (const { 0: end, index } of text.matchAll(SENTENCE_END)) {
    const at = index + end.length;
    const label = labelAt(text.slice(at, at + 24));
    if (label?.style === style && label.ordinal === ordinal) return at;
  }
  return -1;
}

interface Seen {
  ordinal: number;
  /** Index of the labelled paragraph. */
  at: number;
}

/** Offsets by paragraph where a label was hidden. */
function hiddenLabels(paras: readonly Para[]): Map<number, number[]> {
  const cuts = new Map<number, number[]>();
  const seen = new Map<string, Seen>();
  for (const [i, { label, block }] of paras.entries()) {
    if (!label || block.cell || !STYLES.has(label.style)) continue;
    const before = seen.get(label.style);
    seen.set(label.style, { ordinal: label.ordinal, at: i });
    if (!before || label.ordinal - before.ordinal > MOST_MISSING + 1) continue;
    let from = before.at;
    for (let missing = before.ordinal + 1; missing < label.ordinal; missing += 1) {
      for (let at = from; at < i; at += 1) {
        const text = paras[at]?.block.cell ? '' : (paras[at]?.text ?? '');
        const place = hiddenAt(text, label.style, missing);
        if (place < 0) continue;
        cuts.set(at, [...(cuts.get(at) ?? []), place]);
        from = at;
        break;
      }
    }
  }
  return cuts;
}

export function withLostBreaks(paras: readonly Para[]): readonly Para[] {
  const cuts = hiddenLabels(paras);
  if (cuts.size === 0) return paras;
  return paras.flatMap((para, i) => {
    const places = cuts.get(i);
    if (!places) return [para];
    return [0, ...places].map((from, n) => withText(para, trim(slice(para, from, places[n]))));
  });
}
