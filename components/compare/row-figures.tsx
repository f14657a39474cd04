/**
 * Figures of a row that two or more sides give: side by side where everything agrees, with a visible warning where
 * indicator, kind, unit or horizon do not.
 */
import { Check, TriangleAlert } from 'lucide-preact';
import type { CompareColumn, FigureGroup } from '@/lib/core/compare/types';
import type { Figure } from '@/lib/core/model/item';
import { FigureChip } from '../common/figure-chip';
import { type I18n, useI18n } from '../i18n';
import { FigureAxis } from './figure-axis';
import { columnById, columnName } from './names';

export interface RowFiguresProps {
  groups: readonly FigureGroup[];
  columns: readonly CompareColumn[];
}

/** The sentence that says what does not agree. */
export function Verdict({ group }: { group: Pick<FigureGroup, 'verdict' | 'reasons'> }) {
  const { t } = useI18n();
  if (group.verdict === 'comparable') {
    return (
      <span class="badge green">
        <Check size={12} aria-hidden="true" />
        {t('compare.comparable')}
      </span>
    );
  }
  if (group.verdict === 'alone') return null;
  const reasons = group.reasons.map((reason) => t(`compare.reason_${reason}`)).join(t('common.separator'));
  return (
    <span class="badge amber">
      <TriangleAlert size={12} aria-hidden="true" />
      {t('compare.differs', reasons)}
    </span>
  );
}

/** 目标 · 到 2027 年; what was achieved is of a year, not by it. */
function aboutOf(figure: Figure, { t }: I18n): string {
  const year = figure.year === null ? '' : String(figure.year);
  const horizon = year && t(figure.kind === 'target' ? 'figure.byYear' : 'item.year', year);
  return [t(`figure.${figure.kind}`), horizon].filter(Boolean).join(' · ');
}

function Group({ group, columns }: { group: FigureGroup; columns: readonly CompareColumn[] }) {
  const i18n = useI18n();
  const present = new Set(group.entries.map((entry) => entry.column));
  const missing = columns
    .filter((column) => !present.has(column.id))
    .map((column) => columnName(column, columns, i18n));
  const first = group.entries[0]?.figure;
  return (
    <li class="figure-group">
      <p class="figure-group-head">
        <b>{group.indicator ?? i18n.t('common.unknown')}</b>
        {group.verdict === 'comparable' && <span class="muted">{first && aboutOf(first, i18n)}</span>}
        <Verdict group={group} />
      </p>
      {group.verdict === 'comparable' ? (
        <FigureAxis entries={group.entries} columns={columns} />
      ) : (
        <ul class="figure-entries">
          {group.entries.map((entry, i) => {
            const column = columnById(columns, entry.column);
            return (
              <li key={i}>
                <span class="axis-name">{column && columnName(column, columns, i18n)}</span>
                <FigureChip figure={{ ...entry.figure, year: null }} />
                <span class="muted">{aboutOf(entry.figure, i18n)}</span>
              </li>
            );
          })}
        </ul>
      )}
      {missing.length > 0 && <p class="muted">{i18n.t('compare.alone', missing.join(i18n.t('common.separator')))}</p>}
    </li>
  );
}

export function RowFigures({ groups, columns }: RowFiguresProps) {
  const { t } = useI18n();
  const shown = groups.filter((group) => group.verdict !== 'alone');
  if (shown.length === 0) return null;
  return (
    <ul class="row-figures" aria-label={t('compare.figures')}>
      {shown.map((group, i) => (
        <Group key={i} group={group} columns={columns} />
      ))}
    </ul>
  );
}
