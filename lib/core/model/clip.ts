/**
 * Clip: a passage that was kept, self-contained so that it survives its page: text, structure, head of the document,
 * anchor, address, time and hash. What the person corrects stands beside what was found (`corrections`) and wins.
 */
import { anchorSchema } from './anchor';
import { documentKindSchema, policyItemSchema, regionCodeSchema } from './item';
import { pictureHeadSchema } from './picture';
import { tagNameSchema } from './tag';
import { z } from './zod';

export const MAX_CLIP_CHARS = 1_000_000;
/** Of the marks of a document, and of how many of them are kept. */
export const MAX_MARK = 60;
export const MOST_MARKS = 20;

const timestampSchema = z.iso.datetime();

/** Plain head of the document a clip comes from (values only; spans die with the page). */
export const clipSourceSchema = z.strictObject({
  format: z.enum(['html', 'pdf', 'ofd']),
  kind: documentKindSchema,
  /** http(s) or file address where the text was, else empty (dropped file, sample). */
  url: z.string().max(4_000),
  fileName: z.string().max(300).nullable(),
  title: z.string().max(1_000),
  issueNumber: z.string().max(60).nullable(),
  issuers: z.array(z.string().max(200)).max(60),
  publishedOn: z.string().max(10).nullable(),
  region: regionCodeSchema.nullable(),
  docNumber: z.string().max(120).nullable(),
  marks: z.array(z.string().max(MAX_MARK)).max(MOST_MARKS),
  siteName: z.string().max(200).nullable(),
  /** Same for page and PDF of the same document; see `documentKey`. */
  documentKey: z.string().max(1_000),
  /** PDF trailer identifier. */
  fingerprint: z.string().max(200).nullable(),
  /** SHA-256 (hex) of the whole document's text, white space left out. */
  textHash: z.string().max(64),
});
export type ClipSource = z.infer<typeof clipSourceSchema>;

export const correctionsSchema = z.strictObject({
  title: z.string().max(1_000).optional(),
  section: z.string().max(200).optional(),
  regions: z.array(regionCodeSchema).max(40).optional(),
  agencies: z.array(z.string().max(200)).max(60).optional(),
  publishedOn: z.string().max(10).optional(),
});
export type Corrections = z.infer<typeof correctionsSchema>;

const shareSchema = z.number().min(0).max(1);

/** Part of a PDF page that has no text of its own; edges as shares of the page's width and height, from the top left. */
export const regionOfPageSchema = z.strictObject({
  page: z.int().min(1),
  box: z.strictObject({ left: shareSchema, top: shareSchema, right: shareSchema, bottom: shareSchema }),
});
export type RegionOfPage = z.infer<typeof regionOfPageSchema>;

export const wholePage = (page: number): RegionOfPage => ({ page, box: { left: 0, top: 0, right: 1, bottom: 1 } });

export const isWholePage = ({ box: { left, top, right, bottom } }: RegionOfPage): boolean =>
  left === 0 && top === 0 && right === 1 && bottom === 1;

export const clipSchema = z.strictObject({
  /** UUID made by whoever asks for the save, so that a repeated save is the same clip. */
  id: z.uuid(),
  type: z.enum(['item', 'measure', 'excerpt']),
  source: clipSourceSchema,
  /** The item as it was found. For `measure` and `excerpt` the item it lies in, its `text` cut to the passage. */
  item: policyItemSchema,
  anchor: anchorSchema,
  /** The document shows a picture here: the text is what the person typed or pasted for it. */
  typed: regionOfPageSchema.optional(),
  /** How that part of the page looks; the picture itself is kept beside the clip. */
  picture: pictureHeadSchema.optional(),
  /** Same for the same passage of the same document, however it was reached; see `clipKey`. */
  key: z.string().max(2_000),
  corrections: correctionsSchema,
  tags: z.array(tagNameSchema).max(100),
  note: z.string().max(100_000),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  /** Set while the clip lies in the trash. */
  deletedAt: timestampSchema.nullable(),
  /** Counts saves of this clip, from 1; the higher one wins when two copies meet. */
  revision: z.int().min(1),
});
export type Clip = z.infer<typeof clipSchema>;
