/** The numbers of a clip as a table: indicator, value, kind, horizon. */
import { figureAbout } from '@/lib/core/clip/figure-about';
import type { PolicyItem } from '@/lib/core/model/item';
import { Bound } from '../common/bound';
import { useI18n } from '../i18n';

export interface FigureTableProps {
  item: Pick<PolicyItem, 'measures' | 'figures'>;
}

export function FigureTable({ item }: FigureTableProps) {
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
          {item.figures.map((figure) => (
            <tr key={`${figure.at.start}-${figure.text}`}>
              <th scope="row">{figureAbout(item, figure) || '—'}</th>
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
