/**
 * The place that a title or a sentence is about: it stands at the beginning, or after nothing but a time.
 */
import { findPlaces, type Place } from './places';

/** Places that a title or a sentence is about: at its beginning, after a time, or as 在湖北. */
export function subjectPlace(text: string): Place | null {
  const place = findPlaces(text.slice(0, 120), 1)[0];
  if (!place) return null;
  const before = text.slice(0, place.start);
  return /^(?:[\s“"《【（(●▶■◆·\d.、-]|近日|日前|今年|今年以来|前\d{1,2}个月|\d{4}年|\d{1,2}月(?:\d{1,2}日)?|，|：)*$/u.test(
    before,
  )
    ? place
    : null;
}
