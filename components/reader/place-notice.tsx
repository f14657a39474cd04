/** What became of the passage that a clip's source link looks for, where it is not simply there: and the stored text. */
import { Info, TriangleAlert, X } from 'lucide-preact';
import type { SoughtState } from '@/lib/core/anchor/seek-clip';
import { IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface PlaceNoticeProps {
  state: SoughtState;
  page: number | null;
  /** The passage as it was clipped. */
  text: string;
  onOpenFile: () => void;
  onClose: () => void;
}

export function PlaceNotice({ state, page, text, onOpenFile, onClose }: PlaceNoticeProps) {
  const { t } = useI18n();
  if (state === 'same') return null;
  const sentences = {
    moved: t('place.moved'),
    edited: t('place.edited'),
    gone: t('place.gone'),
    'no-text': page === null ? t('place.noText') : t('place.noTextPage', page),
  };
  const found = state === 'moved' || state === 'edited';
  const Icon = state === 'moved' ? Info : TriangleAlert;
  return (
    <section class={`place-notice ${state}`} role="status">
      <p>
        <Icon size={15} aria-hidden="true" />
        <span>
          {sentences[state]}
          {!found && (
            <button type="button" class="link-button" onClick={onOpenFile}>
              {t('place.openOther')}
            </button>
          )}
        </span>
        <IconButton label={t('common.close')} icon={<X size={15} aria-hidden="true" />} onClick={onClose} />
      </p>
      {state !== 'moved' && (
        <details open={!found}>
          <summary>{t('place.stored')}</summary>
          <blockquote>{text}</blockquote>
        </details>
      )}
    </section>
  );
}
