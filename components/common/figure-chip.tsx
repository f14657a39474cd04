/** A number with what it is: kind (icon and word), bound, indicator or subject, year. Never a bare value. */
import { ChartNoAxesColumn, CircleCheck, SlidersHorizontal, Target, Trophy } from 'lucide-preact';
import { BOUNDS } from '@/lib/core/lexicon/units-bounds';
import type { Figure } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import { useI18n } from '../i18n';
import { useHover } from './use-hover';

const ICONS = {
  target: Target,
  achieved: CircleCheck,
  parameter: SlidersHorizontal,
  rank: Trophy,
  other: ChartNoAxesColumn,
} as const;

/** Does the printed text carry its bound itself (30 项以上)? */
const saysBound = (text: string) => BOUNDS.some(({ form }) => text.includes(form));

export interface FigureChipProps {
  figure: Figure;
  onPoint?: ((spans: readonly Span[]) => void) | undefined;
}

export function FigureChip({ figure, onPoint }: FigureChipProps) {
  const { t } = useI18n();
  const chip = useHover<HTMLSpanElement>((on) => onPoint?.(on ? figure.spans : []));
  const Icon = ICONS[figure.kind];
  const about = [figure.subject, figure.indicator].filter(Boolean).join(' ');
  const kind = t(`figure.${figure.kind}`);
  return (
    <span
      ref={chip}
      class="figure"
      title={[kind, about, figure.year && t('figure.byYear', String(figure.year))].filter(Boolean).join(' · ')}
    >
      <Icon size={12} aria-hidden="true" />
      <span class="sr-only">{kind} </span>
      <b>
        {figure.bound && !saysBound(figure.text) && <span class="bound">{t(`figure.${figure.bound}`)}</span>}
        {figure.text}
      </b>
      {about && <span class="about">{about}</span>}
      {figure.year !== null && <span class="year">{figure.year}</span>}
    </span>
  );
}
