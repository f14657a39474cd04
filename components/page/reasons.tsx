/** Why a document was taken for what it is: each reason as a sentence with the words that led there. */
import { Minus, Plus } from 'lucide-preact';
import type { Verdict } from '@/lib/core/model/item';
import { useI18n } from '../i18n';

export interface ReasonsProps {
  verdict: Verdict;
}

export function Reasons({ verdict }: ReasonsProps) {
  const { t, maybe, percent } = useI18n();
  return (
    <div class="reasons">
      <p class="reasons-head">
        {t('page.whyTitle')}
        <span>{t('page.confidence', percent(verdict.score))}</span>
      </p>
      <ul>
        {verdict.reasons.map((reason) => (
          <li key={`${reason.code}${reason.text ?? ''}`}>
            {reason.weight < 0 ? <Minus size={12} aria-hidden="true" /> : <Plus size={12} aria-hidden="true" />}
            <span>
              {maybe(`reason.${reason.code}`, reason.code)}
              {reason.text && <q>{reason.text}</q>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
