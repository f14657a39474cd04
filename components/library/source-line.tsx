/** Where a clip comes from: original or reprinted, bulletin, issue, date, page, address. */
import type { Clip } from '@/lib/core/model/clip';
import { MarkBadges } from '../common/mark-badges';
import { useI18n } from '../i18n';

export interface SourceLineProps {
  clip: Clip;
}

export function SourceLine({ clip }: SourceLineProps) {
  const { t, date, issue } = useI18n();
  const { source, item } = clip;
  const title = [source.title, source.issueNumber && issue(source.issueNumber)].filter(Boolean).join(' ');
  const pages = item.pages;
  const where = [
    source.kind === 'bulletin' ? t('detail.reprint', title) : title,
    source.publishedOn && date(source.publishedOn),
    pages && (pages[0] === pages[1] ? t('item.pages', pages[0]) : t('item.pageRange', pages[0], pages[1])),
  ].filter(Boolean);
  return (
    <>
      <p>{where.join(' · ')}</p>
      {source.issuers.length > 0 && <p>{source.issuers.join(t('common.separator'))}</p>}
      <p class="address">{source.url || source.fileName || t('detail.noPlace')}</p>
      {source.format === 'ofd' && <p>{t('detail.noViewer')}</p>}
      <MarkBadges marks={source.marks} />
    </>
  );
}
