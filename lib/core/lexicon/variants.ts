/**
 * Traditional characters that the genre's words are written with, and their simplified forms, so that a page in the
 * other script is still recognised. Not a converter: only what the signals need.
 */
const TRADITIONAL =
  '態環動態勢關於業務發佈報導會議黨組織國務院辦廳長東門區縣縣鄉鎮財經濟計劃規則條例決議實施細則標準補貼獎勵支資專項創新產學驗證點監督檢查執責單貫徹進農養醫療險戶籍補償應當機構優權總領導體係統籌項給與萬億個從眾聞開閉書傳達習話設術學貿';
const SIMPLIFIED =
  '态环动态势关于业务发布报导会议党组织国务院办厅长东门区县县乡镇财经济计划规则条例决议实施细则标准补贴奖励支资专项创新产学验证点监督检查执责单贯彻进农养医疗险户籍补偿应当机构优权总领导体系统筹项给与万亿个从众闻开闭书传达习话设术学贸';

const PAIRS = new Map([...TRADITIONAL].map((character, i) => [character, [...SIMPLIFIED][i] ?? character]));
/** Present only in traditional text; three of them in the sample mean the text is. */
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

/**
 * Gives the simplified reading of texts of the document that `sample` stands for; the same texts when it is simplified
 * already. For recognising only, never for showing.
 */
export function simplifierOf(sample: string): (text: string) => string {
  const markers = sample.slice(0, SAMPLE).match(MARKERS);
  if (!markers || markers.length < 3) return (text) => text;
  return (text) => [...text.replace(PINYIN, '')].map((character) => PAIRS.get(character) ?? character).join('');
}
