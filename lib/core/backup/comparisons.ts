/**
 * Named comparisons of a backup beside those of the library. They have no history, so that nothing proves which of two
 * follows from the other: whatever differs is kept twice, a colleague's under their name, each with the day of its state.
 */
import type { Comparison } from '../compare/stored';
import { dayOf } from '../export/day';
import { idOf } from './judge';
import { bareTitle, datedTitle, signedTitle } from './signed';

const UUID_CHARS = 36;

/** What it says, whoever's name it bears and whatever counts its saves. */
const said = ({ name, grouping, clipIds, links, cells, regions, themes }: Comparison, author: string | null): string =>
  JSON.stringify([author === null ? name : bareTitle(name), grouping, clipIds, links, cells, regions, themes]);

export function judgeComparison(
  incoming: Comparison,
  library: ReadonlyMap<string, Comparison>,
  author: string | null,
): { kind: 'same' } | { kind: 'new' | 'conflict'; put: Comparison } {
  const here = library.get(incoming.id);
  const text = said(incoming, author);
  // What a colleague has from here comes back under its own id, or under that of a contradiction.
  const others = author === null ? (here ? [here] : []) : [...library.values()];
  if (others.some((one) => said(one, author) === text)) return { kind: 'same' };
  const put = author === null ? incoming : { ...incoming, name: signedTitle(incoming.name, author) };
  if (!here) return { kind: 'new', put };
  const id = idOf(text);
  return library.has(id)
    ? { kind: 'same' }
    : { kind: 'conflict', put: { ...put, id, name: datedTitle(put.name, dayOf(put.updatedAt)) } };
}

/** The comparison with the clips that stand for those it names: `standing` has their ids by the ids in the file. */
export function withStanding(comparison: Comparison, standing: ReadonlyMap<string, string>): Comparison {
  const clip = (id: string) => standing.get(id) ?? id;
  const unit = (name: string) => clip(name.slice(0, UUID_CHARS)) + name.slice(UUID_CHARS);
  return {
    ...comparison,
    clipIds: [...new Set(comparison.clipIds.map(clip))],
    links: comparison.links.map((link) =>
      link.kind === 'title' ? { ...link, unit: unit(link.unit) } : { ...link, a: unit(link.a), b: unit(link.b) },
    ),
  };
}
