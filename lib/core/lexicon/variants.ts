/**
 * Traditional characters and their simplified forms, one for one, so that a page in the other script is read with the
 * same words; for recognising only, never for showing.
 */
import { SIMPLIFIED, TRADITIONAL } from './variants.data';

let pairs: ReadonlyMap<string, string> | null = null;
/** Set up with the first text in the other script. */
function pairsOf(): ReadonlyMap<string, string> {
  pairs ??= new Map([...TRADITIONAL].map((character, i) => [character, SIMPLIFIED[i] ?? character]));
  return pairs;
}
const HAN = /[\u4e00-\u9fff]/gu;

/** The text in simplified characters, every one at its place. */
export function simplify(text: string): string {
  const known = pairsOf();
  return text.replace(HAN, (character) => known.get(character) ?? character);
}

/** Present only in traditional text; so many of them in the sample mean the text is. */
const FEWEST_MARKERS = 3;
const MARKERS = /[態環關業務發會國辦廳區縣經濟計劃則條標準補貼獎專創產學驗證點監檢執責單貫進農醫療險]/gu;
/** Pronunciation that some copies carry behind a character: 態(tài); a syllable has a vowel, km has none. */
export const PINYIN = /(?<=[\u3400-\u9fff])[(（](?![b-df-hj-np-tv-z]{1,6}[)）])[a-zà-ǜ]{1,6}[)）]/gu;
/** With a tone, which no abbreviation in brackets has: 公里（km）. */
const TONED = /[\u3400-\u9fff][(（][a-z]{0,5}[à-ǜ][a-z]{0,5}[)）]/gu;
/** So many say that the whole text is annotated. */
const ANNOTATED = 3;

/** Does a copy carry the pronunciation of its characters? */
export function isAnnotated(texts: Iterable<string>): boolean {
  let found = 0;
  for (const text of texts) {
    found += text.match(TONED)?.length ?? 0;
    if (found >= ANNOTATED) return true;
  }
  return false;
}
const SAMPLE = 4_000;
/** Traditional text does not go on for so long without one of the markers. */
const GLIMPSE = 1_000;

/** Is the text that `sample` begins written in traditional characters? */
export const isTraditional = (sample: string): boolean =>
  sample.slice(0, GLIMPSE).search(MARKERS) >= 0 &&
  (sample.slice(0, SAMPLE).match(MARKERS)?.length ?? 0) >= FEWEST_MARKERS;

/**
 * Gives the simplified reading of texts of the document that `sample` stands for, without pronunciation; the same texts
 * when it is simplified already.
 */
export const simplifierOf = (sample: string): ((text: string) => string) =>
  isTraditional(sample) ? (text) => simplify(text.replace(PINYIN, '')) : (text) => text;
