/**
 * The 34 province-level units as square tiles: colour and number say how many clips there are, “no data” is drawn
 * differently from 0. One tab stop, arrow keys move; the same values as a table.
 */
import { useRef, useState } from 'preact/hooks';
import { neighbourTile, type TileValue } from '@/lib/core/compare/tile-map';
import { useI18n } from '../i18n';

export interface TileMapProps {
  tiles: readonly TileValue[];
  /** A tile was chosen. */
  onChoose: (code: string) => void;
}

const MOVES = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;
const isMove = (key: string): key is keyof typeof MOVES => key in MOVES;
/** Steps of colour. */
const STEPS = 4;

export function TileMap({ tiles, onChoose }: TileMapProps) {
  const { t, n, region, number } = useI18n();
  const [at, setAt] = useState(tiles.find((value) => value.count)?.tile.code ?? tiles[0]?.tile.code ?? '');
  const grid = useRef<HTMLFieldSetElement>(null);
  const most = Math.max(1, ...tiles.map((value) => value.count ?? 0));
  const wordsOf = (value: TileValue): string =>
    value.count === null
      ? t('compare.mapNoData')
      : value.count === 0
        ? t('compare.mapZero')
        : n('compare.mapCount', value.count);
  const stepOf = ({ count }: TileValue): string =>
    count === null ? 'unknown' : count === 0 ? 'zero' : `step-${Math.ceil((count / most) * STEPS)}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const from = tiles.find((value) => value.tile.code === at);
    if (!from || !isMove(event.key)) return;
    event.preventDefault();
    const { code } = neighbourTile(from.tile, MOVES[event.key]);
    setAt(code);
    grid.current?.querySelector<HTMLElement>(`[data-code="${code}"]`)?.focus();
  };
  const present = tiles.filter((value) => value.count !== null);
  return (
    <div class="compare-part map-part">
      <p class="muted">{t('compare.mapHint')}</p>
      <fieldset class="tiles" ref={grid} aria-label={t('compare.mapTitle')}>
        {tiles.map((value) => (
          <button
            key={value.tile.code}
            type="button"
            class={`tile ${stepOf(value)}`}
            data-code={value.tile.code}
            tabIndex={value.tile.code === at ? 0 : -1}
            style={{ gridRow: value.tile.row + 1, gridColumn: value.tile.column + 1 }}
            onKeyDown={onKeyDown}
            onFocus={() => setAt(value.tile.code)}
            onClick={() => onChoose(value.tile.code)}
          >
            <span class="tile-name">{region(value.tile.code)}</span>
            <span class="tile-count" aria-hidden="true">
              {value.count === null ? '·' : number(value.count)}
            </span>
            <span class="sr-only">{wordsOf(value)}</span>
          </button>
        ))}
      </fieldset>
      <ul class="tile-legend" aria-hidden="true">
        <li>
          <span class="tile unknown" /> {t('compare.mapNoData')}
        </li>
        <li>
          <span class="tile zero" /> {t('compare.mapZero')}
        </li>
        {most > 1 && (
          <li>
            <span class="tile step-1" /> 1
          </li>
        )}
        <li>
          <span class="tile step-4" /> {number(most)}
        </li>
      </ul>
      <details>
        <summary>{t('compare.mapTable')}</summary>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('compare.province')}</th>
              <th scope="col">{t('compare.value')}</th>
            </tr>
          </thead>
          <tbody>
            {(present.length > 0 ? present : tiles).map((value) => (
              <tr key={value.tile.code}>
                <th scope="row">{region(value.tile.code)}</th>
                <td>{wordsOf(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
