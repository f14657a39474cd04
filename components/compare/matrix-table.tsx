/**
 * Province × theme. Cells say which of four states they are in; empty ones are set in place with a native select.
 * Transposable, heads stay in sight, provinces and themes can be added to mark what was searched in vain.
 */
import { TriangleAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Matrix, MatrixCell } from '@/lib/core/compare/matrix';
import type { CompareUnit } from '@/lib/core/compare/types';
import { unitName } from '@/lib/core/compare/units';
import { THEMES } from '@/lib/core/lexicon/themes';
import type { Clip } from '@/lib/core/model/clip';
import { PROVINCE_CODES } from '@/lib/core/model/provinces';
import type { Span } from '@/lib/core/model/span';
import { useI18n } from '../i18n';

export type EmptyState = 'none-found' | 'not-applicable' | 'not-searched';

export interface MatrixTableProps {
  matrix: Matrix;
  clips: readonly Clip[];
  transposed: boolean;
  onMark: (cell: { region: string; theme: string }, state: EmptyState) => void;
  onAddRegion: (code: string) => void;
  onAddTheme: (code: string) => void;
  onOpen: (clip: Clip, at: Span) => void;
}

interface CellProps {
  cell: MatrixCell;
  region: string;
  theme: string;
  props: MatrixTableProps;
}

const SHOWN = 3;

function Clips({
  units,
  outdated,
  props,
}: {
  units: readonly CompareUnit[];
  outdated: boolean;
  props: MatrixTableProps;
}) {
  const { t, n } = useI18n();
  const [open, setOpen] = useState(false);
  const shown = open ? units : units.slice(0, SHOWN);
  return (
    <>
      <p class="muted">{n('compare.cellClips', units.length)}</p>
      <ul class="cell-units">
        {shown.map((unit) => {
          const clip = props.clips.find((candidate) => candidate.id === unit.clipId);
          return (
            <li key={unit.id}>
              <button
                type="button"
                class="link-button"
                disabled={!clip}
                onClick={() => clip && props.onOpen(clip, unit.at)}
              >
                {unitName(unit) || `${unit.text.slice(0, 28)}…`}
              </button>
            </li>
          );
        })}
      </ul>
      {units.length > SHOWN && (
        <button type="button" class="link-button muted" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('compare.collapse') : t('compare.expand')}
        </button>
      )}
      {outdated && (
        <p class="badge amber">
          <TriangleAlert size={12} aria-hidden="true" />
          {t('compare.outdated')}
        </p>
      )}
    </>
  );
}

function Cell({ cell, region, theme, props }: CellProps) {
  const { t, date, maybe, region: regionName } = useI18n();
  if (cell.state === 'clips') {
    return (
      <td class="cell-clips">
        <Clips units={cell.units} outdated={cell.outdated !== null} props={props} />
      </td>
    );
  }
  const label = t('compare.cellState', regionName(region), maybe(`theme.${theme}`, theme));
  return (
    <td class={`cell-${cell.state}`}>
      <select
        class="cell-state"
        aria-label={label}
        value={cell.state}
        onChange={(event) => {
          const value = event.currentTarget.value;
          props.onMark(
            { region, theme },
            value === 'none-found' || value === 'not-applicable' ? value : 'not-searched',
          );
        }}
      >
        <option value="not-searched">{t('compare.cellUnknown')}</option>
        <option value="none-found">{t('compare.cellNone')}</option>
        <option value="not-applicable">{t('compare.cellNa')}</option>
      </select>
      {cell.state === 'none-found' && <p class="muted">{t('compare.cellOn', date(cell.on))}</p>}
    </td>
  );
}

function Adders({ matrix, onAddRegion, onAddTheme }: MatrixTableProps) {
  const { t, region, maybe } = useI18n();
  const add = (
    label: string,
    codes: readonly string[],
    name: (code: string) => string,
    onAdd: (code: string) => void,
  ) => (
    <select
      class="input adder"
      aria-label={label}
      value=""
      onChange={(event) => {
        if (event.currentTarget.value) onAdd(event.currentTarget.value);
        event.currentTarget.value = '';
      }}
    >
      <option value="">{label}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {name(code)}
        </option>
      ))}
    </select>
  );
  const regions = PROVINCE_CODES.filter((code) => !matrix.regions.includes(code));
  const themes = THEMES.map((theme) => theme.code).filter((code) => !matrix.themes.includes(code));
  return (
    <div class="adders">
      {add(t('compare.addRegion'), regions, region, onAddRegion)}
      {add(t('compare.addTheme'), themes, (code) => maybe(`theme.${code}`, code), onAddTheme)}
    </div>
  );
}

export function MatrixTable(props: MatrixTableProps) {
  const { matrix, transposed } = props;
  const { t, n, region, maybe } = useI18n();
  const themeName = (code: string) => maybe(`theme.${code}`, code);
  const heads = transposed ? matrix.regions.map(region) : matrix.themes.map(themeName);
  const lines = transposed ? matrix.themes : matrix.regions;
  const cellAt = (line: number, place: number) => {
    const [r, c] = transposed ? [place, line] : [line, place];
    const [code, theme, cell] = [matrix.regions[r], matrix.themes[c], matrix.cells[r]?.[c]];
    return code && theme && cell ? <Cell key={place} cell={cell} region={code} theme={theme} props={props} /> : null;
  };
  return (
    <div class="compare-part">
      <div class="part-head">
        <p class="muted">{t('compare.matrixHint')}</p>
        <Adders {...props} />
      </div>
      <section class="compare-scroll side" aria-label={t('compare.matrixTable')}>
        <table class="align matrix">
          <thead>
            <tr>
              <td class="corner">{t('compare.province')}</td>
              {heads.map((name, i) => (
                <th key={i} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((code, line) => (
              <tr key={code}>
                <th scope="row">{transposed ? themeName(code) : region(code)}</th>
                {heads.map((_, place) => cellAt(line, place))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {matrix.unthemed.length > 0 && <p class="muted">{n('compare.unthemed', matrix.unthemed.length)}</p>}
    </div>
  );
}
