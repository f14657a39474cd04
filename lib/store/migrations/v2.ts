/**
 * Second shape: clips may carry `typed`, the part of a page whose text the person typed. Tables and indexes are those of
 * version 1, and old rows stay as they are; the number keeps builds that do not know the field from taking such rows for
 * damaged ones. Frozen.
 */
export const V2 = { version: 2, stores: {} } as const;
