/**
 * Orders (令) by which rules are promulgated: 民政部令第83号, also over two lines or in the remark below the title, with
 * the day of promulgation where the remark gives it.
 */
import { findDates, fold } from '../fields';
import { join, slice, type Traced } from '../traced';

export interface Order {
  /** The body that gave it, as printed. */
  body: Traced;
  /** 民政部令第83号. */
  number: Traced;
  /** `YYYY-MM-DD` or null. */
  promulgated: { value: string; place: Traced } | null;
}

const ORDER =
  /(?<body>[\p{Script=Han}]{2,24}?)(?:令|公告(?=.{4,24}(?:公布|发布)[)]?$)) {0,2}[(]?(?:(?<year>\d{4}) ?年)? ?第 {0,2}(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,6}) {0,2}号/u;
/** 《…规定》（市人民政府令第193号）: the order of a document that is named, not of this one. */
const CITED = /》\s?[（(]$/u;
const COUNTRY = '中华人民共和国';
const LONGEST = 600;

/** Words of the sentence before the body's name. */
const LEAD = /^.{0,20}(?:日|以|经|由|为|的)(?=[\p{Script=Han}]{2})/u;

export function findOrder(lines: readonly Traced[]): Order | null {
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const source = /令$/u.test(line.text) && next ? join([line, next], '') : line;
    if (source.text.length > LONGEST || !/令|公告/u.test(source.text)) continue;
    const match = ORDER.exec(fold(source.text));
    const body = match?.groups?.body;
    if (!match || !body) continue;
    if (CITED.test(source.text.slice(Math.max(0, match.index - 3), match.index))) continue;
    const lead = LEAD.exec(body)?.[0].length ?? 0;
    // The president has no name without the country's.
    const country = body.startsWith(COUNTRY, lead) && !body.endsWith('主席') ? COUNTRY.length : 0;
    const start = match.index + lead + country;
    const dates = findDates(source.text)
      .filter(({ end }) => end <= match.index + Math.max(lead, 1))
      .toSorted((a, b) => a.start - b.start);
    const date = dates.at(-1);
    return {
      body: slice(source, start, match.index + body.length),
      number: slice(source, start, match.index + match[0].length),
      promulgated: date ? { value: date.value, place: slice(source, date.start, date.end) } : null,
    };
  }
  return null;
}
