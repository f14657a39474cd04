/**
 * Sections of an export and the order in them: stable for the same clips in whatever order they come. Strings compare
 * by code unit, so that no machine's locale matters.
 */
import { clipDate, clipRegions } from '../compare/clip-values';
import { byRegionCode, regionName } from '../compare/regions';
import type { CompareUnit } from '../compare/types';
import { unitsOfClip } from '../compare/units';
import type { Clip } from '../model/clip';
import type { ExportInput, ExportOptions } from './options';
import type { ExportWords } from './words';

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Older documents first; in a document by place; then by id. */
export const inPlace = (clips: readonly Clip[]): Clip[] =>
  clips
    .map((clip) => ({
      clip,
      date: clipDate(clip) ?? '9999',
      document: clip.source.documentKey,
      at: clip.anchor.position.start,
    }))
    .sort(
      (a, b) =>
        compare(a.date, b.date) ||
        compare(a.document, b.document) ||
        compare(a.at, b.at) ||
        compare(a.clip.id, b.clip.id),
    )
    .map(({ clip }) => clip);

/** A clip in a section; `units` when only some of its measures belong there. */
export interface Entry {
  clip: Clip;
  units: readonly CompareUnit[] | null;
}
export interface Section {
  key: string;
  name: string;
  entries: Entry[];
}

type Key = string | null;

const keysOf = (clip: Clip, groupBy: ExportOptions['groupBy']): Key[] => {
  const keys =
    groupBy === 'region'
      ? clipRegions(clip)
      : groupBy === 'tag'
        ? clip.tags
        : [clip.source.documentKey].filter(Boolean);
  return keys.length > 0 ? keys : [null];
};

function themeEntries(clip: Clip): [Key, Entry][] {
  const units = unitsOfClip(clip.id, clip);
  const groups = new Map<Key, CompareUnit[]>();
  for (const unit of units) {
    for (const key of unit.themes.length > 0 ? unit.themes : [null])
      groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  // An item without any theme is printed whole.
  if (groups.size <= 1 && !groups.keys().next().value) return [[null, { clip, units: null }]];
  return [...groups].map(([key, own]) => [key, { clip, units: own }]);
}

function nameOf(
  key: Key,
  entry: Entry,
  input: ExportInput,
  groupBy: ExportOptions['groupBy'],
  words: ExportWords,
): string {
  switch (groupBy) {
    case 'region':
      return key === null ? words.noRegion : regionName(key, input.locale === 'en' ? 'en' : 'zh');
    case 'theme':
      return key === null ? words.noTheme : (input.themeName?.(key) ?? key);
    case 'tag':
      return key ?? words.noTag;
    case 'source': {
      const { title, issueNumber } = entry.clip.source;
      return key === null || title === '' ? words.noSource : words.titled(title, issueNumber ?? '');
    }
  }
}

/** Sections in order: provinces by code, the others by name; what belongs nowhere comes last. */
export function sectionsOf(input: ExportInput, options: ExportOptions, words: ExportWords): Section[] {
  const sections = new Map<Key, Section>();
  for (const clip of inPlace(input.clips)) {
    const entries: [Key, Entry][] =
      options.groupBy === 'theme'
        ? themeEntries(clip)
        : keysOf(clip, options.groupBy).map((key) => [key, { clip, units: null }]);
    for (const [key, entry] of entries) {
      const section = sections.get(key) ?? {
        key: key ?? '',
        name: nameOf(key, entry, input, options.groupBy, words),
        entries: [],
      };
      section.entries.push(entry);
      sections.set(key, section);
    }
  }
  return [...sections]
    .sort(([a, x], [b, y]) =>
      options.groupBy === 'region'
        ? byRegionCode(a, b)
        : Number(a === null) - Number(b === null) || compare(x.name, y.name) || compare(x.key, y.key),
    )
    .map(([, section]) => section);
}
