/** The comparison with its state: signals in, the view's decisions back to them. */
import { useState } from 'preact/hooks';
import type { Clip } from '@/lib/core/model/clip';
import type { Span } from '@/lib/core/model/span';
import type { ComparisonState } from '@/lib/state/comparison';
import type { SavedComparisons } from '@/lib/state/saved-comparisons';
import { useI18n } from '../i18n';
import { CompareView } from './compare-view';
import { columnById, columnName } from './names';
import { SavedDialog } from './saved-dialog';

export interface ComparisonViewProps {
  state: ComparisonState;
  saved: SavedComparisons;
  clips: readonly Clip[];
  /** Offered while there is one clip only. */
  beside: readonly Clip[];
  onAdd: (id: string) => void;
  /** Opens the full tab, which has the matrix and the map too. */
  onWide: () => void;
  wide: boolean;
  /** `YYYY-MM-DD`, for cells marked as searched today. */
  today: () => string;
  onOpen: (clip: Clip, at: Span) => void;
  /** The ids of the clips to compare from now on, in this order. */
  onArrange: (ids: readonly string[]) => void;
  onChooseRegion: (code: string) => void;
  onExport: () => void;
  onLibrary: () => void;
}

export function ComparisonView(props: ComparisonViewProps) {
  const { state, saved, clips, wide, today, onArrange } = props;
  const i18n = useI18n();
  const [showSaved, setShowSaved] = useState(false);
  const table = state.table.value;
  const idsOf = (column: string) => columnById(table.columns, column)?.clips.map((clip) => clip.id) ?? [];
  const move = (id: string, by: -1 | 1) => {
    const order = table.columns.map((column) => column.id);
    const at = order.indexOf(id);
    order.splice(at, 1);
    order.splice(at + by, 0, id);
    onArrange([...new Set(order.flatMap(idsOf))]);
  };
  const names = [...new Set(table.columns.map((column) => columnName(column, table.columns, i18n)))];
  return (
    <>
      <CompareView
        clips={clips}
        beside={props.beside}
        onAdd={props.onAdd}
        onWide={props.onWide}
        table={table}
        matrix={state.matrix.value}
        indicators={state.indicators.value}
        tiles={state.tiles.value}
        grouping={state.grouping.value}
        wide={wide}
        onGrouping={state.setGrouping}
        onOpen={props.onOpen}
        onMark={(cell, mark) => state.mark(cell, mark, today())}
        onAddRegion={state.addRegion}
        onAddTheme={state.addTheme}
        onChooseRegion={props.onChooseRegion}
        onExport={props.onExport}
        onLibrary={props.onLibrary}
        onClear={() => onArrange([])}
        onRemoveColumn={(id) => {
          const gone = new Set(idsOf(id));
          onArrange(clips.map((clip) => clip.id).filter((other) => !gone.has(other)));
        }}
        onMoveColumn={move}
        onRename={state.rename}
        onSplit={state.split}
        onJoin={state.join}
        onReset={state.reset}
        onSaved={() => setShowSaved(true)}
      />
      {showSaved && (
        <SavedDialog
          saved={saved}
          canSave={clips.length > 0}
          suggestion={names.slice(0, 4).join(i18n.t('common.separator'))}
          onClose={() => setShowSaved(false)}
        />
      )}
    </>
  );
}
