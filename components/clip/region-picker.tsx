/** Provinces of an item: chips that can be taken away, and a native list to add from. */
import { X } from 'lucide-preact';
import { REGION_CODES } from '@/lib/core/model/provinces';
import { useI18n } from '../i18n';

export interface RegionPickerProps {
  regions: readonly string[];
  onChange: (regions: string[]) => void;
}

export function RegionPicker({ regions, onChange }: RegionPickerProps) {
  const { t, region } = useI18n();
  return (
    <div class="region-picker">
      {regions.map((code) => (
        <span class="chip" key={code}>
          {region(code)}
          <button
            type="button"
            class="chip-x"
            aria-label={t('edit.removeRegion', region(code))}
            onClick={() => onChange(regions.filter((other) => other !== code))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <select
        class="input"
        aria-label={t('edit.addRegion')}
        value=""
        onChange={(event) => {
          const code = event.currentTarget.value;
          event.currentTarget.value = '';
          if (code && !regions.includes(code)) onChange([...regions, code]);
        }}
      >
        <option value="">{t('edit.addRegion')}</option>
        {REGION_CODES.filter((code) => !regions.includes(code)).map((code) => (
          <option key={code} value={code}>
            {region(code)}
          </option>
        ))}
      </select>
    </div>
  );
}
