/** Comparing clips: columns, rows of matched measures, figures that compare, the matrix, the tile map. Pure. */
export * from './align';
export * from './beside';
export * from './clip-values';
export * from './columns';
export * from './figures';
export * from './indicators';
export * from './links';
export * from './matrix';
export * from './regions';
export * from './shared-wording';
export * from './stored';
export * from './tile-map';
export * from './types';
export { unitName, unitsOfClip } from './units';
