/**
 * Fourth shape: clips may come from an OFD (`source.format`). Tables, indexes and old rows stay as they are; the number
 * keeps builds that do not know the format from taking such rows for damaged ones. Frozen.
 */
export const V4 = { version: 4, stores: {} } as const;
