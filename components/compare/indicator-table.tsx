/** Figures by indicator across the columns; ranked only where everything agrees, else with the reasons in sight. */
import { ArrowUpRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { figureAbout } from '@/lib/core/clip/figure-about';
import { type IndicatorRow, rankEntries } from '@/lib/core/compare/indicators';
import type { CompareColumn, FigureEntry } from '@/lib/core/compare/types';
import { clauseAround } from '@/lib/core/export/clause';
import type { Clip } from '@/lib/core/model/clip';
import type { Span } from '@/lib/core/model/span';
import { IconButton } from '../common/button';
import { FigureChip } from '../common/figure-chip';
import { useI18n } from '../i18n';
import { FigureAxis } from './figure-axis';
import { columnName } from './names';
import { Verdict } from './row-figures';

export interface IndicatorTableProps {
  rows: readonly IndicatorRow[];
  columns: readonly CompareColumn[];
  onOpen: (clip: Clip, at: Span) => void;
}

interface ValuesProps extends Pick<IndicatorTableProps, 'onOpen'> {
  entries: readonly FigureEntry[];
  column: CompareColumn;
}

function Values({ entries, column, onOpen }: ValuesProps) {
  const { t } = useI18n();
  return (
    <>
      {entries.map((entry, i) => {
        const clip = column.clips.find((candidate) => candidate.id === entry.clipId);
        return (
          <span key={i} class="indicator-value">
            <FigureChip figure={{ ...entry.figure, indicator: null, subject: null }} />
            {clip && (
              <IconButton
                label={t('compare.openPlace')}
                icon={<ArrowUpRight size={12} aria-hidden="true" />}
                onClick={() => onOpen(clip, entry.figure.at)}
              />
            )}
          </span>
        );
      })}
    </>
  );
}

/** The indicator; where the text names none, the heading and the clause it stands in. */
function IndicatorName({ row, columns }: { row: IndicatorRow; columns: readonly CompareColumn[] }) {
  const { t } = useI18n();
  if (row.indicator !== null) return row.indicator;
  const [entry] = row.entries;
  const clips = columns.flatMap((column) => column.clips);
  const clip = clips.find((candidate) => candidate.id === entry?.clipId);
  if (!entry || !clip) return t('common.unknown');
  return (
    <>
      {figureAbout(clip.item, entry.figure)}
      <span class="clause">{clauseAround(clip.item.text, entry.figure.at)}</span>
    </>
  );
}

export function IndicatorTable({ rows, columns, onOpen }: IndicatorTableProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const [sharedOnly, setSharedOnly] = useState(false);
  const shown = sharedOnly ? rows.filter((row) => row.verdict !== 'alone') : rows;
  if (rows.length === 0) return <p class="compare-none">{t('compare.indicatorEmpty')}</p>;
  return (
    <div class="compare-part">
      <div class="part-head">
        <label class="tick">
          <input
            type="checkbox"
            checked={sharedOnly}
            onChange={(event) => setSharedOnly(event.currentTarget.checked)}
          />
          {t('compare.onlyShared')}
        </label>
      </div>
      <section class="compare-scroll side" aria-label={t('compare.indicatorTable')}>
        <table class="align indicators">
          <thead>
            <tr>
              <th scope="col">{t('figure.indicator')}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {columnName(column, columns, i18n)}
                </th>
              ))}
              <th scope="col">{t('compare.rank')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => {
              const ranked = rankEntries(row);
              return (
                <tr key={i}>
                  <th scope="row">
                    <IndicatorName row={row} columns={columns} />
                  </th>
                  {columns.map((column) => {
                    const entries = row.entries.filter((entry) => entry.column === column.id);
                    return (
                      <td key={column.id} class={entries.length === 0 ? 'nothing' : ''}>
                        {entries.length === 0 ? (
                          <span class="muted">—</span>
                        ) : (
                          <Values entries={entries} column={column} onOpen={onOpen} />
                        )}
                      </td>
                    );
                  })}
                  <td>
                    {ranked ? <FigureAxis entries={ranked} columns={columns} /> : <Verdict group={row} />}
                    {row.verdict === 'differs' && <p class="muted">{t('compare.notRanked')}</p>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
