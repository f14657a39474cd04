/** Head of a column: province, the item's title, where it was read and how it is marked; move and remove. */
import { ChevronLeft, ChevronRight, X } from 'lucide-preact';
import { clipTitle } from '@/lib/core/compare/clip-values';
import type { CompareColumn } from '@/lib/core/compare/types';
import { IconButton } from '../common/button';
import { MarkBadges } from '../common/mark-badges';
import { RegionChip } from '../common/region-chip';
import { useI18n } from '../i18n';
import { columnName, sourceName } from './names';

export interface ColumnActions {
  onRemoveColumn: (id: string) => void;
  /** One place forward (-1) or back (1). */
  onMoveColumn: (id: string, by: -1 | 1) => void;
}

export interface ColumnHeadProps extends ColumnActions {
  column: CompareColumn;
  columns: readonly CompareColumn[];
}

export function ColumnHead({ column, columns, onRemoveColumn, onMoveColumn }: ColumnHeadProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const name = columnName(column, columns, i18n);
  const at = columns.indexOf(column);
  return (
    <div class="column-head">
      <div class="column-name">
        <RegionChip code={column.region} />
        <span class="column-tools">
          <IconButton
            label={t('compare.moveBefore', name)}
            icon={<ChevronLeft size={14} aria-hidden="true" />}
            disabled={at === 0}
            onClick={() => onMoveColumn(column.id, -1)}
          />
          <IconButton
            label={t('compare.moveAfter', name)}
            icon={<ChevronRight size={14} aria-hidden="true" />}
            disabled={at === columns.length - 1}
            onClick={() => onMoveColumn(column.id, 1)}
          />
          <IconButton
            label={t('compare.removeColumn', name)}
            icon={<X size={14} aria-hidden="true" />}
            onClick={() => onRemoveColumn(column.id)}
          />
        </span>
      </div>
      {column.clips.map((clip) => (
        <div key={clip.id} class="column-clip">
          <span class="column-title" title={clipTitle(clip)}>
            {clipTitle(clip)}
          </span>
          <span class="column-source">{sourceName(clip, i18n)}</span>
          <MarkBadges marks={clip.source.marks} />
        </div>
      ))}
    </div>
  );
}
