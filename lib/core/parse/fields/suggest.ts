/**
 * Themes and policy instruments (Rothwell & Zegveld) that words of a measure suggest, with those words. A suggestion
 * stays one until a person accepts it.
 */
import { INSTRUMENTS } from '@/lib/core/lexicon/instruments';
import { THEMES } from '@/lib/core/lexicon/themes';
import type { Suggestion } from '@/lib/core/model';
import { NameTable, walkTo } from './name-table';

const MAX_TEXT = 20_000;
const MOST = 4;

type Entry = { code: string; words: readonly string[] };
const words = new NameTable(() =>
  Array.from(new Set([...THEMES, ...INSTRUMENTS].flatMap((entry) => entry.words)), (form) => ({ form })),
);
const toWord = walkTo(words);

/** Every word of the lexicon that stands in `text`, also inside another. */
function wordsIn(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = toWord(text, 0); at < text.length; at = toWord(text, at + 1)) {
    for (const { form } of words.nearAt(text, at) ?? []) if (text.startsWith(form, at)) found.add(form);
  }
  return found;
}

function best(found: ReadonlySet<string>, scheme: Suggestion['scheme'], entries: readonly Entry[]): Suggestion[] {
  const suggestions = entries.flatMap((entry) => {
    const own = entry.words.filter((word) => found.has(word));
    return own.length ? [{ scheme, code: entry.code, words: own }] : [];
  });
  return suggestions.toSorted((a, b) => b.words.length - a.words.length).slice(0, MOST);
}

/** Suggestions for one measure, those with more words first, at most four of each scheme. */
export function suggest(text: string): Suggestion[] {
  const found = wordsIn(text.slice(0, MAX_TEXT));
  if (found.size === 0) return [];
  return [...best(found, 'theme', THEMES), ...best(found, 'instrument', INSTRUMENTS)];
}
