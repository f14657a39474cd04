/**
 * Third shape: clips may name a picture, and `pictures` holds it by the clip's id, so that no list and no edit reads or
 * writes it. Old rows stay as they are. Frozen.
 */
export const V3 = { version: 3, stores: { pictures: 'clipId' } } as const;
