/** The measures of an item, unfolded: label, heading, points; each can be shown in the page and kept by itself. */
import { Bookmark, BookmarkCheck } from 'lucide-preact';
import type { Measure } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import { IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface MeasuresProps {
  id: string;
  measures: readonly Measure[];
  isClipped: (measure: Measure) => boolean;
  onClip: (measure: Measure) => void;
  onShow: (spans: readonly Span[]) => void;
  onPoint: (spans: readonly Span[]) => void;
}

const LEAD = 36;
/** What stands for a measure or point that has no heading. */
const lead = (heading: string, text: string) =>
  heading || (text.length > LEAD ? `${text.slice(0, LEAD).toWellFormed()}…` : text);

export function Measures({ id, measures, isClipped, onClip, onShow, onPoint }: MeasuresProps) {
  const { t } = useI18n();
  return (
    <ol class="measures" id={id}>
      {measures.map((measure) => {
        const clipped = isClipped(measure);
        return (
          <li key={`${measure.label}${measure.at.start}`}>
            <div class="measure">
              <span class="label">{measure.label}</span>
              <button
                type="button"
                class="measure-heading"
                onClick={() => onShow(measure.spans)}
                onMouseEnter={() => onPoint(measure.spans)}
                onMouseLeave={() => onPoint([])}
              >
                {lead(measure.heading, measure.text)}
              </button>
              <IconButton
                label={clipped ? t('item.clipped') : t('item.clipMeasure')}
                icon={
                  clipped ? <BookmarkCheck size={14} aria-hidden="true" /> : <Bookmark size={14} aria-hidden="true" />
                }
                aria-disabled={clipped}
                onClick={() => clipped || onClip(measure)}
              />
            </div>
            {measure.points.length > 0 && (
              <ol class="points">
                {measure.points.map((point) => (
                  <li key={point.at.start}>
                    <span class="label">{point.label}</span>
                    <span>{lead(point.heading, point.text)}</span>
                  </li>
                ))}
              </ol>
            )}
          </li>
        );
      })}
    </ol>
  );
}
