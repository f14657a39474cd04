/** Content scripts and extension pages → background. Owner: `entrypoints/background.ts`. */

import { clipSchema, MAX_CLIP_CHARS, regionOfPageSchema } from '../model/clip';
import { documentModelSchema } from '../model/document';
import { verdictSchema } from '../model/item';
import { pictureDataSchema } from '../model/picture';
import { resultSchema } from '../model/result';
import { z } from '../model/zod';
import type { ProtocolSpec } from './channel';
import { selectionSchema } from './to-page';

export const toBackground = {
  /** The cheap verdict of the detector in a tab; `pdf` when the tab shows a PDF. The background sets the badge. */
  pageVerdict: {
    data: z.strictObject({ verdict: verdictSchema, format: z.enum(['html', 'pdf']) }),
    result: resultSchema(z.strictObject({})),
  },
  /**
   * Keeps a selection. `id` is minted by the sender: repeating the message is the same clip. `model` is the reading
   * that the selection's spans count in. Answered only after the transaction completed.
   */
  saveExcerpt: {
    data: z.strictObject({
      id: z.uuid(),
      at: z.iso.datetime(),
      model: documentModelSchema,
      selection: selectionSchema,
    }),
    result: resultSchema(z.strictObject({ id: z.uuid() })),
  },
  /** Keeps what the person typed for a part of a page that is a picture; as `saveExcerpt`. */
  saveTyped: {
    data: z.strictObject({
      id: z.uuid(),
      at: z.iso.datetime(),
      model: documentModelSchema,
      region: regionOfPageSchema,
      text: z.string().min(1).max(MAX_CLIP_CHARS),
      picture: pictureDataSchema.nullable(),
    }),
    result: resultSchema(z.strictObject({ id: z.uuid() })),
  },
  /** A clip that is kept, for the reader that is to show its place; null when there is none. */
  keptClip: { data: z.strictObject({ id: z.uuid() }), result: resultSchema(clipSchema.nullable()) },
  /** A panel tells what its tab shows, so that badge and panel agree. */
  itemCount: {
    data: z.strictObject({ tabId: z.int().min(0), count: z.int().min(0).nullable() }),
    result: resultSchema(z.strictObject({})),
  },
} as const satisfies ProtocolSpec;
