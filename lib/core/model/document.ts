/**
 * DocumentModel: what all adapters (web page, PDF, OFD) make of a document, and all that detection and parsing ever see.
 * Blocks are what a reader perceives as lines or paragraphs, in reading order; hints say how they looked.
 * Must not know the DOM or pdf.js.
 */
import { MAX_BLOCKS } from './offsets';
import { z } from './zod';

export { documentText, MAX_DOCUMENT_CHARS, withOffsets } from './offsets';

export const tableCellSchema = z.strictObject({
  /** Number of the table in the document, and zero-based place of the cell in it. */
  table: z.int().min(0),
  row: z.int().min(0),
  column: z.int().min(0),
  /** How many columns it takes, where the source says that it takes more than one. */
  columns: z.int().min(2).optional(),
  header: z.boolean(),
});

export const blockSchema = z.strictObject({
  /** Offset of `text` in the document's text (blocks joined by one line feed). */
  start: z.int().min(0),
  /** White space collapsed to single spaces, none at the ends; every other character as the source has it. */
  text: z.string(),
  /** `note`: a footnote, apart from the text that calls for it. */
  role: z.enum(['heading', 'paragraph', 'list-item', 'cell', 'furniture', 'note']),
  /** 1–6 for headings that the markup declares. */
  level: z.int().min(1).max(6).optional(),
  /**
   * Length of the run that the block begins with and that is bold, or in a heading face (黑体, 楷体) where the body is in
   * another; equal to the text's length when all of it is.
   */
  boldLead: z.int().min(0).optional(),
  centred: z.boolean().optional(),
  /** Font size relative to the body text of the document; 1 or absent = body. */
  size: z.number().positive().optional(),
  /** First-line or block indent, in ems; absent = unknown. */
  indent: z.number().optional(),
  /** Share of the text that lies in links, 0–1. */
  links: z.number().min(0).max(1).optional(),
  cell: tableCellSchema.optional(),
  /** Number that an ordered list shows before its item; not part of `text`. */
  ordinal: z.int().optional(),
  /** PDF, OFD: page number from 1. */
  page: z.int().min(1).optional(),
  /** Vertical gap above, in lines of body text (PDF, OFD), or number of empty paragraphs above (page). */
  gap: z.number().min(0).optional(),
  /** A page or column break lies between this block and the one before it. */
  afterBreak: z.boolean().optional(),
  /** PDF: pages that have not been read lie between this block and the one before it. */
  afterUnread: z.boolean().optional(),
  /**
   * PDF, OFD: the last line ends where the column ends, so the paragraph may go on in the next block.
   */
  fullLine: z.boolean().optional(),
  /** The page is a picture here: this is the text that the person typed or pasted for it. */
  typed: z.boolean().optional(),
  /** Number of the innermost container (article, td, div …) the block lies in; equal numbers = same container. */
  container: z.int().min(0).optional(),
});
export type Block = z.infer<typeof blockSchema>;

export const noticeSchema = z.discriminatedUnion('code', [
  /** Pages that are pictures without a text layer. */
  z.strictObject({ code: z.literal('scanned'), pages: z.array(z.int().min(1)) }),
  /** Text layer that is there but reads like noise. */
  z.strictObject({ code: z.literal('noisy-text'), pages: z.array(z.int().min(1)) }),
  z.strictObject({
    code: z.literal('unreadable-characters'),
    pages: z.array(z.int().min(1)).min(1),
    /** How many stand on each of these pages. */
    counts: z.array(z.int().min(1)),
    count: z.int().min(1),
  }),
  /** Only the first part was read. */
  z.strictObject({ code: z.literal('partly-read'), read: z.int().min(0), total: z.int().min(0) }),
  /** Pages that are pictures, whose text the person typed or pasted. */
  z.strictObject({ code: z.literal('typed-text'), pages: z.array(z.int().min(1)) }),
  z.strictObject({ code: z.literal('hidden-text'), count: z.int().min(1) }),
  /** Cells of tables too long to be read by row and column: numbers without a unit of their own are not among the figures. */
  z.strictObject({ code: z.literal('unread-cells'), count: z.int().min(1) }),
]);
export type Notice = z.infer<typeof noticeSchema>;

export const documentModelSchema = z.strictObject({
  source: z.enum(['html', 'pdf', 'ofd']),
  /** Where the text was at the time of reading; empty for a file that was dropped. */
  url: z.string().max(4_000),
  /** `document.title`, or what a PDF or OFD says is its title, or the file's name. */
  title: z.string(),
  /** `<meta name content>` pairs in document order, names as written; for PDFs and OFDs what they say of themselves. */
  meta: z.array(z.tuple([z.string(), z.string()])),
  blocks: z.array(blockSchema).max(MAX_BLOCKS),
  /** PDF, OFD. */
  pageCount: z.int().min(1).optional(),
  /** PDF: the permanent identifier in the file's trailer, hexadecimal. OFD: the document's id. */
  fingerprint: z.string().optional(),
  notices: z.array(noticeSchema),
  /** Page only: milliseconds of the page's main thread that the reading took. Shown, never stored. */
  readMs: z.number().min(0).optional(),
});
export type DocumentModel = z.infer<typeof documentModelSchema>;
