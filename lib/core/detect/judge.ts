/**
 * The full verdict on a document that has been looked at closely: is it policy (`detect.ts`), and is it one document
 * or a digest of several (the plan of its items)?
 */
import type { Verdict } from '../model/item';
import { DIGEST_SCORE, type ItemPlan } from '../parse/items/plan';
import type { Prepared } from '../parse/prepare';
import { detectPolicy } from './detect';

export function judge({ model }: Pick<Prepared, 'model'>, plan: ItemPlan | null): Verdict {
  const { policy, score, reasons } = detectPolicy(model);
  if (!policy) return { kind: 'none', score, reasons };
  const digest = plan !== null && plan.score >= DIGEST_SCORE;
  return digest
    ? { kind: 'bulletin', score, reasons: [...plan.reasons, ...reasons] }
    : { kind: 'policy', score, reasons };
}
