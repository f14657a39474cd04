/**
 * The backup file: a zip of `clips.jsonl`, one clip with its history per line (its picture on a line of its own), and `manifest.json`, which says how much
 * there is and how to check it. Lines are UTF-8 and end with a line feed; both files can be read with any tool.
 */
import { comparisonSchema } from '../compare/stored';
import { type Clip, clipSchema, correctionsSchema, keptPictureSchema, tagNameSchema, z } from '../model';

export const FORMAT = 'policy-clip-backup';
/** Raised when a line or the manifest changes its meaning; older ones are migrated when they are read. */
export const FORMAT_VERSION = 1;
export const CLIPS_NAME = 'clips.jsonl';
export const MANIFEST_NAME = 'manifest.json';

/** The uncompressed lines are hashed in pieces of this size. */
export const CHUNK_BYTES = 1024 * 1024;
/** A file above this is neither written nor opened, and lines and depths above these are refused. */
export const MAX_FILE_BYTES = 2_000_000_000 - 1;
export const MAX_TOTAL_BYTES = 4 * 1024 * 1024 * 1024 - 1;
export const MAX_LINE_CHARS = 8 * 1024 * 1024;
export const MAX_DEPTH = 40;
/** How many earlier states of a clip a line has at most. */
export const MAX_PAST = 200;

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  createdAt: z.iso.datetime(),
  /** Who made it, for merging; null when not said. */
  author: z.string().trim().min(1).max(40).nullable(),
  clips: z.int().min(0),
  bytes: z.int().min(0).max(MAX_TOTAL_BYTES),
  /** SHA-256 of each piece, hexadecimal. */
  chunks: z.array(z.string().length(64)).max(Math.ceil(MAX_TOTAL_BYTES / CHUNK_BYTES)),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const pastSchema = z.strictObject({
  clipId: z.uuid(),
  revision: z.int().min(1),
  at: z.iso.datetime(),
  tags: z.array(tagNameSchema).max(100),
  note: z.string().max(100_000),
  corrections: correctionsSchema,
  deletedAt: z.iso.datetime().nullable(),
});
/** The editable part of a clip at an earlier revision. */
export type Past = z.infer<typeof pastSchema>;

/** The editable part of a clip as it is now. */
export const pastOf = ({ id, revision, updatedAt, tags, note, corrections, deletedAt }: Clip): Past => ({
  clipId: id,
  revision,
  at: updatedAt,
  tags,
  note,
  corrections,
  deletedAt,
});

export const lineSchema = z.strictObject({ clip: clipSchema, past: z.array(pastSchema).max(MAX_PAST) });
/** Follows the clip that it belongs to. */
export const pictureLineSchema = z.strictObject({ picture: keptPictureSchema });
export const comparisonLineSchema = z.strictObject({ comparison: comparisonSchema });
/** A clip with its history. */
export type BackedClip = z.infer<typeof lineSchema>;
