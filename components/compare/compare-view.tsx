/**
 * 对比: clips or provinces side by side. In the panel the aligned measures and the figures; in the wide tab the matrix
 * and the tile map too. Props in, decisions out: who keeps them is not known here.
 */
import { Bookmark, Columns3, Download, ListX, Rows3 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { IndicatorRow } from '@/lib/core/compare/indicators';
import type { Matrix } from '@/lib/core/compare/matrix';
import type { Grouping } from '@/lib/core/compare/stored';
import type { TileValue } from '@/lib/core/compare/tile-map';
import type { CompareRow, CompareTable } from '@/lib/core/compare/types';
import type { Clip } from '@/lib/core/model/clip';
import type { Span } from '@/lib/core/model/span';
import { Button, IconButton } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { useI18n } from '../i18n';
import { AlignTable } from './align-table';
import type { ColumnActions } from './column-head';
import { IndicatorTable } from './indicator-table';
import { type EmptyState as EmptyCell, MatrixTable } from './matrix-table';
import { type RowActions, RowDialog } from './row-dialog';
import { TileMap } from './tile-map';

export const COMPARE_TABS = ['align', 'matrix', 'indicators', 'map'] as const;
export type CompareTab = (typeof COMPARE_TABS)[number];
const NARROW_TABS: readonly CompareTab[] = ['align', 'indicators'];

export interface CompareViewProps extends ColumnActions, RowActions {
  clips: readonly Clip[];
  table: CompareTable;
  matrix: Matrix;
  indicators: readonly IndicatorRow[];
  tiles: readonly TileValue[];
  grouping: Grouping;
  wide: boolean;
  onGrouping: (grouping: Grouping) => void;
  /** Opens the exact place; `at` counts in the item's text. */
  onOpen: (clip: Clip, at: Span) => void;
  onMark: (cell: { region: string; theme: string }, state: EmptyCell) => void;
  onAddRegion: (code: string) => void;
  onAddTheme: (code: string) => void;
  /** A province of the map was chosen. */
  onChooseRegion: (code: string) => void;
  onExport: () => void;
  onLibrary: () => void;
  onClear: () => void;
  /** Shows the comparisons that were kept. */
  onSaved: () => void;
}

interface Look {
  tab: CompareTab;
  dim: boolean;
  matched: boolean;
  transposed: boolean;
}

interface TickProps {
  checked: boolean;
  onTick: (checked: boolean) => void;
  children: string;
}

const Tick = ({ checked, onTick, children }: TickProps) => (
  <label class="tick">
    <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} />
    {children}
  </label>
);

function Toolbar({ props, look, onLook }: { props: CompareViewProps; look: Look; onLook: (look: Look) => void }) {
  const { t, n } = useI18n();
  const { table, grouping, wide } = props;
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
        <button type="button" aria-pressed={grouping === 'clip'} onClick={() => props.onGrouping('clip')}>
          {t('compare.byClip')}
        </button>
        <button type="button" aria-pressed={grouping === 'region'} onClick={() => props.onGrouping('region')}>
          {t('compare.byRegion')}
        </button>
      </fieldset>
      {wide ? (
        <p class="compare-summary">
          {n('compare.rows', table.rows.length)} · {n('compare.columns', table.columns.length)}
        </p>
      ) : (
        <IconButton label={t('compare.clear')} icon={<ListX size={15} aria-hidden="true" />} onClick={props.onClear} />
      )}
      {look.tab === 'align' && (
        <>
          <Tick checked={look.dim} onTick={(dim) => onLook({ ...look, dim })}>
            {t('compare.dim')}
          </Tick>
          <Tick checked={look.matched} onTick={(matched) => onLook({ ...look, matched })}>
            {t('compare.matchedOnly')}
          </Tick>
        </>
      )}
      <span class="compare-actions">
        <IconButton
          label={t('compare.saved')}
          icon={<Bookmark size={15} aria-hidden="true" />}
          onClick={props.onSaved}
        />
        {wide && (look.tab === 'align' || look.tab === 'matrix') && (
          <Button
            size="s"
            aria-pressed={look.transposed}
            icon={<Rows3 size={14} aria-hidden="true" />}
            onClick={() => onLook({ ...look, transposed: !look.transposed })}
          >
            {t('compare.transpose')}
          </Button>
        )}
        {wide && (
          <Button size="s" tone="ghost" onClick={props.onClear}>
            {t('compare.clear')}
          </Button>
        )}
        <Button size="s" tone="primary" icon={<Download size={14} aria-hidden="true" />} onClick={props.onExport}>
          {t('compare.export')}
        </Button>
      </span>
    </header>
  );
}

function Nothing({ onLibrary, onSaved }: Pick<CompareViewProps, 'onLibrary' | 'onSaved'>) {
  const { t } = useI18n();
  return (
    <EmptyState
      icon={<Columns3 size={28} aria-hidden="true" />}
      title={t('compare.emptyTitle')}
      actions={
        <>
          <Button tone="primary" onClick={onLibrary}>
            {t('compare.goLibrary')}
          </Button>
          <Button onClick={onSaved}>{t('compare.saved')}</Button>
        </>
      }
    >
      <p>{t('compare.emptyText')}</p>
      <p>{t('compare.emptyHint')}</p>
    </EmptyState>
  );
}

export function CompareView(props: CompareViewProps) {
  const { t } = useI18n();
  const [look, setLook] = useState<Look>({ tab: 'align', dim: false, matched: false, transposed: false });
  const [adjusting, setAdjusting] = useState<CompareRow | null>(null);
  const { table, wide } = props;
  if (props.clips.length === 0) return <Nothing {...props} />;
  const shown = look.matched ? { ...table, rows: table.rows.filter((row) => row.only === null) } : table;
  const tab = wide || NARROW_TABS.includes(look.tab) ? look.tab : 'align';
  return (
    <div class={wide ? 'compare wide' : 'compare'}>
      <Toolbar props={props} look={{ ...look, tab }} onLook={setLook} />
      {props.clips.length === 1 && <p class="compare-none">{t('compare.oneOnly')}</p>}
      {tab === 'align' && (
        <AlignTable
          table={shown}
          layout={wide ? (look.transposed ? 'transposed' : 'side') : 'bands'}
          dim={look.dim}
          onOpen={props.onOpen}
          onAdjust={setAdjusting}
          onRemoveColumn={props.onRemoveColumn}
          onMoveColumn={props.onMoveColumn}
        />
      )}
      {tab === 'matrix' && <MatrixTable {...props} transposed={look.transposed} />}
      {tab === 'indicators' && <IndicatorTable rows={props.indicators} columns={table.columns} onOpen={props.onOpen} />}
      {tab === 'map' && <TileMap tiles={props.tiles} onChoose={props.onChooseRegion} />}
      {adjusting && <RowDialog {...props} row={adjusting} onClose={() => setAdjusting(null)} />}
    </div>
  );
}
