/** Head of a row: what it is about, who alone has it, how alike the passages are and why, and the way to change it. */
import { SlidersHorizontal } from 'lucide-preact';
import { isManual } from '@/lib/core/compare/links';
import type { CompareRow, CompareTable } from '@/lib/core/compare/types';
import { useI18n } from '../i18n';
import { columnById, columnName, rowName } from './names';

export interface RowHeadProps {
  row: CompareRow;
  table: CompareTable;
  onAdjust: (row: CompareRow) => void;
}

export function RowHead({ row, table, onAdjust }: RowHeadProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const only = row.only === null ? undefined : columnById(table.columns, row.only);
  const name = rowName(row, i18n);
  const words = [...new Set(row.matches.flatMap((match) => match.words))].slice(0, 3);
  return (
    <div class="row-head">
      <span class="row-title">{name}</span>
      <span class="row-facts">
        {only && <span class="badge amber">{t('compare.onlyHere', columnName(only, table.columns, i18n))}</span>}
        {row.score !== null && (
          <span
            class="row-score"
            title={words.length > 0 ? t('compare.because', words.join(t('common.separator'))) : ''}
          >
            {t('compare.similarity', row.score.toFixed(2))}
          </span>
        )}
        {row.by === 'theme' && <span class="badge blue">{t('compare.byTheme')}</span>}
        {isManual(row) && <span class="badge green">{t('compare.byHand')}</span>}
        {words.length > 0 && <span class="row-words">{t('compare.because', words.join(t('common.separator')))}</span>}
      </span>
      <button
        type="button"
        class="icon-button row-adjust"
        aria-label={t('compare.adjust', name)}
        title={t('compare.adjustShort')}
        onClick={() => onAdjust(row)}
      >
        <SlidersHorizontal size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
