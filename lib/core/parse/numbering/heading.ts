/**
 * The heading of a numbered unit: its first line when that is a line of its own or a question, a bracketed caption, or the run-in
 * words up to the first 。 or ： when those are few. Sentences that say something are no headings of articles.
 */
import type { LabelStyle } from '@/lib/core/lexicon/numbering';

export const MAX_HEADING = 40;
/** A nominal caption such as 载体建设。 at the beginning of an article. */
const MAX_CAPTION = 10;

const CAPTION = /^[（(【[〔]\s?([^）)】\]〕。；]{1,40}?)\s?[）)】\]〕]/u;
/** A colon between digits is a ratio or a time; with digits on one side only it ends a heading: 一、元旦：1月1日放假. */
const RUN_IN = /^(?:[^。：:\n]|(?<=\d)[：:](?=\d)){1,60}(?:。|[：:](?!\d)|(?<!\d)[：:])/u;
const SENTENCE = /[是为由按应须可]|不得|本[办条法规细]|的，|执行|施行|适用/u;
const CLOSED = /[。：:；;，,、？！?!]$/u;
/** 问：《规划》有哪些目标？ */
const QUESTION = /^问 ?[：:]/u;

export interface Heading {
  text: string;
  /** Offset in the unit's body where what is left of it begins. */
  end: number;
}

const NONE: Heading = { text: '', end: 0 };
const inkOf = (text: string): number => text.replace(/\s/gu, '').length;

const runIn = (line: string): Heading => {
  const printed = RUN_IN.exec(line)?.[0];
  if (!printed) return NONE;
  const text = printed.slice(0, -1).trim();
  return inkOf(text) <= MAX_HEADING && !text.includes('；') ? { text, end: printed.length } : NONE;
};

function ofArticle(line: string, more: boolean): Heading {
  const caption = CAPTION.exec(line);
  if (caption) return { text: caption[1] ?? '', end: caption[0].length };
  if (more && inkOf(line) <= MAX_CAPTION && !CLOSED.test(line)) return { text: line, end: line.length };
  const run = runIn(line);
  const nominal = inkOf(run.text) <= MAX_CAPTION && !SENTENCE.test(run.text) && line.charAt(run.end - 1) === '。';
  return nominal && line.length > run.end ? run : NONE;
}

/** @param body text of the unit after its label, lines separated by line feeds */
export function headingOf(body: string, style: LabelStyle): Heading {
  const lead = body.length - body.trimStart().length;
  const lineEnd = body.indexOf('\n', lead);
  const line = body.slice(lead, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  const more = lineEnd >= 0 && body.slice(lineEnd).trim() !== '';
  const placed = (heading: Heading): Heading => (heading.text ? { text: heading.text, end: heading.end + lead } : NONE);
  if (style === 'article') return placed(ofArticle(line, more));
  const caption = /^[【〔[]/u.test(line) ? CAPTION.exec(line) : null;
  if (caption) return placed({ text: caption[1] ?? '', end: caption[0].length });
  const asked = more && /[？?]$/u.test(line);
  if (asked && QUESTION.test(line)) return inkOf(line) <= MAX_HEADING ? placed({ text: line, end: line.length }) : NONE;
  const closed = CLOSED.test(line) && !asked;
  if (!closed && inkOf(line) <= MAX_HEADING && !/[。；]/u.test(line) && !RUN_IN.test(line)) {
    return placed({ text: line, end: line.length });
  }
  const run = runIn(line);
  const alone = run.end >= line.length && !more;
  return alone ? NONE : placed(run);
}
