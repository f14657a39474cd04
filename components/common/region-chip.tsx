/** A province by name, never by colour; dotted where the reader guessed. */
import { useI18n } from '../i18n';

export interface RegionChipProps {
  code: string | null;
  sure?: boolean;
}

export function RegionChip({ code, sure = true }: RegionChipProps) {
  const { t, region } = useI18n();
  const name = code ? region(code) : t('region.unknown');
  return (
    <span class="region" {...(!sure && { title: t('common.uncertainHint') })}>
      <span class={sure ? '' : 'unsure'}>{name}</span>
      {!sure && <span class="sr-only"> {t('common.uncertain')}</span>}
    </span>
  );
}
