/**
 * The confidentiality marks that one line bears, kept as printed without the spaces: the line is a mark, or has one apart
 * from its other words. Sentences, titles and lists that speak of secrets bear none. Knows no places; see `find-marks`.
 */
import {
  BESIDE_MARKS,
  HANDLING_MARKS,
  SECRECY_ENDS,
  SECRECY_GRADES,
  SECRECY_PERIODS,
} from '@/lib/core/lexicon/handling';
import { simplify } from '@/lib/core/lexicon/variants';
import { type Found, found } from '@/lib/core/model/span';
import { findDate, fold } from '../fields';
import { isBulletinName } from '../items/signals';
import { type Para, withText } from '../paragraph';
import { spansOf } from '../traced';
import { issueIn, publisherIn } from './lines';

const MAX_LINE = 60;
/** Every mark holds one of these, in simplified or traditional characters. */
const HINT = /密|[内內]\s{0,3}部|[传傳阅閱]|翻\s{0,3}印|保\s{0,3}[存管]/u;
const TRADITIONAL = /[絕機祕內傳閱資參號級緊]/u;

const apart = (form: string): string => [...form].join('\\s{0,3}');
const forms = (marks: readonly { form: string }[], spell = (form: string) => form): string =>
  marks.map(({ form }) => spell(form)).join('|');

const STAR = '[★☆*✩✭⭐]';
const GRADE = `(?:${forms(SECRECY_GRADES, apart)})`;
const PERIOD = `(?:${forms(SECRECY_PERIODS)})`;
const MARK = new RegExp(
  `(${GRADE})(\\s{0,3}${STAR}(?:\\s{0,3}(?:${PERIOD}|${forms(SECRECY_ENDS)}))?|\\s{0,3}${PERIOD}(?!\\p{Script=Han}))?|${forms(HANDLING_MARKS, apart)}`,
  'gu',
);

/** In place of a mark in the rest of its line. */
const PLACE = '◆';
const BESIDE = new RegExp(forms(BESIDE_MARKS), 'gu');
const SIGNS = /[\s◆★☆*●■▲|｜·,，.。;；!！:：()【】[\]〔〕<>〈〉/—-]+/gu;
/** Of a sentence, a quotation or the title of a paper. */
const PROSE = /[。；;？！“”"「」《》、]/u;
/** The marks of a line, next to each other at its beginning or end and apart from its other words. */
const FIRST = /^[\s(【[〔★☆●■]{0,4}◆(?:[\s,，:：·★☆|｜/—-]{0,4}◆){0,4}(?=[\s)】\]〔〕|｜★☆·])/u;
const LAST = /[\s(【[〔|｜★☆·]◆(?:[\s,，:：·★☆|｜/—-]{0,4}◆){0,4}[\s)】\]〕★☆●■]{0,4}$/u;

interface Hit {
  start: number;
  end: number;
  grade: boolean;
  period: boolean;
}

/** A line as it is compared, and everything in it that looks like a mark. */
interface Line {
  line: string;
  hits: readonly Hit[];
}

/** Where the line stands decides what may be taken for a mark there. */
export interface Place {
  /** A grade without a period may stand alone here. */
  grades: boolean;
  /** In the masthead: marks stand in one line with name, number and date. */
  masthead: boolean;
}

/** What a line says beside its marks is what mastheads say. */
function isMasthead(para: Para, rest: string): boolean {
  const line = withText(para, { text: rest.replace(/[◆()【】[\]|｜★☆·]/gu, ' ').trim(), pieces: [] });
  return (
    isBulletinName(line.text) || issueIn(line) !== null || findDate(line.text) !== null || publisherIn(line) !== null
  );
}

function restOf(line: string, hits: readonly Hit[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of hits) {
    rest += line.slice(at, start) + PLACE;
    at = end;
  }
  return rest + line.slice(at);
}

const saysNothing = (rest: string): boolean => rest.replace(BESIDE, '').replace(SIGNS, '') === '';

function accepted(para: Para, { line, hits }: Line, { grades, masthead }: Place): readonly Hit[] {
  // A line that names several grades is about grades.
  if (hits.filter(({ grade }) => grade).length > 1) return [];
  const rest = restOf(line, hits);
  if (saysNothing(rest)) {
    const labelled = /密级/u.test(rest);
    return hits.filter(({ grade, period }) => !grade || period || grades || labelled);
  }
  if (PROSE.test(rest)) return [];
  const stands = ({ start, end }: Hit): boolean =>
    !/[\p{Script=Han}\p{L}]$/u.test(line.slice(0, start)) &&
    (!/^\p{Script=Han}/u.test(line.slice(end)) || /^(?:特提|特急|加急|平急)/u.test(line.slice(end)));
  const graded = hits.filter(
    (hit) =>
      hit.grade &&
      stands(hit) &&
      (hit.period || /密级(?:和保密期限)? {0,3}[:：] {0,3}$/u.test(line.slice(0, hit.start))),
  );
  const first = FIRST.exec(rest)?.[0];
  const run = first ?? LAST.exec(rest)?.[0] ?? '';
  const count = run.split(PLACE).length - 1;
  if (count === 0) return graded;
  const others = first === undefined ? rest.slice(0, -run.length) : rest.slice(first.length);
  const bracketed = /^\s{0,3}[(【[〔]◆.{0,20}[)】\]〕]$/u.test(run);
  if (!(count > 1 || (masthead && (bracketed || isMasthead(para, others))))) return graded;
  const apartFrom = first === undefined ? hits.slice(-count) : hits.slice(0, count);
  return hits.filter((hit) => graded.includes(hit) || (!hit.grade && apartFrom.includes(hit)));
}

/** Most lines are not worth a closer look. */
export const mayBeMark = ({ text }: { text: string }): boolean => text.length <= MAX_LINE && HINT.test(text);

function hitsIn(para: Para): Line | null {
  const { text, label, block } = para;
  if (label || (block.links ?? 0) > 0 || !mayBeMark(para)) return null;
  const folded = fold(text);
  const line = TRADITIONAL.test(folded) ? simplify(folded) : folded;
  const hits = [...line.matchAll(MARK)].map(({ 0: all, 1: grade, 2: period, index }) => ({
    start: index,
    end: index + all.length,
    grade: grade !== undefined,
    period: period !== undefined,
  }));
  return hits.length > 0 ? { line, hits } : null;
}

/** The marks that one line bears. */
export function marksIn(para: Para, place: Place): Found<string>[] {
  const read = hitsIn(para);
  if (!read) return [];
  return accepted(para, read, place).map(({ start, end }) =>
    found(para.text.slice(start, end).replace(/\s+/gu, ''), spansOf(para, start, end)),
  );
}

/** Nothing but marks. */
export function isMark(para: Para): boolean {
  const read = hitsIn(para);
  return read !== null && saysNothing(restOf(read.line, read.hits));
}
