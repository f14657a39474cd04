/** What is worth putting beside a clip: clips of other provinces that speak of the same things, the most alike first. */
import type { Clip } from '../model/clip';
import { clipRegions, clipTitle } from './clip-values';
import { gramsOf } from './grams';

/** Title and headings say what a clip is about; its text would drown them. */
const topicOf = (clip: Clip): Set<string> =>
  gramsOf([clipTitle(clip), ...clip.item.measures.map((measure) => measure.heading)].join('\n'));

const themesOf = (clip: Clip): Set<string> =>
  new Set([
    ...clip.tags,
    ...clip.item.measures.flatMap((measure) => measure.suggestions.map((suggestion) => suggestion.code)),
  ]);

/** Dice coefficient. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** At most `most` of `others`; a clip of the same province is never among them. */
export function worthBeside(clip: Clip, others: readonly Clip[], most: number): Clip[] {
  const own = new Set(clipRegions(clip));
  const [topic, themes] = [topicOf(clip), themesOf(clip)];
  return others
    .filter((other) => other.id !== clip.id && !clipRegions(other).some((region) => own.has(region)))
    .map((other, i) => ({ other, i, score: alike(topic, topicOf(other)) + alike(themes, themesOf(other)) / 2 }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, most)
    .map(({ other }) => other);
}
