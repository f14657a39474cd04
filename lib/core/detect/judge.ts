/**
 * The full verdict on a document that has been looked at closely: weak signals weighed in one place, each with the
 * words that led there. No single one decides; a government host or an issue number least of all.
 */
import { OFFICIAL_PHRASES } from '@/lib/core/lexicon/kinds';
import type { Reason, Verdict } from '@/lib/core/model/item';
import type { ReadHead } from '../parse/head/read-head';
import { endsWithType } from '../parse/head/title';
import { DIGEST_SCORE, type ItemPlan } from '../parse/items/plan';
import type { Prepared } from '../parse/prepare';

const SAMPLE = 30_000;
const POLICY_SCORE = 2;

const certainty = (distance: number): number => Math.round((0.5 + 0.5 * Math.tanh(Math.abs(distance) / 2)) * 100) / 100;

function policyReasons({ article, facts, model }: Prepared, { head, lines }: ReadHead): Reason[] {
  const reasons: Reason[] = [];
  const add = (code: string, weight: number, text?: string) => {
    if (weight !== 0) reasons.push({ code, weight, ...(text ? { text: text.slice(0, 200) } : {}) });
  };
  const title = head.title?.value ?? '';
  const text = article
    .map((para) => para.text)
    .join('\n')
    .slice(0, SAMPLE);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (endsWithType(title)) add('document-type', 1.5, title);
  if (head.docNumber) add('document-number', 1.5, head.docNumber.value);
  if (facts.some(({ fact, value }) => fact === 'issuer' || (fact === 'docNumber' && value.text)))
    add('metadata-table', 0.8);
  if (head.issuers.length > 0) add('issuer', 0.6, head.issuers[0]?.value);
  if (lines.some((para) => /[:：]$/u.test(para.text))) add('salutation', 0.4);
  const articles = article.filter((para) => para.label?.style === 'article').length;
  if (articles >= 3) add('articles', 1.5);
  const levels = new Set(article.flatMap(({ label }) => (label ? [label.style] : [])));
  if (levels.has('han')) add('numbering', 0.5);
  const phrases = OFFICIAL_PHRASES.filter(({ pattern }) => pattern.test(text));
  if (phrases.length > 0)
    add(
      'official-phrases',
      Math.min(1.5, phrases.length * 0.4),
      phrases.map(({ pattern }) => pattern.exec(text)?.[0] ?? '').join('、'),
    );
  if (han < 150) add('little-text', -2);
  if (han < text.length * 0.3) add('not-chinese', -4);
  if (model.blocks.length === 0) add('empty', -4);
  return reasons;
}

export function judge(prepared: Prepared, read: ReadHead, plan: ItemPlan | null): Verdict {
  const policy = policyReasons(prepared, read);
  const sum = (reasons: readonly Reason[]) => reasons.reduce((total, { weight }) => total + weight, 0);
  const policyScore = sum(policy);
  if (plan && plan.score >= DIGEST_SCORE) {
    return { kind: 'bulletin', score: certainty(plan.score - DIGEST_SCORE + 1), reasons: plan.reasons };
  }
  const kind = policyScore >= POLICY_SCORE ? 'policy' : 'none';
  return { kind, score: certainty(policyScore - POLICY_SCORE), reasons: policy };
}
