/**
 * Tag names: compared after NFKC and trimming, so that full and half width are one tag; control and bidirectional
 * override characters never enter.
 */
import { z } from './zod';

export const MAX_TAG_CHARS = 64;
// Controls, line and paragraph separators, format characters (zero-width, bidirectional, soft hyphens), half characters.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** 、 , ; and line ends separate tags; the other forms of these marks are these after NFKC. */
const SEPARATORS = /[、,;\n\r\t]/u;

/** Canonical form of one tag, and of itself; empty when nothing is left. */
export const normaliseTag = (raw: string): string =>
  raw
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_TAG_CHARS)
    // The cut may leave half a character or a space.
    .replace(/\p{Cs}$/u, '')
    .trimEnd();

/** Splits what a person typed into canonical tags, first occurrence kept (case does not tell tags apart). */
export function parseTags(raw: string): string[] {
  const tags = new Map<string, string>();
  for (const part of raw.normalize('NFKC').split(SEPARATORS)) {
    const tag = normaliseTag(part);
    const key = tag.toLowerCase();
    if (tag && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}

export const tagNameSchema = z
  .string()
  .min(1)
  .max(MAX_TAG_CHARS)
  .refine((tag) => normaliseTag(tag) === tag, 'not a canonical tag');
