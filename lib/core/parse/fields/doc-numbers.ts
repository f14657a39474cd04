/**
 * 发文字号 (GB/T 9704): issuer letters, year in any kind of bracket, serial number; and the older and lesser forms
 * 公告2025年第4号, 政府令第179号. Normalised to 〔〕. What lacks a bracket is kept as printed and not sure; none is invented.
 */
import { fold } from './fold';
import type { Hit } from './hit';

const HEAD = '(?<head>[\\u4e00-\\u9fff]{1,16})';
const OPEN = '[〔\\[(【]';
const CLOSE = '[〕\\])】]';
const YEAR = '(?<year>(?:19|20) ?\\d ?\\d)';
const SERIAL = '(?:第 {0,2})?(?<serial>\\d(?: ?\\d){0,4})(?<sub>-\\d{1,3})? {0,2}号';

const BRACKETED = new RegExp(
  `${HEAD} {0,2}(?<open>${OPEN}?) {0,2}${YEAR} {0,2}(?<close>${CLOSE}?) {0,2}${SERIAL}`,
  'gu',
);
const BY_YEAR = new RegExp(`${HEAD} {0,2}${YEAR} {0,2}年 {0,2}第 {0,2}(?<serial>\\d(?: ?\\d){0,4}) {0,2}号`, 'gu');
const ORDER = /(?<head>[\u4e00-\u9fff]{2,20}令) {0,2}(?:\( {0,2})?第 {0,2}(?<serial>\d(?: ?\d){0,4}) {0,2}号/gu;

/** 科会产字第1130031234号, as bodies in Taiwan number their letters. */
const LETTER = /(?<head>[\u4e00-\u9fff]{1,14}字)第 ?(?<serial>\d{6,12}) ?号/gu;

/** （2024）京科字第5号: the year first. 民申字第5号 and the like number cases of courts. */
const YEAR_FIRST = new RegExp(
  `${OPEN}${YEAR}${CLOSE} {0,2}(?<head>[\\u4e00-\\u9fff]{1,10}字)(?<![民刑行执商知][\\u4e00-\\u9fff]{0,3}字) ?${SERIAL}`,
  'gu',
);

/** Words of the sentence that stand before the letters of the issuer. */
const LEAD =
  /^.*(?:根据|按照|依据|依照|贯彻|落实|执行|参照|关于|以及|文件|文号|字号|编号|简称|印发|下发|见|即|原|和(?!国)|及|与|或|由|以|的)(?=[\u4e00-\u9fff])/u;

const digits = (text: string | undefined) => (text ?? '').replaceAll(' ', '');

/** 根据国发 → 国发, with the number of characters cut. Long heads keep their last eight characters and are not sure. */
function cutLead(head: string): { letters: string; cut: number; sure: boolean } {
  const lead = LEAD.exec(head)?.[0].length ?? 0;
  const letters = head.slice(lead);
  return { letters, cut: lead, sure: letters.length <= 12 };
}

/** Every document number in `text`, in order of appearance. */
export function findDocNumbers(text: string): Hit<string>[] {
  if (!text.includes('号')) return [];
  const folded = fold(text);
  const hits: Hit<string>[] = [];
  const collect = (
    form: RegExp,
    value: (letters: string, groups: Record<string, string>) => [string, boolean] | null,
  ) => {
    for (const { 0: printed, index, groups = {} } of folded.matchAll(form)) {
      const { letters, cut, sure } = cutLead(groups.head ?? '');
      const found = letters ? value(letters, groups) : null;
      const start = index + cut;
      const end = index + printed.length;
      if (!found || hits.some((other) => start < other.end && other.start < end)) continue;
      hits.push({ value: found[0], start, end, sure: sure && found[1] });
    }
  };
  collect(BRACKETED, (letters, { open, close, year, serial, sub = '' }) => {
    if (!open && !close) return null;
    const number = `${digits(serial)}${sub}号`;
    return open && close
      ? [`${letters}〔${digits(year)}〕${number}`, true]
      : [`${letters}${open ? '〔' : ''}${digits(year)}${close ? '〕' : ''}${number}`, false];
  });
  if (folded.includes('年'))
    collect(BY_YEAR, (letters, { year, serial }) => [`${letters}${digits(year)}年第${digits(serial)}号`, true]);
  if (folded.includes('字第')) collect(LETTER, (letters, { serial }) => [`${letters}第${serial}号`, true]);
  if (folded.includes('字第'))
    collect(YEAR_FIRST, (letters, { year, serial, sub = '' }) => [
      `〔${digits(year)}〕${letters}第${digits(serial)}${sub}号`,
      true,
    ]);
  if (folded.includes('令')) collect(ORDER, (letters, { serial }) => [`${letters}第${digits(serial)}号`, true]);
  return hits.sort((a, b) => a.start - b.start);
}
