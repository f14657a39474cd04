/**
 * The picture of a scanned page that a clip may carry: a JPEG, which every word processor opens, as base64. Kept beside
 * the clip, which only names its size and hash, so that lists and edits never touch it.
 */
import { z } from './zod';

export const PICTURE_TYPE = 'image/jpeg';
/** Longest side, in pixels. */
export const MAX_PICTURE_SIDE = 1_600;
/** Bytes of the file. */
export const MAX_PICTURE_BYTES = 300 * 1024;
const MAX_DATA_CHARS = Math.ceil(MAX_PICTURE_BYTES / 3) * 4;

const sideSchema = z.int().min(1).max(MAX_PICTURE_SIDE);

/** What a clip says of its picture. */
export const pictureHeadSchema = z.strictObject({
  width: sideSchema,
  height: sideSchema,
  /** SHA-256 (hexadecimal) of the base64 text. */
  hash: z.string().length(64),
});
export type PictureHead = z.infer<typeof pictureHeadSchema>;

/** Base64 of a JPEG; whether it is one, `pictureHead` tells. */
export const pictureDataSchema = z.string().min(1).max(MAX_DATA_CHARS);

export const keptPictureSchema = z.strictObject({ clipId: z.uuid(), data: pictureDataSchema });
export type KeptPicture = z.infer<typeof keptPictureSchema>;
