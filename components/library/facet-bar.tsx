/** Facets as native disclosure menus; a choice writes a term into the query, so that text and chips never disagree. */
import { ChevronDown } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { FIELD_LABEL, hasTerm, type QueryField, type QueryTerm } from '@/lib/core/query/syntax';
import type { Facet, Facets } from '@/lib/store/contract';
import { placeBelow } from '../common/place-below';
import { useI18n } from '../i18n';
import { PeriodMenu } from './period-menu';

export interface FacetBarProps {
  facets: Facets;
  query: string;
  onToggle: (term: QueryTerm) => void;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Null: whenever. */
  onPeriod: (value: string | null) => void;
}

interface FacetMenuProps extends Pick<FacetBarProps, 'query' | 'onToggle'> {
  label: string;
  field: QueryField;
  options: readonly Facet[];
  /** Text written into the query for a value. */
  write: (value: string) => string;
}

const SHOWN = 60;

export function FacetBar({ facets, query, today, onToggle, onPeriod }: FacetBarProps) {
  const { t, region } = useI18n();
  const shared = { query, onToggle };
  const asIs = (value: string) => value;
  return (
    <div class="facets">
      <FacetMenu {...shared} label={t('library.regions')} field="region" options={facets.regions} write={region} />
      <FacetMenu {...shared} label={t('library.tags')} field="tag" options={facets.tags} write={asIs} />
      <FacetMenu {...shared} label={t('library.agencies')} field="agency" options={facets.agencies} write={asIs} />
      <PeriodMenu query={query} today={today} onPeriod={onPeriod} />
    </div>
  );
}

function FacetMenu({ label, field, options, query, write, onToggle }: FacetMenuProps) {
  const id = useId();
  const chip = useRef<HTMLButtonElement>(null);
  const { number } = useI18n();
  if (options.length === 0) return null;
  const chosen = options.filter((option) => hasTerm(query, { field, value: write(option.value) }));
  return (
    <>
      <button ref={chip} type="button" class="chip facet" popovertarget={id} aria-pressed={chosen.length > 0}>
        <span class="facet-label">
          {chosen.length > 0 ? chosen.map((option) => write(option.value)).join(' ') : label}
        </span>
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      <fieldset
        id={id}
        class="menu facet-menu"
        popover="auto"
        aria-label={`${label} ${FIELD_LABEL[field]}:`}
        onBeforeToggle={(event) => placeBelow(event.currentTarget, chip.current)}
        onToggle={(event) => placeBelow(event.currentTarget, chip.current)}
      >
        {options.slice(0, SHOWN).map((option) => {
          const term = { field, value: write(option.value) };
          return (
            <label key={option.value}>
              <input type="checkbox" checked={hasTerm(query, term)} onChange={() => onToggle(term)} />
              <span>{term.value}</span>
              <span class="count">{number(option.count)}</span>
            </label>
          );
        })}
      </fieldset>
    </>
  );
}
