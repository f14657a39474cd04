/**
 * 对比: clips or provinces side by side. In the panel the aligned measures and the figures; in the wide tab the matrix
 * and the tile map too. Props in, decisions out: who keeps them is not known here.
 */
import { Columns3 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { IndicatorRow } from '@/lib/core/compare/indicators';
import type { Matrix } from '@/lib/core/compare/matrix';
import type { Grouping } from '@/lib/core/compare/stored';
import type { TileValue } from '@/lib/core/compare/tile-map';
import type { CompareRow, CompareTable } from '@/lib/core/compare/types';
import type { Clip } from '@/lib/core/model/clip';
import type { Span } from '@/lib/core/model/span';
import { Button } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { useI18n } from '../i18n';
import { AlignTable } from './align-table';
import { Beside } from './beside';
import type { ColumnActions } from './column-head';
import { CompareBar, type Look, NARROW_TABS } from './compare-bar';
import { IndicatorTable } from './indicator-table';
import { type EmptyState as EmptyCell, MatrixTable } from './matrix-table';
import { type RowActions, RowDialog } from './row-dialog';
import { TileMap } from './tile-map';

export interface CompareViewProps extends ColumnActions, RowActions {
  clips: readonly Clip[];
  beside: readonly Clip[];
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
  onAdd: (id: string) => void;
  onWide: () => void;
  onExport: () => void;
  onLibrary: () => void;
  onClear: () => void;
  /** Shows the comparisons that were kept. */
  onSaved: () => void;
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
  const [look, setLook] = useState<Look>({ tab: 'align', dim: false, matched: false, transposed: false });
  const [adjusting, setAdjusting] = useState<CompareRow | null>(null);
  const { table, wide } = props;
  if (props.clips.length === 0) return <Nothing {...props} />;
  const shown = look.matched ? { ...table, rows: table.rows.filter((row) => row.only === null) } : table;
  const tab = wide || NARROW_TABS.includes(look.tab) ? look.tab : 'align';
  return (
    <div class={wide ? 'compare wide' : 'compare'}>
      <CompareBar {...props} look={{ ...look, tab }} onLook={setLook} />
      {props.clips.length === 1 && <Beside clips={props.beside} onAdd={props.onAdd} onLibrary={props.onLibrary} />}
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
