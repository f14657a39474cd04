/**
 * Target years: 到2027年 governs every figure after it up to the end of the sentence; a plan of a named year
 * (2025年 … 年度计划投资680亿元) governs the figures of its own clause. Years that look back (截至2024年底) govern none.
 */
import { HORIZON_WORDS } from '@/lib/core/lexicon/dates';
import type { Span } from '@/lib/core/model';
import { hanNumber } from './numbers';
import { firstAfter } from './order';
import { clauseEnd, clauseStart } from './sentences';

export interface Horizon extends Span {
  year: number;
  /** True if the figures' own clause must speak of a plan. */
  planned: boolean;
}

const longest = (place: 'before' | 'after') =>
  HORIZON_WORDS.filter((word) => word.place === place)
    .map(({ form }) => form)
    .sort((a, b) => b.length - a.length);
const BEFORE = longest('before');
const AFTER = longest('after');
const YEAR =
  /(19\d\d|20\d ?\d|二[〇零○][一二三四五][〇零○一二三四五六七八九]) {0,2}年(?:度|(?![内来间]|以来)(?:[全年]{0,2}(?:底|末|年底|年末|年中)?))/gu;
const yearIn = (printed: string): number => hanNumber(printed) ?? Number(printed.replaceAll(' ', ''));
const LOOKS_BACK = /(?:截至|截止|截止到|截至到|自|从|以|较|比|于|同|与|起至)$/u;
const PLAN = /(?:计划|目标|力争|预期|预计|拟|将)/u;

const hanPlan = /“?(十四五|十五五|十六五)”?(?:末|期末)/gu;
/** 到“十五五”末, 力争“十五五”末, or a clause that begins with it. */
const PLAN_LEAD = /^$|(?:[到至，；：\n]|力争|争取|确保)$/u;
const PLAN_END: Readonly<Record<string, number>> = { 十四五: 2025, 十五五: 2030, 十六五: 2035 };

/** 2020年初步建成: what is done in a year to come is set for it. */
const TO_BE_DONE =
  /^(?:全[省市国区县]|[我本][省市区县]|累计|共)?(?:初步|基本|全面)?(?:建成|形成|实现|达到|完成|培育|新增|突破|引进|打造)/u;
/** 2026年度样品指标为30个, 2026年末余额限额调整为30亿元: a quota is set for its year. */
const QUOTA = /^[^，。；\d]{0,14}(?:指标|计划|配额|名额|额度|限额|目标)(?:调整|核定|确定)?(?:为|是|共|[:：])/u;
/** 2019年至2021年: the end of a span is none. */
const SPAN = /(?:19|20)\d\d(?:年度?)?[至到—~-]$/u;
const AFTER_REACH = 20;

function horizonAt(
  text: string,
  { printed, year, start, end }: { printed: string; year: number } & Span,
  publishedYear: number | null,
): Horizon | null {
  const before = text.slice(Math.max(0, start - 8), start).replaceAll(' ', '');
  const after = text.slice(start + printed.length, start + printed.length + AFTER_REACH).replace(/^[ ，,]+/u, '');
  if (LOOKS_BACK.test(before) || SPAN.test(before)) return null;
  const from = start + printed.length;
  if (/^ ?\d{1,2} ?月/u.test(text.slice(from, from + 5))) return null;
  // 其中2026年3亿元、2027年4亿元: the share of a year to come.
  const toCome = publishedYear !== null && year > publishedYear;
  if (toCome && /^ ?\d/u.test(text.slice(from, from + 2))) {
    const to = text.slice(from, end).search(/[、，；。]/u);
    return { start: from, end: to < 0 ? end : from + to, year, planned: false };
  }
  const quota = /[度末底]$/u.test(printed) && QUOTA.test(after);
  if (printed.endsWith('度') && !quota) return null;
  const said = quota || BEFORE.some((word) => before.endsWith(word)) || AFTER.some((word) => after.startsWith(word));
  if (said) return { start: from, end, year, planned: false };
  // A sentence that begins with a year: the clauses that speak of a plan are set for it.
  if (!/^$|[，。；\n]$/u.test(before)) return null;
  return { start: from, end, year, planned: !(toCome && TO_BE_DONE.test(after)) };
}

/** What is set for a year before is told, where nothing says when it was written. */
const EARLIEST = 2000;

/** Horizons that begin in the sentence `[start, end)` of `text` (folded). */
export function horizonsOf(text: string, { start, end }: Span, publishedYear: number | null): Horizon[] {
  const sentence = text.slice(start, end);
  const found: Horizon[] = [];
  for (const { 0: printed, 1: digits = '', index } of sentence.matchAll(YEAR)) {
    const horizon = horizonAt(text, { printed, year: yearIn(digits), start: start + index, end }, publishedYear);
    if (horizon) found.push(horizon);
  }
  for (const { 0: printed, 1: plan = '', index } of sentence.matchAll(hanPlan)) {
    const year = PLAN_END[plan];
    if (year !== undefined && PLAN_LEAD.test(sentence.slice(Math.max(0, index - 2), index))) {
      found.push({ start: start + index + printed.length, end, year, planned: false });
    }
  }
  return found.filter(({ year }) => year >= (publishedYear ?? EARLIEST)).toSorted((a, b) => a.start - b.start);
}

/** Horizons looked at for one figure; a sentence with more says nothing that could be told. */
const MOST = 8;

/** The year that governs the figure at `at`, or null: the last horizon before it. */
export function yearOf(horizons: readonly Horizon[], text: string, at: number): number | null {
  const last = firstAfter(horizons, at + 1) - 1;
  let plan: boolean | null = null;
  let named: number | null = null;
  for (let i = last; i >= 0 && i > last - MOST; i -= 1) {
    const horizon = horizons[i];
    if (!horizon || at >= horizon.end) continue;
    // 2026年计划建设20家；2027年，达到30家: a year that is named between is not that of the goal before.
    if (!horizon.planned) return named === null ? horizon.year : named >= horizon.year ? named : null;
    plan ??= PLAN.test(text.slice(clauseStart(text, at), clauseEnd(text, at)));
    if (plan) return horizon.year;
    named ??= horizon.year;
  }
  return null;
}
