/**
 * Digests whose entries are numbered paragraphs without titles, counted anew in every section: 【部委动态】 ① 近日，… ② ….
 * The first sentence stands for the title and stays in the body.
 */
import type { Para } from '../paragraph';
import { slice, trim } from '../traced';
import { type CutText, type RawItem, sectionOf } from './cut';
import { hasLead, isHeadingLike, isProminent } from './signals';
import { leadTitle } from './sourced';

const MIN_ENTRIES = 4;
/** Shorter ones are tasks, not reports. */
const MIN_ENTRY = 30;
/** At least so many begin as reports do. */
const LEADS = 0.5;

const isEntry = ({ label, text }: Para): boolean =>
  (label?.style === 'circled' || label?.style === 'arabic') && text.length >= MIN_ENTRY && /[。）)]$/u.test(text);
const withoutLabel = (para: Para) => trim(slice(para, para.label?.end ?? 0));

/** The entries below their sections; null where a line is neither section nor entry, or they do not begin anew. */
export function numberedOf(paras: readonly Para[]): CutText | null {
  const from = paras.findIndex(isEntry);
  if (from < 0) return null;
  const items: RawItem[] = [];
  let section: Para | null = null;
  let begun = 0;
  let leads = 0;
  for (const para of paras.slice(Math.max(0, from - 1))) {
    if (isEntry(para)) {
      const own = withoutLabel(para);
      items.push({ title: leadTitle(own), section: section && sectionOf(section), body: [para] });
      begun += para.label?.ordinal === 1 ? 1 : 0;
      leads += hasLead(own.text) ? 1 : 0;
    } else if (isHeadingLike(para) && isProminent(para)) section = para;
    else if (items.length > 0) return null;
  }
  const isDigest = items.length >= MIN_ENTRIES && begun >= 2 && leads >= items.length * LEADS;
  return isDigest ? { items, preface: paras.slice(0, Math.max(0, from - 1)) } : null;
}
