/** The picture that a clip of a scanned page carries: read when it is shown, as wide as there is room, larger on a click. */
import { useEffect, useState } from 'preact/hooks';
import { pictureAddress } from '@/lib/core/clip/picture';
import type { Clip } from '@/lib/core/model/clip';
import { useI18n } from '../i18n';

export interface ClipPictureProps {
  clip: Clip;
  /** Base64 of the picture; null when it is not there. */
  load: (id: string) => Promise<string | null>;
}

export function ClipPicture({ clip, load }: ClipPictureProps) {
  const { t } = useI18n();
  const [data, setData] = useState<string | null | undefined>(undefined);
  const [isLarge, setLarge] = useState(false);
  const { id, picture, typed } = clip;
  useEffect(() => {
    let isShown = true;
    void load(id).then((found) => isShown && setData(found));
    return () => {
      isShown = false;
    };
    // A picture that was lost may come back with another state of the library.
  }, [id, load, clip]);
  if (!picture) return null;
  const name = t('detail.pictureOf', typed?.page ?? 1);
  return (
    <section class="detail-picture">
      <h3>{t('detail.picture')}</h3>
      {data === null && <p class="notice">{t('detail.pictureLost')}</p>}
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
