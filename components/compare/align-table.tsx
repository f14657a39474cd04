/**
 * Measures side by side. Narrow: the row's head is a band over its cells, columns scroll together sideways. Wide: the
 * head stands in a column of its own; transposed, provinces are rows and measures columns. Heads stay in sight.
 */
import { useMemo } from 'preact/hooks';
import { SHARED_MINIMUM, sharedWording } from '@/lib/core/compare/shared-wording';
import type { CompareRow, CompareTable, CompareUnit } from '@/lib/core/compare/types';
import type { Clip } from '@/lib/core/model/clip';
import type { Span } from '@/lib/core/model/span';
import { useI18n } from '../i18n';
import { type ColumnActions, ColumnHead } from './column-head';
import { RowFigures } from './row-figures';
import { RowHead } from './row-head';
import { UnitPassage } from './unit-passage';

export interface AlignTableProps extends ColumnActions {
  table: CompareTable;
  layout: 'bands' | 'side' | 'transposed';
  dim: boolean;
  onOpen: (clip: Clip, at: Span) => void;
  onAdjust: (row: CompareRow) => void;
}

type SharedSpans = ReadonlyMap<string, readonly Span[]>;
const NOTHING: SharedSpans = new Map();

function sharedIn(row: CompareRow): SharedSpans {
  const units = row.cells.flat();
  const spans = sharedWording(
    units.map((unit) => ({ group: unit.column, text: unit.text })),
    SHARED_MINIMUM,
  );
  return new Map(units.map((unit, i) => [unit.id, spans[i] ?? []]));
}

interface CellProps {
  units: readonly CompareUnit[];
  row: CompareRow;
  shared: SharedSpans;
  props: AlignTableProps;
  /** Narrow: what one side has alone takes the whole width. */
  span?: number;
}

function Cell({ units, row, shared, props, span = 1 }: CellProps) {
  const { t } = useI18n();
  const clips = props.table.columns.flatMap((column) => column.clips);
  return (
    <td colSpan={span} class={span > 1 ? 'whole' : units.length === 0 ? 'nothing' : row.only === null ? '' : 'only'}>
      {units.length === 0 && <span class="muted">{t('compare.none')}</span>}
      {units.map((unit) => (
        <UnitPassage
          key={unit.id}
          unit={unit}
          clip={clips.find((clip) => clip.id === unit.clipId)}
          shared={shared.get(unit.id) ?? []}
          onOpen={props.onOpen}
        />
      ))}
    </td>
  );
}

function Rows({ props, shared }: { props: AlignTableProps; shared: readonly SharedSpans[] }) {
  const { table, layout, onAdjust } = props;
  const bands = layout === 'bands';
  const width = table.columns.length + (bands ? 0 : 1);
  return (
    <>
      {table.rows.map((row, i) => {
        const cells = row.cells.map((units, j) => (
          <Cell key={table.columns[j]?.id} units={units} row={row} shared={shared[i] ?? NOTHING} props={props} />
        ));
        const head = <RowHead row={row} table={table} onAdjust={onAdjust} />;
        return (
          <tbody key={row.id} class={row.only === null ? 'matched' : 'lonely'}>
            {bands && (
              <tr class="band">
                <th colSpan={width} scope="rowgroup">
                  {head}
                </th>
              </tr>
            )}
            <tr class="cells">
              {!bands && <th scope="row">{head}</th>}
              {bands && row.only !== null ? (
                <Cell units={row.cells.flat()} row={row} shared={NOTHING} props={props} span={table.columns.length} />
              ) : (
                cells
              )}
            </tr>
            {row.figures.some((group) => group.verdict !== 'alone') && (
              <tr class="aligned-figures">
                {!bands && <td class="gutter" />}
                <td colSpan={table.columns.length}>
                  <RowFigures groups={row.figures} columns={table.columns} />
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </>
  );
}

function Transposed({ props, shared }: { props: AlignTableProps; shared: readonly SharedSpans[] }) {
  const { table, onRemoveColumn, onMoveColumn } = props;
  return (
    <tbody>
      {table.columns.map((column, j) => (
        <tr key={column.id} class="cells">
          <th scope="row">
            <ColumnHead {...{ column, columns: table.columns, onRemoveColumn, onMoveColumn }} />
          </th>
          {table.rows.map((row, i) => (
            <Cell key={row.id} units={row.cells[j] ?? []} row={row} shared={shared[i] ?? NOTHING} props={props} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

export function AlignTable(props: AlignTableProps) {
  const { table, layout, dim, onRemoveColumn, onMoveColumn, onAdjust } = props;
  const { t } = useI18n();
  const shared = useMemo(() => (dim ? table.rows.map(sharedIn) : []), [table, dim]);
  const transposed = layout === 'transposed';
  return (
    <section class={`compare-scroll ${layout}`} aria-label={t('compare.table')}>
      <table class={dim ? 'align dim' : 'align'} style={{ '--columns': table.columns.length }}>
        <thead>
          <tr>
            {layout !== 'bands' && <td class="corner">{t('compare.rowHead')}</td>}
            {transposed
              ? table.rows.map((row) => (
                  <th key={row.id} scope="col">
                    <RowHead row={row} table={table} onAdjust={onAdjust} />
                  </th>
                ))
              : table.columns.map((column) => (
                  <th key={column.id} scope="col">
                    <ColumnHead {...{ column, columns: table.columns, onRemoveColumn, onMoveColumn }} />
                  </th>
                ))}
          </tr>
        </thead>
        {transposed ? <Transposed props={props} shared={shared} /> : <Rows props={props} shared={shared} />}
      </table>
    </section>
  );
}
