/**
 * Characters as a person reads them: compatibility forms that fonts leave behind are put right, unreadable ones are
 * counted, and the spaces that typesetting puts between Han characters are told from those that mean something.
 */

/** Kangxi and supplementary radicals, CJK compatibility ideographs, ligatures, presentation forms of vertical text. */
const COMPATIBLE =
  /[\u2E9F\u2EF3\u2F00-\u2FD5\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE4F\u{2F800}-\u{2FA1F}]/gu;
/** Radicals of the supplement that stand for the character itself but have no compatibility mapping. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  '⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺣灬⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺲罒⺳网⺶羊⺷羊⺸羊⺹老⺻聿⺼月⻁虎⻂衤⻄西⻅见⻆角⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻮齿⻰龙⻳龟'
    .match(/../gu)
    ?.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]) ?? [],
);
/** Radicals whose compatibility mapping is a form that simplified text does not use, in fonts where both share a glyph. */
const SHARED: ReadonlyMap<string, string> = new Map([
  ['⼾', '户'],
  ['⾭', '青'],
  ['⿈', '黄'],
]);
const SUPPLEMENT = /[\u2E80-\u2EF3]/gu;
/** What the character maps of CJK fonts call signs that Chinese text writes otherwise. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\u22EF', '…'],
  ['\u2015', '—'],
  ['\u2500', '—'],
  // A soft hyphen that a font draws is a hyphen: 2014-2020.
  ['\u00AD', '-'],
]);
const SIGN = /[\u22EF\u2015\u2500\u00AD]/gu;
/** Zero-width characters, byte order marks and controls carry no text. */
const NOTHING = /[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\p{Cc}]/gu;
const UNREADABLE = /[\uFFFD\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;
/** Bullets and ticks that symbol fonts keep in the private use area. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['\uF06C', '●'],
  ['\uF06E', '■'],
  ['\uF0B2', '□'],
  ['\uF0B7', '•'],
  ['\uF0D8', '➢'],
  ['\uF0FC', '✓'],
  ['\uF075', '◆'],
  ['\uF076', '❖'],
  ['\uF0A7', '▪'],
  ['\uF0A8', '□'],
  ['\uF0FE', '☑'],
]);
const SYMBOL = /[\uF06C\uF06E\uF0B2\uF0B7\uF0D8\uF0FC\uF075\uF076\uF0A7\uF0A8\uF0FE]/gu;

/** What ZapfDingbats draws for letters and digits: bullets, ticks and stars of lists. */
const DINGBATS: ReadonlyMap<string, string> = new Map(
  'l●m❍n■o❏q❑s▲t▼u◆v❖H★3✓4✔'.match(/../gu)?.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]) ?? [],
);

/** Text in ZapfDingbats, whose signs have codes of letters; one that is told as a sign stays. */
export const asDingbats = (text: string): string => text.replace(/[a-zH34]/gu, (char) => DINGBATS.get(char) ?? char);

/** Most runs hold none of what `readable` looks for. */
const PLAIN = /^[ -~\u4E00-\u9FFF\u3000-\u303F\uFF01-\uFF5E“”‘’—…·]*$/u;

/** Text with compatibility forms resolved; white space is left to the caller. */
export function readable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(SYMBOL, (char) => SYMBOLS.get(char) ?? char)
    .replace(COMPATIBLE, (char) => SHARED.get(char) ?? char.normalize('NFKC'))
    .replace(SUPPLEMENT, (char) => RADICALS.get(char) ?? char)
    .replace(SIGN, (char) => SIGNS.get(char) ?? char)
    .replace(NOTHING, ' ');
}

/** How many characters have no meaning to anybody. */
export const unreadableIn = (text: string): number => text.match(UNREADABLE)?.length ?? 0;

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}“”‘’—…·●■◆○①-⑳]/u;
const HAN = /[\u3400-\u9FFF\u{20000}-\u{3FFFF}]/u;
const MARK = /[、。，；：？！）》」』】〕〉（《「『【〔〈“”‘’]/u;

/** Characters that Chinese typesetting gives a whole square. */
export const isWide = (char: string): boolean => WIDE.test(char);

const HAN_SPACE_HAN = /(?<=[\u3400-\u9FFF]) (?=[\u3400-\u9FFF])/gu;
const HAN_HAN = /(?<=[\u3400-\u9FFF])(?=[\u3400-\u9FFF])/gu;
const SPACE_AT_MARK =
  / (?=[、。，；：？！）》」』】〕〉])|(?<=[（《「『【〔〈、。，；：？！）》」』】〕〉]) (?=[\u3400-\u9FFF“‘《（])/gu;

/**
 * Takes out the spaces that tracking leaves in a run. A single one between Han characters may mean something
 * (第一章 总则); where they stand between most of them, the line is only set wide.
 */
export function untracked(text: string): string {
  if (!/\s/u.test(text)) return text;
  const tidy = text.replace(/\s+/gu, ' ').replace(SPACE_AT_MARK, '');
  const spaced = tidy.match(HAN_SPACE_HAN)?.length ?? 0;
  if (spaced < 2) return tidy;
  const tight = tidy.match(HAN_HAN)?.length ?? 0;
  return spaced > tight ? tidy.replace(HAN_SPACE_HAN, '') : tidy;
}

/** Whether a gap of `ems` between two neighbouring runs is a space. */
export function isSpace(before: string, after: string, ems: number): boolean {
  if (before === ' ' || after === ' ' || before === '' || after === '') return false;
  const wide = isWide(before) && isWide(after);
  if (MARK.test(before) || MARK.test(after)) return ems > 1.1;
  if (wide) return ems > 0.45;
  return ems > (HAN.test(before) || HAN.test(after) ? 0.3 : 0.14);
}
