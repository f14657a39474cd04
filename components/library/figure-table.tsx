/** The numbers of a clip as a table: indicator, value, kind, horizon. */
import type { Figure } from '@/lib/core/model/item';
import { Bound } from '../common/bound';
import { useI18n } from '../i18n';

export interface FigureTableProps {
  figures: readonly Figure[];
}

export function FigureTable({ figures }: FigureTableProps) {
  const { t } = useI18n();
  return (
    <div class="table-scroll">
      <table class="figure-table">
        <caption class="sr-only">{t('figure.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure.indicator')}</th>
            <th scope="col">{t('figure.value')}</th>
            <th scope="col">{t('figure.kind')}</th>
            <th scope="col">{t('figure.horizon')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.at.start}-${figure.text}`}>
              <th scope="row">{[figure.subject, figure.indicator].filter(Boolean).join(' · ') || '—'}</th>
              <td class="value">
                {figure.bound && <Bound bound={figure.bound} text={figure.text} />}
                {figure.text}
              </td>
              <td>{t(`figure.${figure.kind}`)}</td>
              <td>{figure.year ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
