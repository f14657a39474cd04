/**
 * The places that a title or a sentence is about: they stand at the beginning, or after nothing but a time. A list
 * (武汉、长沙、南昌三市) and the name of a region (京津冀) are about all of them.
 */
import { REGION_GROUPS } from '@/lib/core/lexicon/regions';
import { findPlaces, type Place } from './places';

const REACH = 120;
const BEFORE = /(?:[\s“"《【（(●▶■◆·.、-]|近日|日前|今年|今年以来|前?\d{1,2}个月|\d{4}年|\d{1,2}月|\d{1,2}日?|，|：)$/u;
const BETWEEN = /^(?:[、-]|和|与|及|·)?$/u;

function isTime(text: string): boolean {
  let rest = text;
  for (let i = 0; i < 12 && rest; i += 1) {
    const shorter = rest.replace(BEFORE, '');
    if (shorter === rest) return false;
    rest = shorter;
  }
  return rest === '';
}

/** Places that `text` is about; none if it begins with something else. */
export function subjectPlaces(text: string): Place[] {
  const places: Place[] = [];
  for (const place of findPlaces(text.slice(0, REACH), 12)) {
    const last = places.at(-1);
    if (last ? !BETWEEN.test(text.slice(last.end, place.start)) : !isTime(text.slice(0, place.start))) break;
    places.push(place);
  }
  return places;
}

/** The first of them, or null. */
export const subjectPlace = (text: string): Place | null => subjectPlaces(text)[0] ?? null;

/** Codes of the provinces of a region (京津冀) that `text` begins with. */
export function subjectGroup(text: string): readonly string[] {
  for (const { form, codes } of REGION_GROUPS) {
    const at = text.slice(0, 40).indexOf(form);
    if (at >= 0 && isTime(text.slice(0, at))) return codes;
  }
  return [];
}
