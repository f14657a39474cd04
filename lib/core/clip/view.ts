/**
 * A clip as it is shown, searched, compared and exported: what the person corrected wins over what was found, which
 * stays underneath.
 */
import type { Clip, Corrections } from '../model/clip';
import type { PolicyItem } from '../model/item';
import { found } from '../model/span';

/** The item with the corrections in place. */
export function effectiveItem({ item, corrections }: Pick<Clip, 'item' | 'corrections'>): PolicyItem {
  const { title, section, regions, agencies } = corrections;
  return {
    ...item,
    ...(title === undefined ? {} : { title: found(title) }),
    ...(section === undefined ? {} : { section: section === '' ? null : found(section) }),
    ...(regions === undefined ? {} : { regions: regions.map((region) => found(region)) }),
    ...(agencies === undefined ? {} : { agencies: agencies.map((agency) => found(agency)) }),
  };
}

export interface ClipView {
  title: string;
  section: string | null;
  /** GB/T 2260 province codes. */
  regions: string[];
  agencies: string[];
  documents: string[];
  docNumbers: string[];
  publishedOn: string | null;
  /** Which of these the person set. */
  corrected: (keyof Corrections)[];
}

const FIELDS = ['title', 'section', 'regions', 'agencies', 'publishedOn'] as const satisfies (keyof Corrections)[];

/** Plain values of a clip, corrections in place. */
export function clipView(clip: Pick<Clip, 'item' | 'corrections' | 'source'>): ClipView {
  const item = effectiveItem(clip);
  const values = (list: readonly { value: string }[]) => list.map((entry) => entry.value);
  return {
    title: item.title.value,
    section: item.section?.value ?? null,
    regions: values(item.regions),
    agencies: values(item.agencies),
    documents: values(item.documents),
    docNumbers: values(item.docNumbers),
    publishedOn: clip.corrections.publishedOn ?? clip.source.publishedOn,
    corrected: FIELDS.filter((field) => clip.corrections[field] !== undefined),
  };
}
