/** The picture that a clip of a scanned page carries: read when it is shown, as wide as there is room, larger on a click. */
import { useEffect, useState } from 'preact/hooks';
import { pictureAddress } from '@/lib/core/clip/picture';
import type { Clip } from '@/lib/core/model/clip';
import type { Result } from '@/lib/core/model/failure';
import { UnreadNote } from '../common/unread-note';
import { useI18n } from '../i18n';

export interface ClipPictureProps {
  clip: Clip;
  /** Base64 of the picture; null when it is not there. */
  load: (id: string) => Promise<Result<string | null>>;
}

export function ClipPicture({ clip, load }: ClipPictureProps) {
  const { t } = useI18n();
  const [answer, setAnswer] = useState<Result<string | null> | null>(null);
  const [tries, setTries] = useState(0);
  const [isLarge, setLarge] = useState(false);
  const { id, picture, typed } = clip;
  useEffect(() => {
    let isShown = true;
    void load(id).then((found) => isShown && setAnswer(found));
    return () => {
      isShown = false;
    };
    // A picture that was lost may come back with another state of the library.
  }, [id, load, clip, tries]);
  if (!picture) return null;
  const data = answer?.ok ? answer.value : null;
  const name = t('detail.pictureOf', typed?.page ?? 1);
  return (
    <section class="detail-picture">
      <h3>{t('detail.picture')}</h3>
      {answer?.ok && data === null && <p class="notice">{t('detail.pictureLost')}</p>}
      {answer && !answer.ok && (
        <UnreadNote what={t('detail.pictureUnread')} error={answer.error} onRetry={() => setTries(tries + 1)} />
      )}
      {data && (
        <button
          type="button"
          class={isLarge ? 'large' : ''}
          aria-pressed={isLarge}
          aria-label={t(isLarge ? 'detail.pictureSmaller' : 'detail.pictureLarger', name)}
          onClick={() => setLarge(!isLarge)}
        >
          <img src={pictureAddress(data)} width={picture.width} height={picture.height} alt={name} />
        </button>
      )}
    </section>
  );
}
