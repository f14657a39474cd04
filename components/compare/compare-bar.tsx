/** The bar of a comparison: which view, what the columns are, what is shown; what is rarely wanted stands in a menu. */
import { AppWindow, Bookmark, Download, ListX, Rows3 } from 'lucide-preact';
import type { Grouping } from '@/lib/core/compare/stored';
import type { CompareTable } from '@/lib/core/compare/types';
import { Button } from '../common/button';
import { type MenuEntry, MoreMenu } from '../common/more-menu';
import { useI18n } from '../i18n';

const COMPARE_TABS = ['align', 'matrix', 'indicators', 'map'] as const;
export type CompareTab = (typeof COMPARE_TABS)[number];
/** What has room in the panel. */
export const NARROW_TABS: readonly CompareTab[] = ['align', 'indicators'];

export interface Look {
  tab: CompareTab;
  dim: boolean;
  matched: boolean;
  transposed: boolean;
}

export interface CompareBarProps {
  look: Look;
  onLook: (look: Look) => void;
  table: CompareTable;
  grouping: Grouping;
  wide: boolean;
  onGrouping: (grouping: Grouping) => void;
  onExport: () => void;
  onClear: () => void;
  onSaved: () => void;
  onWide: () => void;
}

interface TickProps {
  checked: boolean;
  onTick: (checked: boolean) => void;
  children: string;
}

const ICON = { size: 14, 'aria-hidden': true } as const;

const Tick = ({ checked, onTick, children }: TickProps) => (
  <label class="tick">
    <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} />
    {children}
  </label>
);

function Rarely({ wide, onSaved, onWide, onClear }: CompareBarProps) {
  const { t } = useI18n();
  const entries: (MenuEntry | false)[] = [
    { id: 'saved', label: t('compare.saved'), icon: <Bookmark {...ICON} />, run: onSaved },
    !wide && { id: 'wide', label: t('compare.openWide'), icon: <AppWindow {...ICON} />, run: onWide },
    { id: 'clear', label: t('compare.clear'), icon: <ListX {...ICON} />, run: onClear, apart: true },
  ];
  return (
    <MoreMenu
      label={t('compare.moreHint')}
      text={t('compare.more')}
      entries={entries.filter((entry) => entry !== false)}
    />
  );
}

export function CompareBar(props: CompareBarProps) {
  const { look, onLook, table, grouping, wide, onGrouping } = props;
  const { t, n } = useI18n();
  const tabs = wide ? COMPARE_TABS : NARROW_TABS;
  return (
    <header class="compare-bar">
      <fieldset class="segments" aria-label={t('compare.views')}>
        {tabs.map((tab) => (
          <button key={tab} type="button" aria-pressed={look.tab === tab} onClick={() => onLook({ ...look, tab })}>
            {t(`compare.view_${tab}`)}
          </button>
        ))}
      </fieldset>
      <fieldset class="segments" aria-label={t('compare.grouping')}>
        <button type="button" aria-pressed={grouping === 'clip'} onClick={() => onGrouping('clip')}>
          {t('compare.byClip')}
        </button>
        <button type="button" aria-pressed={grouping === 'region'} onClick={() => onGrouping('region')}>
          {t('compare.byRegion')}
        </button>
      </fieldset>
      {wide && (
        <p class="compare-summary">
          {n('compare.rows', table.rows.length)} · {n('compare.columns', table.columns.length)}
        </p>
      )}
      {!wide && <Rarely {...props} />}
      {look.tab === 'align' && (
        <span class="ticks">
          <Tick checked={look.dim} onTick={(dim) => onLook({ ...look, dim })}>
            {t('compare.dim')}
          </Tick>
          <Tick checked={look.matched} onTick={(matched) => onLook({ ...look, matched })}>
            {t('compare.matchedOnly')}
          </Tick>
        </span>
      )}
      <span class="compare-actions">
        {wide && (look.tab === 'align' || look.tab === 'matrix') && (
          <Button
            size="s"
            aria-pressed={look.transposed}
            icon={<Rows3 {...ICON} />}
            onClick={() => onLook({ ...look, transposed: !look.transposed })}
          >
            {t('compare.transpose')}
          </Button>
        )}
        {wide && <Rarely {...props} />}
        <Button size="s" tone="primary" icon={<Download {...ICON} />} onClick={props.onExport}>
          {t('compare.export')}
        </Button>
      </span>
    </header>
  );
}
