/** A backup takes clips with confidentiality marks out with the others; it is not held, but says so. */
import { ShieldAlert } from 'lucide-preact';
import type { MarkedClips } from '@/lib/state/marked-clips';
import { UnreadNote } from '../common/unread-note';
import { useI18n } from '../i18n';

/** The same mark is printed with many terms; more of them tell nothing new. */
const MOST_FORMS = 5;

export function MarkedNote({ marked, onRetry }: { marked: MarkedClips; onRetry: () => void }) {
  const { t, n, number } = useI18n();
  const error = marked.error.value;
  const found = marked.found.value;
  if (error) {
    return <UnreadNote what={t('backup.markedUnread')} error={error} onRetry={onRetry} />;
  }
  if (!found) return <p class="hint-text">{t('backup.markedLooking')}</p>;
  if (found.clips === 0) return null;
  const forms = found.marks.slice(0, MOST_FORMS).join(t('common.separator'));
  return (
    <div class="notice" role="status" data-marked>
      <ShieldAlert size={16} aria-hidden="true" />
      <div>
        <p>
          <b>
            {n(
              'backup.marked',
              found.clips,
              found.marks.length > MOST_FORMS ? t('backup.markedForms', forms, number(found.marks.length)) : forms,
            )}
          </b>
        </p>
        <p>{t('backup.markedKeep')}</p>
      </div>
    </div>
  );
}
