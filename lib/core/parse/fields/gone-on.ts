/**
 * What a figure counts that names nothing itself: what the sentence counted before it, the clause before it, or a label
 * behind which it stands alone.
 */
import { nameOf, withoutTrail } from './indicator-words';
import type { Quantity } from './quantities';

/** What the sentence has counted so far. */
export interface Counted {
  start: number;
  previous: string | null;
  /** The name of the figure before this one, if it has one. */
  last: string | null;
  byUnit: Map<string, string>;
  /** What the cases of the sentence are told apart by. */
  cases: string | null;
  /** Where the figure before this one ends. */
  end: number;
}

export const nothingCounted = (start: number): Counted => ({
  start,
  previous: null,
  last: null,
  byUnit: new Map(),
  cases: null,
  end: start,
});

/** 企业数量增加一倍，达到2000家; 能级大幅提升，达到60%. */
const GROWN =
  /^(.*?)(?:(?:增加|提高|扩大|增长)[一两二三]倍|翻[一两二三]?番|倍增|(?:大幅|显著|明显|稳步|持续|不断|进一步|快速)(?:提升|提高|增长|增加|下降|改善|壮大|扩大|降低))$/u;
const GROWTH_NAME = /^(.{2,}?)(?:年均|同比)?(?:增速|增长率|增幅|增长)$/u;
const GROWN_REACH = 60;

/** What a clause that names nothing goes on with: the clause before it, or what the figure before it was the growth of. */
export function goneOn(text: string, one: Quantity, { start, end, previous }: Counted): string | null {
  const from = Math.max(start, end, one.start - GROWN_REACH);
  const [, before = '', last = ''] = /^(.*)[，,]([^，,]*)$/su.exec(text.slice(from, one.start)) ?? [];
  const clause = before.slice(Math.max(...['，', ',', '；', '。', '\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  const grown = last === '' && clause === '' ? null : GROWN.exec(clause.trim())?.[1];
  if (grown) return nameOf(withoutTrail(grown));
  const growth = /^[%‰‱]$/u.test(one.unit) ? null : GROWTH_NAME.exec(previous ?? '')?.[1];
  return growth && /^(?:左右|以上|以内|以下)?$/u.test(clause) ? growth : null;
}

/** 人工智能应用场景：50个, 推广的举措（共23项）: the figure alone behind a label. */
const LABELLED = /(?:[：:][^：:(，。；、\n]{0,8}|\((?:共计?|合计|总计|计)) ?$/u;
const LABEL = /(?:^|[，。；、：:()\n·|■】])([^，。；、：:()\n·|■】]{2,26})$/u;
const NO_LABEL = /(?:如下|以下|包括|其中|注|说明|要求|条件|内容|方面|情况|原则|措施|任务)$/u;

/** The label before a figure that stands alone behind it. */
export function labelOf(text: string, one: Quantity, { start, end }: Counted): string | null {
  const lead = text.slice(Math.max(start, end, one.start - 44), one.start);
  const behind = LABELLED.exec(lead);
  const label = behind && LABEL.exec(lead.slice(0, behind.index))?.[1]?.trim();
  return !label || NO_LABEL.test(label) ? null : nameOf(withoutTrail(label));
}
