/**
 * Decides whether a text is a digest and where its items begin: weighs the weak signals of every group of candidate
 * titles in one place, and says which of them led there.
 */
import type { Reason } from '@/lib/core/model/item';
import type { Contents } from '../clean/contents';
import { keyOf } from '../clean/contents';
import type { Para } from '../paragraph';
import { type Candidates, candidatesOf } from './candidates';
import { type CutText, cutAt } from './cut';
import { hasLead, isNewsTitle, isPartHeading, isProminent } from './signals';

export interface ItemPlan extends CutText {
  score: number;
  reasons: Reason[];
}

/** What is known of the document as a whole. */
export interface PlanContext {
  contents: Contents | null;
  /** The document's own name is one of a digest. */
  isDigestName: boolean;
  /** It has an issue number. */
  hasIssue: boolean;
  /** Its title ends with a 文种, it has a document number, a salutation, articles: 0–1. */
  singleness: number;
}

const share = <T>(list: readonly T[], test: (one: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(test).length / list.length;

/** Bodies shorter than this say too little to stand alone. */
const MIN_BODY = 30;
const inkOf = (paras: readonly Para[]): number => paras.reduce((sum, para) => sum + para.text.length, 0);

/** Do titles count on over the whole text (1–10), or anew in every section? */
function restarts(paras: readonly Para[], at: readonly number[]): number {
  const ordinals = at.flatMap((i) => paras[i]?.label?.ordinal ?? []);
  return ordinals.filter((ordinal, i) => i > 0 && ordinal === 1).length;
}

function weigh(paras: readonly Para[], group: Candidates, context: PlanContext): ItemPlan {
  const cut = cutAt(paras, group.at);
  const { items } = cut;
  const reasons: Reason[] = [];
  const add = (code: string, weight: number, text?: string) => {
    if (Math.abs(weight) >= 0.05)
      reasons.push({ code, weight: Math.round(weight * 100) / 100, ...(text ? { text } : {}) });
  };
  const titles = group.at.flatMap((i) => paras[i] ?? []);
  const keys = new Set(context.contents?.entries.map((entry) => entry.key) ?? []);
  if (keys.size > 0) add('items_in_contents', 2.2 * share(titles, (para) => keys.has(keyOf(para))));
  if (group.by === 'sources') add('source_lines', 2.2);
  if (group.by === 'briefs') add('run_together', 2.2);
  if (context.isDigestName) add('digest_name', 2.2);
  if (context.hasIssue) add('issue_number', 0.8);
  add('lead_formulas', 1.6 * share(items, ({ body }) => hasLead(body[0]?.text ?? '')));
  add(
    'news_titles',
    share(items, ({ title }) => isNewsTitle(title.text)),
  );
  add('prominent_titles', 0.4 * share(titles, isProminent));
  if (restarts(paras, group.at) > 0) add('numbering_restarts', 0.5);
  add('part_headings', -3.5 * share(titles, (para) => isPartHeading(para.text.slice(para.label?.end ?? 0))));
  add('short_bodies', -2.5 * share(items, ({ body }) => inkOf(body) < MIN_BODY));
  add('empty_titles', -2 * (1 - items.length / Math.max(1, group.at.length)) ** 2);
  add('single_document', -4.5 * context.singleness);
  const covered = items.reduce((sum, { body }) => sum + inkOf(body), 0) / Math.max(1, inkOf(paras));
  add('uncovered_text', -3 * Math.max(0, 0.75 - covered));
  const score = items.length < 2 ? Number.NEGATIVE_INFINITY : reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { ...cut, score, reasons };
}

/** From this score on a text is a digest. */
export const DIGEST_SCORE = 2.4;

/** The best way to cut the text into items, or null where no line could head one. */
export function planItems(paras: readonly Para[], context: PlanContext): ItemPlan | null {
  let best: ItemPlan | null = null;
  for (const group of candidatesOf(paras, context.contents)) {
    const plan = weigh(paras, group, context);
    if (plan.items.length >= 2 && plan.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = plan;
  }
  return best;
}
