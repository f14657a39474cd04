/**
 * Asks many expressions of the lexicon at once: most lines match none of them, and one expression with all as its
 * alternatives says so in a single run, where each alone would have to be started and compiled.
 */

const NAME = /\(\?<(?![=!])[^>]{1,40}>/gu;

/** Does any of `patterns` match? They may differ in flags but not be global or sticky; names of groups do not matter. */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
  const byFlags = Map.groupBy(patterns, ({ flags }) => flags);
  const joined = [...byFlags].map(
    ([flags, group]) => new RegExp(group.map(({ source }) => `(?:${source.replace(NAME, '(?:')})`).join('|'), flags),
  );
  return (text) => joined.some((pattern) => pattern.test(text));
}
