/**
 * Groups of lines that may be the titles of a digest's items: the lines a contents list names, lines of one look, the
 * lines below source lines. Every group is one way to cut the text; `plan.ts` chooses.
 */
import type { Contents } from '../clean/contents';
import { keyOf } from '../clean/contents';
import { isSource } from '../clean/lines';
import { isFactLine, statesIssuer } from '../head/facts';
import type { Para } from '../paragraph';
import { bulletOf, isBracketed, isHeadingLike, isPlaceName, isProminent } from './signals';

export interface Candidates {
  /** Where the group comes from; a reason code. */
  by: 'contents' | 'look' | 'numbers' | 'sources' | 'data' | 'places' | 'briefs' | 'entries' | 'rows' | 'numbered';
  /** Indexes of paragraphs, ascending. */
  at: number[];
}

/** Looks beyond the most frequent ones head nothing. */
const MAX_LOOKS = 24;

const bucket = (size: number | undefined): number => Math.round((size ?? 1) * 10);

/** Lines with equal keys look alike. */
export function lookOf(para: Para): string {
  const { block, bold, label, text } = para;
  const role = block.role === 'heading' ? `h${block.level ?? 0}` : '';
  const style = label ? label.style : isBracketed(text) ? '【' : bulletOf(text);
  return [role, bold ? 'b' : '', block.centred ? 'c' : '', bucket(block.size), style].join('|');
}

function byContents(paras: readonly Para[], contents: Contents): Candidates {
  const keys = new Set(contents.entries.map((entry) => entry.key));
  const at = paras.flatMap((para, i) => (para.text.length <= 160 && keys.has(keyOf(para)) ? [i] : []));
  return { by: 'contents', at };
}

function byLook(paras: readonly Para[]): Candidates[] {
  const groups = new Map<string, Candidates>();
  for (const [i, para] of paras.entries()) {
    if (!isHeadingLike(para) || !(isProminent(para) || para.label || bulletOf(para.text))) continue;
    const key = lookOf(para);
    const group = groups.get(key);
    if (group) group.at.push(i);
    else groups.set(key, { by: isProminent(para) ? 'look' : 'numbers', at: [i] });
  }
  return [...groups.values()].sort((a, b) => b.at.length - a.at.length).slice(0, MAX_LOOKS);
}

function bySources(paras: readonly Para[]): Candidates {
  const at: number[] = [];
  let open = true;
  for (const [i, para] of paras.entries()) {
    const source = isSource(para.text);
    if (open && !source && isHeadingLike(para)) at.push(i);
    open = source;
  }
  return { by: 'sources', at: belowSections(paras, at) };
}

/** The look that most of the lines have, where it is one that stands out. */
function usualLook(lines: readonly Para[]): string | null {
  const [most] = [...Map.groupBy(lines, lookOf)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[1][0] && most[1].length > 1 && isProminent(most[1][0]) ? most[0] : null;
}

/** So many lines may stand above the title of the first item. */
const PREFACE = 120;

/** A heading of a section, and the preface of the whole, may stand above the title that is alike the others. */
function belowSections(paras: readonly Para[], at: readonly number[]): number[] {
  const look = usualLook(at.flatMap((i) => paras[i] ?? []));
  if (look === null) return [...at];
  return at.map((first, n) => {
    const next = Math.min(at[n + 1] ?? paras.length, first + PREFACE);
    let last = first;
    for (let i = first; i < next; i += 1) {
      const para = paras[i];
      if (!para || (n > 0 && !isHeadingLike(para))) break;
      if (isHeadingLike(para) && lookOf(para) === look) last = i;
    }
    return last;
  });
}

const LONGEST_BADGE = 12;
const isBadge = ({ text }: Para): boolean => text.length <= LONGEST_BADGE && !/[。，]/u.test(text);
/** So many lines of data may stand above the one that says whose it is. */
const MOST_DATA = 4;
const isPlainTitle = (para: Para | undefined): boolean =>
  para !== undefined && isHeadingLike(para) && !isProminent(para) && !isFactLine(para);

/** Index of the title of the card whose issuer line `at` states, or -1. A badge may stand between title and data. */
function cardTitle(paras: readonly Para[], at: number): number {
  let i = at - 1;
  for (let para = paras[i]; para && i > at - MOST_DATA && isFactLine(para); para = paras[i]) i -= 1;
  const above = paras[i];
  if (above && isBadge(above) && isPlainTitle(paras[i - 1])) return i - 1;
  return isPlainTitle(above) ? i : -1;
}

/** Cards whose titles do not stand out by their look: they are told by the data below them. */
function byData(paras: readonly Para[]): Candidates {
  const titles = paras.flatMap((para, i) => (statesIssuer(para) ? [cardTitle(paras, i)] : []));
  return { by: 'data', at: [...new Set(titles.filter((i) => i >= 0))] };
}

/** Lines that are nothing but the name of a place: one entry per province or country. */
function byPlaces(paras: readonly Para[]): Candidates {
  return { by: 'places', at: paras.flatMap((para, i) => (isPlaceName(para) ? [i] : [])) };
}

function byBriefs(paras: readonly Para[]): Candidates {
  return {
    by: 'briefs',
    at: paras.flatMap((para, i) => (para.brief ? [i] : [])),
  };
}

export function candidatesOf(paras: readonly Para[], contents: Contents | null): Candidates[] {
  const all = [
    ...(contents ? [byContents(paras, contents)] : []),
    ...byLook(paras),
    bySources(paras),
    byData(paras),
    byPlaces(paras),
    byBriefs(paras),
  ];
  return all.filter(({ by, at }) => at.length >= (by === 'places' ? 1 : 2));
}
