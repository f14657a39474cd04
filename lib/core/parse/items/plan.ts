/**
 * Decides whether a text is a digest and where its items begin: weighs the weak signals of every group of candidate
 * titles in one place, and says which of them led there.
 */
import type { Reason } from '@/lib/core/model/item';
import type { Contents } from '../clean/contents';
import { keyOf } from '../clean/contents';
import { bare, isSource } from '../clean/lines';
import { isFactLine } from '../head/facts';
import { endsWithType } from '../head/title';
import { remember } from '../memo';
import type { Para } from '../paragraph';
import { join } from '../traced';
import { type Candidates, candidatesOf } from './candidates';
import { type CutText, cutAt, type RawItem } from './cut';
import { entriesOf, withoutDoubles } from './entries';
import { numberedOf } from './numbered';
import { rowsOf } from './rows';
import { splitRunIn } from './run-in';
import { hasLead, isHeadingLike, isNewsTitle, isPartHeading, isProminent } from './signals';
import { sourcedOf } from './sourced';

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

/** Title of a policy document, or one that names it in 《》. */
const namesPolicy = (title: string): boolean =>
  (endsWithType(title) && !/政策$/u.test(title)) || /《[^》]{4,120}》/u.test(title);

const sourceLines = (paras: readonly Para[]): number => paras.filter(({ text }) => isSource(text)).length;

/** Shortest and longest heading of a part that entries have in common. */
const [MIN_PART, MAX_PART] = [3, 16];

const nameOf = remember(({ text }): string => bare(text));

/** Headings that come again in most items, as entries of a database or cards have them: 申请条件, 申请方式. */
function sharedParts(items: CutText['items']): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { body } of items) {
    const own = new Set(body.filter((para) => isHeadingLike(para) && isProminent(para)).map(nameOf));
    for (const name of own) {
      if (name.length >= MIN_PART && name.length <= MAX_PART) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count > items.length / 2).map(([name]) => name));
}

/** Longest second line of a title. */
const LONGEST_REST = 40;

/** An excerpt of a round-up may end within its first place; other digests have two items at least. */
const fewest = ({ by }: Candidates, { isDigestName }: PlanContext): number => (by === 'places' && isDigestName ? 1 : 2);

function weigh(paras: readonly Para[], group: Candidates, cut: CutText, context: PlanContext): ItemPlan {
  const { items } = cut;
  const reasons: Reason[] = [];
  const add = (code: string, weight: number, text?: string) => {
    if (Math.abs(weight) >= 0.05)
      reasons.push({ code, weight: Math.round(weight * 100) / 100, ...(text ? { text } : {}) });
  };
  const titles = group.at.flatMap((i) => paras[i] ?? []);
  const shared = sharedParts(items);
  const keys = new Set(context.contents?.entries.map((entry) => entry.key) ?? []);
  if (keys.size > 0) add('items_in_contents', 2.2 * share(titles, (para) => keys.has(keyOf(para))));
  if (group.by === 'sources') add('source_lines', 2.2 * Math.min(1, items.length / sourceLines(paras)));
  if (group.by === 'places') add('place_titles', 2.2);
  if (group.by === 'briefs') add('run_together', 2.2);
  if (group.by === 'entries') add('link_entries', 2.6);
  if (group.by === 'numbered') add('numbered_reports', 2.6);
  if (group.by === 'rows') add('table_rows', 2.6);
  if (context.isDigestName) add('digest_name', 2.2);
  if (context.hasIssue) add('issue_number', 0.8);
  add('lead_formulas', 1.6 * share(items, ({ body }) => hasLead(body[0]?.text ?? '')));
  add(
    'news_titles',
    share(items, ({ title }) => isNewsTitle(title.text)),
  );
  add('policy_titles', 1.8 * share(items, ({ title }) => namesPolicy(title.text)));
  add('stated_data', 1.2 * share(items, ({ body }) => body.slice(0, 3).some(isFactLine)));
  if (shared.size > 0)
    add('same_parts', 2.2 * share(items, ({ body }) => body.some((para) => shared.has(nameOf(para)))));
  add('prominent_titles', 0.4 * share(titles, isProminent));
  if (restarts(paras, group.at) > 0) add('numbering_restarts', 0.5);
  add('part_headings', -3.5 * share(titles, (para) => isPartHeading(para.text.slice(para.label?.end ?? 0))));
  add('short_bodies', -2.5 * share(items, ({ body }) => inkOf(body) < MIN_BODY));
  if (group.at.length > 0) add('empty_titles', -2 * (1 - items.length / group.at.length) ** 2);
  const names = new Set(items.map(({ title }) => bare(title.text)));
  add('repeated_titles', -4 * (1 - names.size / Math.max(1, items.length)) ** 2);
  add('single_document', -4.5 * context.singleness);
  const covered = items.reduce((sum, { body }) => sum + inkOf(body), 0) / Math.max(1, inkOf(paras));
  if (group.by !== 'entries') add('uncovered_text', -3 * Math.max(0, 0.75 - covered));
  const score =
    items.length < fewest(group, context)
      ? Number.NEGATIVE_INFINITY
      : reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { ...cut, score, reasons };
}

/** From this score on a text is a digest. */
export const DIGEST_SCORE = 2.4;

/** Every way to cut the text, weighed. */
export function plansOf(paras: readonly Para[], context: PlanContext): ItemPlan[] {
  const plans = candidatesOf(paras, context.contents).map((group) =>
    weigh(paras, group, cutAt(paras, group.at), context),
  );
  const entries = entriesOf(paras);
  if (entries) plans.push(weigh(paras, { by: 'entries', at: [] }, entries, context));
  const rows = rowsOf(paras);
  if (rows) plans.push(weigh(paras, { by: 'rows', at: [] }, rows, context));
  const numbered = numberedOf(paras);
  if (numbered) plans.push(weigh(paras, { by: 'numbered', at: [] }, numbered, context));
  const sourced = sourcedOf(paras);
  if (sourced) plans.push(weigh(paras, { by: 'sources', at: [] }, sourced, context));
  const runIn = splitRunIn(paras);
  if (runIn) {
    const group: Candidates = { by: 'briefs', at: runIn.flatMap((para, i) => (para.brief ? [i] : [])) };
    plans.push(weigh(runIn, group, cutAt(runIn, group.at), context));
  }
  return plans.filter(({ score }) => score > Number.NEGATIVE_INFINITY);
}

/** A title whose second line was taken for text, where the contents list or a line just below has all of it. */
function inFull(item: RawItem, keys: ReadonlySet<string>): RawItem {
  const [first, ...rest] = item.body;
  if (!first || first.text.length > LONGEST_REST || rest.length === 0) return item;
  const own = bare(item.title.text);
  const whole = own + bare(first.text);
  const isSaid = keys.has(whole) || rest.slice(0, 2).some(({ text }) => bare(text) === whole);
  return isSaid && !keys.has(own) ? { ...item, title: join([item.title, first], ''), body: rest } : item;
}

/** The best way to cut the text into items, or null where no line could head one. */
export function planItems(paras: readonly Para[], context: PlanContext): ItemPlan | null {
  const [best] = plansOf(paras, context).sort((a, b) => b.score - a.score);
  if (!best) return null;
  const keys = new Set(context.contents?.entries.map(({ key }) => key) ?? []);
  return { ...best, items: withoutDoubles(best.items.map((item) => inFull(item, keys))) };
}
