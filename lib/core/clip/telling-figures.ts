/** The few figures that stand for an item: what it gives and aims at, before how many points its text has. */
import { TEXT_NOUNS } from '../lexicon/indicators';
import type { Figure } from '../model/item';

const OF_THE_TEXT: ReadonlySet<string> = new Set(TEXT_NOUNS.map(({ form }) => form));

const countsTheText = ({ unit, indicator }: Figure): boolean =>
  /^[条个项]$/u.test(unit) && indicator !== null && OF_THE_TEXT.has(indicator);

/** At most `count` of them, in the order of the text. */
export function tellingFigures(figures: readonly Figure[], count: number): Figure[] {
  const telling = figures.filter((figure) => !countsTheText(figure)).slice(0, count);
  const others = figures.filter(countsTheText).slice(0, count - telling.length);
  return [...telling, ...others].sort((a, b) => a.at.start - b.at.start);
}
