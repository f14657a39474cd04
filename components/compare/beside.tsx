/** One clip alone is no comparison: offers clips of other provinces that speak of the same, each by one click. */
import { Plus } from 'lucide-preact';
import { clipRegions, clipTitle } from '@/lib/core/compare/clip-values';
import type { Clip } from '@/lib/core/model/clip';
import { RegionChip } from '../common/region-chip';
import { useI18n } from '../i18n';

export interface BesideProps {
  clips: readonly Clip[];
  onAdd: (id: string) => void;
  onLibrary: () => void;
}

export function Beside({ clips, onAdd, onLibrary }: BesideProps) {
  const { t } = useI18n();
  return (
    <section class="second">
      <p>
        {t('compare.oneOnly')}{' '}
        <button type="button" class="link-button" onClick={onLibrary}>
          {t('compare.goLibrary')}
        </button>
      </p>
      {clips.map((clip) => (
        <button key={clip.id} type="button" class="second-clip" onClick={() => onAdd(clip.id)}>
          <Plus size={14} aria-hidden="true" />
          <RegionChip code={clipRegions(clip)[0] ?? null} />
          <span>{clipTitle(clip)}</span>
        </button>
      ))}
    </section>
  );
}
