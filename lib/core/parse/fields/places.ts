/**
 * Names of places in a text, longest first, left to right, never overlapping. Knows the table of places only; whose
 * policy a text is, `regions.ts` says.
 */
import { type PlaceName, placeNames } from '@/lib/core/lexicon/places';
import { NameTable, walkTo } from './name-table';

export interface Place extends PlaceName {
  start: number;
  end: number;
}

export const placeTable = new NameTable(placeNames);
const toName = walkTo(placeTable);

/** 河北区域, 上海路: the name goes on as another word. */
const GOES_ON = /^(?:路|大道|街|东路|西路|域|大学|师范|医院|银行|中学|日报|晚报|卫视)/u;
const IS_COUNTY = /(?:区|县|旗)$/u;

/** The place whose name begins at `at`, or null. */
export function placeAt(text: string, at: number): Place | null {
  const found = placeTable.nearAt(text, at)?.find(({ form, level }) => {
    if (!text.startsWith(form, at)) return false;
    return !(level === 'county' && text[at + form.length] === '域' && IS_COUNTY.test(form));
  });
  return found ? { ...found, start: at, end: at + found.form.length } : null;
}

/** All places named in `text`, up to `limit`. Names inside other names (北京路, 南京大学) are left out. */
export function findPlaces(text: string, limit = 10_000): Place[] {
  const places: Place[] = [];
  for (let at = toName(text, 0); at < text.length - 1 && places.length < limit; ) {
    const place = placeAt(text, at);
    if (place && !GOES_ON.test(text.slice(place.end, place.end + 3))) places.push(place);
    at = toName(text, place?.end ?? at + 1);
  }
  return places;
}
