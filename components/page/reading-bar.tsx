/** Progress of a reading: a thin bar; for long PDFs pages counted, and a way to stop. */
import type { Phase } from '@/lib/state/page-reading';
import { useI18n } from '../i18n';

export interface ReadingBarProps {
  phase: Phase;
  onStop: () => void;
}

export function ReadingBar({ phase, onStop }: ReadingBarProps) {
  const { t } = useI18n();
  if (phase.state !== 'reading') return null;
  const known = phase.total > 0;
  const text = known ? t('page.readingPages', phase.done, phase.total) : t('page.reading');
  return (
    <div class="reading-bar" role="status">
      <progress aria-label={text} {...(known && { value: phase.done, max: phase.total })} />
      <span>{text}</span>
      {known && (
        <button type="button" class="link-button" onClick={onStop}>
          {t('page.stop')}
        </button>
      )}
    </div>
  );
}
