/**
 * Values on the map of square tiles. “No data” is not 0: null where nothing is known of a province, 0 where a search
 * found none.
 */
import type { Clip } from '../model/clip';
import { clipRegions } from './clip-values';
import { REGION_TILES, type RegionTile } from './regions';
import type { CellMark } from './stored';

export interface TileValue {
  tile: RegionTile;
  /** Number of clips; null = no data. */
  count: number | null;
}

/** How many clips each of the 34 units has; 0 only where a search is on record. */
export function tileCounts(clips: readonly Clip[], marks: readonly CellMark[]): TileValue[] {
  const counts = new Map<string, number>();
  for (const mark of marks) if (mark.state === 'none-found') counts.set(mark.region, 0);
  for (const clip of clips) {
    for (const region of clipRegions(clip)) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return REGION_TILES.map((tile) => ({ tile, count: counts.get(tile.code) ?? null }));
}

/** The tile next to `from` in a direction, skipping gaps; `from` itself at the edge. */
export function neighbourTile(from: RegionTile, move: 'up' | 'down' | 'left' | 'right'): RegionTile {
  const step = move === 'up' || move === 'left' ? -1 : 1;
  const vertical = move === 'up' || move === 'down';
  const ahead = REGION_TILES.filter((tile) =>
    vertical ? step * (tile.row - from.row) > 0 : tile.row === from.row && step * (tile.column - from.column) > 0,
  );
  const distance = (tile: RegionTile): number =>
    vertical
      ? Math.abs(tile.row - from.row) * 3 + Math.abs(tile.column - from.column) * 2
      : Math.abs(tile.column - from.column);
  return ahead.reduce<RegionTile>((top, tile) => (top === from || distance(tile) < distance(top) ? tile : top), from);
}
