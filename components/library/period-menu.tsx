/** When it was published, as a chip: usual periods reckoned from today; a period typed by hand is shown as typed. */
import { ChevronDown } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { recentPeriods } from '@/lib/core/query/periods';
import { parseTerms } from '@/lib/core/query/syntax';
import { placeBelow } from '../common/place-below';
import { useI18n } from '../i18n';

export interface PeriodMenuProps {
  query: string;
  today: string;
  onPeriod: (value: string | null) => void;
}

export function PeriodMenu({ query, today, onPeriod }: PeriodMenuProps) {
  const id = useId();
  const chip = useRef<HTMLButtonElement>(null);
  const { t } = useI18n();
  const periods = recentPeriods(today);
  const chosen = parseTerms(query).findLast((term) => term.field === 'date')?.value ?? null;
  const known = periods.find((period) => period.value === chosen);
  return (
    <>
      <button ref={chip} type="button" class="chip facet" popovertarget={id} aria-pressed={chosen !== null}>
        {known ? t(`library.period_${known.name}`) : (chosen ?? t('library.dates'))}
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      <fieldset
        id={id}
        class="menu facet-menu"
        popover="auto"
        aria-label={t('library.dates')}
        onBeforeToggle={(event) => placeBelow(event.currentTarget, chip.current)}
        onToggle={(event) => placeBelow(event.currentTarget, chip.current)}
      >
        <label>
          <input type="radio" name={id} checked={chosen === null} onChange={() => onPeriod(null)} />
          <span>{t('library.anyDate')}</span>
        </label>
        {periods.map(({ name, value }) => (
          <label key={name}>
            <input type="radio" name={id} checked={chosen === value} onChange={() => onPeriod(value)} />
            <span>{t(`library.period_${name}`)}</span>
            <span class="count">{value}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
