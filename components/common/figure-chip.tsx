/** A number with what it is: kind (icon and word), bound, indicator or subject, year. Never a bare value. */
import { ChartNoAxesColumn, CircleCheck, SlidersHorizontal, Target, Trophy } from 'lucide-preact';
import type { Figure } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import { useI18n } from '../i18n';
import { Bound } from './bound';
import { useHover } from './use-hover';

const ICONS = {
  target: Target,
  achieved: CircleCheck,
  parameter: SlidersHorizontal,
  rank: Trophy,
  other: ChartNoAxesColumn,
} as const;

export interface FigureChipProps {
  figure: Figure;
  /** What it is about, where the figure itself does not say. */
  about?: string;
  onPoint?: ((spans: readonly Span[]) => void) | undefined;
}

export function FigureChip({ figure, about: given = '', onPoint }: FigureChipProps) {
  const { t } = useI18n();
  const chip = useHover<HTMLSpanElement>((on) => onPoint?.(on ? figure.spans : []));
  const Icon = ICONS[figure.kind];
  const about = [figure.subject, figure.indicator].filter(Boolean).join(' ') || given;
  const year = figure.year === null ? '' : String(figure.year);
  const horizon = year && figure.kind === 'target' ? t('figure.byYear', year) : year;
  const kind = t(`figure.${figure.kind}`);
  return (
    <span ref={chip} class="figure" title={[kind, about, horizon].filter(Boolean).join(' · ')}>
      <Icon size={12} aria-hidden="true" />
      <span class="sr-only">{kind} </span>
      <b>
        {figure.bound && <Bound bound={figure.bound} text={figure.text} />}
        {figure.text}
      </b>
      {about && <span class="about">{about}</span>}
      {horizon && <span class="year">{horizon}</span>}
    </span>
  );
}
