/** How exact a number is, as a sign before it; nothing where the printed text says so itself (30 项以上). */
import { BOUNDS } from '@/lib/core/lexicon/units-bounds';
import type { Figure } from '@/lib/core/model/item';
import { useI18n } from '../i18n';

const SIGNS = { atLeast: '≥', atMost: '≤', about: '≈', above: '>' } as const;

export interface BoundProps {
  bound: NonNullable<Figure['bound']>;
  text: string;
}

export function Bound({ bound, text }: BoundProps) {
  const { t } = useI18n();
  if (BOUNDS.some(({ form }) => text.includes(form))) return null;
  return (
    <span class="bound" title={t(`figure.${bound}`)}>
      <span aria-hidden="true">{SIGNS[bound]} </span>
      <span class="sr-only">{t(`figure.${bound}`)}</span>
    </span>
  );
}
