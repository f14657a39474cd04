/**
 * Themes and policy instruments (Rothwell & Zegveld) that words of a measure suggest, with those words. A suggestion
 * stays one until a person accepts it.
 */
import { INSTRUMENTS } from '@/lib/core/lexicon/instruments';
import { THEMES } from '@/lib/core/lexicon/themes';
import type { Suggestion } from '@/lib/core/model';

const MAX_TEXT = 20_000;

function read(
  text: string,
  scheme: Suggestion['scheme'],
  entries: readonly { code: string; words: readonly string[] }[],
): Suggestion[] {
  return entries.flatMap(({ code, words }) => {
    const found = words.filter((word) => text.includes(word));
    return found.length ? [{ scheme, code, words: found }] : [];
  });
}

/** Suggestions for one measure, those with more words first, at most four of each scheme. */
export function suggest(text: string): Suggestion[] {
  const cut = text.slice(0, MAX_TEXT);
  const best = (suggestions: Suggestion[]) =>
    suggestions.toSorted((a, b) => b.words.length - a.words.length).slice(0, 4);
  return [...best(read(cut, 'theme', THEMES)), ...best(read(cut, 'instrument', INSTRUMENTS))];
}
