/** What is wrong with one file of many, in few words. */
import type { Notice } from '@/lib/core/model/document';
import { useI18n } from '../i18n';

export interface BatchProblemsProps {
  notices: readonly Notice[];
  /** Name of the file that holds the same document. */
  twin: string | null;
  /** Such files are left out. */
  skipped: boolean;
  /** Nothing was found in it. */
  nothing: boolean;
}

export function BatchProblems({ notices, twin, skipped, nothing }: BatchProblemsProps) {
  const { t, n } = useI18n();
  const words = (notice: Notice): string => {
    switch (notice.code) {
      case 'scanned':
        return n('batch.scanned', notice.pages.length);
      case 'noisy-text':
        return n('batch.noisy', notice.pages.length);
      case 'unreadable-characters':
        return n('batch.unreadable', notice.count);
      case 'partly-read':
        return t('batch.partly', notice.read, notice.total);
      case 'typed-text':
        return t('notice.typed_text', notice.pages.join(t('common.separator')));
      case 'hidden-text':
        return n('batch.hidden', notice.count);
      case 'unread-cells':
        return n('batch.unreadCells', notice.count);
    }
  };
  const problems = [
    ...(twin === null ? [] : [t(skipped ? 'batch.twinSkipped' : 'batch.twin', twin)]),
    ...(nothing ? [t('batch.nothing')] : []),
    ...notices.map(words),
  ];
  if (problems.length === 0) return <>—</>;
  return (
    <ul class="batch-problems">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}
