/**
 * YAML front matter. Every scalar is a JSON string, which is a YAML double-quoted scalar; characters that YAML treats
 * as line ends or refuses (U+0085, U+2028, U+2029, other controls, U+FEFF) are written as escapes.
 */
const SPECIAL = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

export const quoteScalar = (value: string): string =>
  JSON.stringify(value.toWellFormed()).replace(
    SPECIAL,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export type FrontMatterValue = string | number | readonly string[];

/** `---` … `---`; keys are ours and plain. Empty lists are left out. */
export function frontMatter(entries: readonly (readonly [key: string, value: FrontMatterValue])[]): string {
  const lines = entries.flatMap(([key, value]) => {
    if (typeof value === 'number') return [`${key}: ${value}`];
    if (typeof value === 'string') return [`${key}: ${quoteScalar(value)}`];
    return value.length === 0 ? [] : [`${key}:`, ...value.map((item) => `  - ${quoteScalar(item)}`)];
  });
  return `---\n${lines.join('\n')}\n---\n`;
}
