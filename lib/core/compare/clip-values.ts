/** What holds of a clip after the person's corrections: every reader of clips asks here, so that corrections win. */
import type { Clip } from '../model/clip';

export const clipTitle = (clip: Clip): string => clip.corrections.title ?? clip.item.title.value;

/** An empty correction means: none. */
export const clipSection = (clip: Clip): string | null =>
  clip.corrections.section === undefined ? (clip.item.section?.value ?? null) : clip.corrections.section || null;

/** Whose policy it is; the publisher's province where the item names none. */
export function clipRegions(clip: Clip): string[] {
  const own = clip.corrections.regions ?? clip.item.regions.map((region) => region.value);
  if (own.length > 0) return [...new Set(own)];
  return clip.source.region === null ? [] : [clip.source.region];
}

export const clipAgencies = (clip: Clip): string[] =>
  clip.corrections.agencies ?? clip.item.agencies.map((agency) => agency.value);

export const clipDate = (clip: Clip): string | null => clip.corrections.publishedOn ?? clip.source.publishedOn;

/**
 * Numbers of the documents that the clip is about. A policy document read at its source has its own or none: the numbers
 * in its text are those of other documents, which it cites.
 */
export function clipDocNumbers({ item, source }: Pick<Clip, 'item' | 'source'>): string[] {
  if (source.kind === 'policy') return source.docNumber === null ? [] : [source.docNumber];
  const own = item.docNumbers.map((number) => number.value);
  return own.length > 0 || source.docNumber === null ? own : [source.docNumber];
}

/** True when the document that was read only reports on the policy: the original is still to be found. */
export const isSecondary = (clip: Clip): boolean => clip.source.kind !== 'policy';
