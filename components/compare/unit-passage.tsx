/** One matched passage in a cell: label and heading, text with figures, the figures with what they are, the place. */
import { ArrowUpRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { CompareUnit } from '@/lib/core/compare/types';
import { unitName } from '@/lib/core/compare/units';
import type { Clip } from '@/lib/core/model/clip';
import type { Span } from '@/lib/core/model/span';
import { FigureChip } from '../common/figure-chip';
import { useI18n } from '../i18n';
import { placeName } from './names';
import { figureSpans, segmentsOf } from './segments';

export interface UnitPassageProps {
  unit: CompareUnit;
  clip: Clip | undefined;
  /** Wording shared with another column; empty while it is not dimmed. */
  shared: readonly Span[];
  onOpen: (clip: Clip, at: Span) => void;
}

/** Longer passages are folded. */
const FOLD_AT = 160;

export function UnitPassage({ unit, clip, shared, onOpen }: UnitPassageProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const [open, setOpen] = useState(false);
  const name = unitName(unit);
  const long = unit.text.length > FOLD_AT;
  return (
    <div class="passage">
      {name && <h4>{name}</h4>}
      <p class={long && !open ? 'passage-text folded' : 'passage-text'}>
        {segmentsOf(unit.text, figureSpans(unit), shared).map((piece, i) =>
          piece.figure ? (
            <b key={i}>{piece.text}</b>
          ) : piece.shared ? (
            <span key={i} class="shared">
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
      {long && (
        <button type="button" class="link-button passage-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('compare.collapse') : t('compare.expand')}
        </button>
      )}
      {unit.figures.length > 0 && (
        <p class="passage-figures">
          {unit.figures.map((figure, i) => (
            <FigureChip key={i} figure={figure} />
          ))}
        </p>
      )}
      {clip && (
        <button type="button" class="place" title={t('compare.openPlace')} onClick={() => onOpen(clip, unit.at)}>
          {placeName(clip, unit.label, i18n)}
          <span class="sr-only"> {t('compare.openPlace')}</span>
          <ArrowUpRight size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
