/**
 * Digests that are lists of links: every line is an entry, its title in 《》 or in front of its link, its section the
 * heading above. The line itself is the body.
 */
import { findTitles } from '../fields/titles';
import type { Para } from '../paragraph';
import { slice, trim } from '../traced';
import type { CutText, RawItem } from './cut';
import { sameTitle, sectionOf } from './cut';
import { isHeadingLike, isProminent } from './signals';

const ENTRY = /^[-•*●·]\s{0,3}|^\d{1,3}[.、]\s{0,3}/u;
const LINK = /\[[^\]]{1,40}\]\(https?:\/\/|https?:\/\//u;
/** What follows a title: its day or number in brackets, whose it is, or its link. */
const END = /[（(](?:\d{4}|[^（()）]{0,24}\d{4})|\s—|\[[^\]]{1,40}\]\(|https?:/u;
const ENDED = new RegExp(`^\\s*(?:$|${END.source})`, 'u');
const MIN_ENTRIES = 5;
const MAX_ENTRY = 600;

function entryOf(para: Para): RawItem['title'] | null {
  if (para.text.length > MAX_ENTRY || !ENTRY.test(para.text) || !LINK.test(para.text)) return null;
  const start = ENTRY.exec(para.text)?.[0].length ?? 0;
  const [named] = findTitles(para.text);
  // 《…规划》审议通过 names a plan, but is no more than its beginning.
  if (named?.start === start && ENDED.test(para.text.slice(named.end)))
    return trim(slice(para, named.start + 1, named.end - 1));
  const end = para.text.search(END);
  return end > start + 4 ? trim(slice(para, start, end)) : null;
}

/** The entries of a list of links, each title once; null where there are too few. */
export function entriesOf(paras: readonly Para[]): CutText | null {
  const items: RawItem[] = [];
  const known = new Set<string>();
  let section: Para | null = null;
  let first = -1;
  for (const [i, para] of paras.entries()) {
    const title = entryOf(para);
    if (!title) {
      if (isHeadingLike(para) && isProminent(para)) section = para;
      continue;
    }
    if (first < 0) first = i;
    if (known.has(title.text)) continue;
    known.add(title.text);
    items.push({ title, section: section ? sectionOf(section) : null, body: [para] });
  }
  return items.length >= MIN_ENTRIES ? { items, preface: paras.slice(0, Math.max(0, first)) } : null;
}

/** The same entry under two headings (a timeline, then the details): the longer one stays. */
export function withoutDoubles(items: readonly RawItem[]): RawItem[] {
  const inkOf = ({ body }: RawItem): number => body.reduce((sum, para) => sum + para.text.length, 0);
  return items.filter((item, i) =>
    items.every(
      (other, j) =>
        j === i ||
        !sameTitle(other.title.text, item.title.text) ||
        inkOf(other) < inkOf(item) ||
        (inkOf(other) === inkOf(item) && i < j),
    ),
  );
}
