/**
 * One line of a backup: a clip, or why it is none. Lines come from anywhere, so depth and length are checked before
 * parsing, keys that no schema knows are dropped, and an address that is none is blanked.
 */
import { keptAddress } from '../clip/source';
import type { Comparison } from '../compare/stored';
import { parseQuickly } from '../model/conforms';
import type { KeptPicture } from '../model/picture';
import { parseSafely, type z } from '../model/zod';
import {
  type BackedClip,
  comparisonLineSchema,
  lineSchema,
  MAX_DEPTH,
  MAX_LINE_CHARS,
  pictureLineSchema,
} from './format';

export type ReadLine =
  | { ok: true; backed: BackedClip; mended: boolean }
  | { ok: true; comparison: Comparison; mended: boolean }
  | { ok: true; picture: KeptPicture; mended: boolean }
  | { ok: false; reason: 'too-long' | 'too-deep' | 'no-json' | 'no-clip'; detail: string };

/** Deeper than `limit`? Looks at brackets outside of strings only; linear, without recursion. */
export function tooDeep(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}

/** Takes keys away that the schema does not know, at the places it named. */
function dropKeys(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return;
    at = Reflect.get(at, step);
  }
  if (typeof at === 'object' && at !== null) for (const key of keys) Reflect.deleteProperty(at, key);
}

/** What the schema makes of a value, keys that it does not know left out; or why it makes nothing of it. Changes `value`. */
export function parseKnown<S extends z.ZodType>(
  schema: S,
  value: unknown,
): { data: z.infer<S>; mended: boolean } | string {
  const first = parseQuickly(schema, value);
  if (first.success) return { data: first.data, mended: false };
  for (const issue of first.error.issues) {
    if (issue.code === 'unrecognized_keys') dropKeys(value, issue.path, issue.keys);
  }
  const second = parseSafely(schema, value);
  if (second.success) return { data: second.data, mended: true };
  const [issue] = second.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 300);
}

/** Addresses other than of pages and files are blanked, as when clipping. */
function withoutBadAddress({ clip, past }: BackedClip): { backed: BackedClip; blanked: boolean } {
  const url = keptAddress(clip.source.url);
  if (url === clip.source.url) return { backed: { clip, past }, blanked: false };
  return { backed: { clip: { ...clip, source: { ...clip.source, url } }, past }, blanked: true };
}

export function readLine(text: string): ReadLine {
  if (text.length > MAX_LINE_CHARS) return { ok: false, reason: 'too-long', detail: `${text.length}` };
  if (tooDeep(text, MAX_DEPTH)) return { ok: false, reason: 'too-deep', detail: '' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: 'no-json', detail: error instanceof Error ? error.message.slice(0, 300) : '' };
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'comparison')) {
    const read = parseKnown(comparisonLineSchema, value);
    if (typeof read === 'string') return { ok: false, reason: 'no-clip', detail: read };
    return { ok: true, comparison: read.data.comparison, mended: read.mended };
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'picture')) {
    const read = parseKnown(pictureLineSchema, value);
    if (typeof read === 'string') return { ok: false, reason: 'no-clip', detail: read };
    return { ok: true, picture: read.data.picture, mended: read.mended };
  }
  const read = parseKnown(lineSchema, value);
  if (typeof read === 'string') return { ok: false, reason: 'no-clip', detail: read };
  const { backed, blanked } = withoutBadAddress(read.data);
  const past = backed.past.filter(({ clipId }) => clipId === backed.clip.id);
  return { ok: true, backed: { ...backed, past }, mended: read.mended || blanked };
}
