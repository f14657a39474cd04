/**
 * Digests without titles: every entry is a lead (7月2日，财政部印发…) with what belongs to it, closed by the line that
 * names its source. The first sentence stands for the title and stays in the body.
 */
import { isSource } from '../clean/lines';
import type { Para } from '../paragraph';
import { slice, type Traced, trim } from '../traced';
import type { CutText, RawItem } from './cut';
import { hasLead, isHeadingLike } from './signals';

const MIN_ENTRIES = 3;
/** Longest title that a sentence gives. */
export const MAX_TITLE = 90;
/** 11月7日， says nothing yet. */
const MIN_TITLE = 10;
/** A first sentence that is longer is cut where its first clause ends. */
const STOPS = [/。/u, /[；：]/u, /，/u];

/** The first sentence of a report, or its first clause. */
export function leadTitle(lead: Traced): Traced {
  const head = lead.text.slice(0, MAX_TITLE);
  const ends = STOPS.map((stop) => head.slice(MIN_TITLE).search(stop));
  const end = MIN_TITLE + (ends.find((at) => at >= 0) ?? head.length);
  return trim(slice(lead, 0, end));
}

/** The entries between source lines; null where there are lines that could be titles, or what begins like no report. */
export function sourcedOf(paras: readonly Para[]): CutText | null {
  const from = paras.findIndex((para) => hasLead(para.text) && !isHeadingLike(para));
  if (from < 0) return null;
  const items: RawItem[] = [];
  let body: Para[] = [];
  const close = () => {
    const [lead] = body;
    if (lead) items.push({ title: leadTitle(lead), section: null, body });
    body = [];
  };
  for (const para of paras.slice(from)) {
    if (isSource(para.text)) close();
    else if (isHeadingLike(para) || (body.length === 0 && !hasLead(para.text))) return null;
    else body.push(para);
  }
  // The last source line may stand outside the article.
  close();
  return items.length >= MIN_ENTRIES ? { items, preface: paras.slice(0, from) } : null;
}
