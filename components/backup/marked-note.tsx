/** A backup takes clips with confidentiality marks out with the others; it is not held, but says so. */
import { ShieldAlert } from 'lucide-preact';
import type { MarkedClips } from '@/lib/state/marked-clips';
import { UnreadNote } from '../common/unread-note';
import { useI18n } from '../i18n';

export function MarkedNote({ marked }: { marked: MarkedClips }) {
  const { t, n } = useI18n();
  const error = marked.error.value;
  const found = marked.found.value;
  if (error) {
    return (
      <UnreadNote
        what={t('backup.markedUnread')}
        error={error}
        onRetry={() => void marked.look(new AbortController().signal)}
      />
    );
  }
  if (!found?.clips) return null;
  return (
    <div class="notice" role="status" data-marked>
      <ShieldAlert size={16} aria-hidden="true" />
      <div>
        <p>
          <b>{n('backup.marked', found.clips, found.marks.join(t('common.separator')))}</b>
        </p>
        <p>{t('backup.markedKeep')}</p>
      </div>
    </div>
  );
}
