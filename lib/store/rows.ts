/**
 * What stands in the tables, and how a row is read: parsed on the way out, because a row may come from an older build
 * or a damaged file. `lineOf` derives the light row of a clip.
 */
import { parseKnown } from '@/lib/core/backup/read-line';
import { foldText } from '@/lib/core/clip/keys';
import { clipView } from '@/lib/core/clip/view';
import { type Clip, type Corrections, clipSchema, correctionsSchema, tagNameSchema, z } from '@/lib/core/model';
import { parseQuickly } from '@/lib/core/model/conforms';

/** Light row: everything that is needed to list, filter and search without touching the clip. */
export interface Line {
  id: string;
  /** The change that wrote it; see `Head.seq`. */
  seq: number;
  revision: number;
  key: string;
  trashed: 0 | 1;
  createdAt: string;
  deletedAt: string | null;
  documentKey: string;
  regions: string[];
  tags: string[];
  agencies: string[];
  publishedOn: string | null;
  issueNumber: string | null;
  /** Folded; fields are separated by line feeds. */
  text: string;
}

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

/**
 * Is this a whole line? Every key of it is asked for by hand: a hundred thousand are read when the library opens, and a
 * schema would take most of that time. A damaged file answers with null.
 */
export function isLine(row: unknown): row is Line {
  if (typeof row !== 'object' || row === null) return false;
  const line = row as Readonly<Record<keyof Line, unknown>>;
  return (
    [line.id, line.key, line.createdAt, line.documentKey, line.text].every((value) => typeof value === 'string') &&
    [line.seq, line.revision].every((value) => Number.isInteger(value)) &&
    (line.trashed === 0 || line.trashed === 1) &&
    [line.deletedAt, line.publishedOn, line.issueNumber].every(isTextOrNull) &&
    [line.regions, line.tags, line.agencies].every(areTexts)
  );
}

/** Is this the line of that clip? A bit turned in its id would hide the clip behind a name that nothing has. */
export const isLineOf = (row: unknown, id: IDBValidKey | undefined): row is Line => isLine(row) && row.id === id;

const headSchema = z.strictObject({
  name: z.literal('head'),
  /** Random name of this database; another one means that it was made anew. */
  epoch: z.string().min(1),
  /** Counts changes. */
  seq: z.int().min(0),
  /** Clips outside of the trash, and in it. */
  kept: z.int().min(0),
  trashed: z.int().min(0),
  /** The second place holds everything; false also when it has to be written anew. */
  copied: z.boolean(),
  /** Clips are still coming back from the second place. */
  rebuilding: z.boolean(),
  /** The worker wrote changes that no page has entered into the journal yet. */
  letters: z.boolean(),
});
/** Which change came last; written in the same transaction as the change. */
export type Head = z.infer<typeof headSchema>;
export const readHead = (row: unknown): Head | null => headSchema.safeParse(row).data ?? null;

export const newHead = (epoch: string): Head => ({
  name: 'head',
  epoch,
  seq: 0,
  kept: 0,
  trashed: 0,
  copied: false,
  rebuilding: false,
  letters: false,
});

export interface Purged {
  id: string;
  seq: number;
}

/** What can be changed about a clip, as it was at one revision. */
export const versionSchema = z.strictObject({
  clipId: z.uuid(),
  revision: z.int().min(1),
  at: z.iso.datetime(),
  tags: z.array(tagNameSchema),
  note: z.string(),
  corrections: correctionsSchema,
  deletedAt: z.iso.datetime().nullable(),
});
export type Version = z.infer<typeof versionSchema>;

export interface AsideRow {
  id: string;
  row: unknown;
  reason: string;
}

/** The clip, or why the row is none. `newer`: of a newer build, whose keys may be more than this one knows. */
export function readClip(row: unknown, newer = false): { clip: Clip } | { reason: string } {
  if (newer) {
    const known = parseKnown(clipSchema, row);
    return typeof known === 'string' ? { reason: known } : { clip: known.data };
  }
  const parsed = parseQuickly(clipSchema, row);
  if (parsed.success) return { clip: parsed.data };
  const [issue] = parsed.error.issues;
  return { reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`.slice(0, 500) };
}

const searched = (clip: Clip): string => {
  const { source, item, tags, note } = clip;
  const view = clipView(clip);
  const parts = [
    view.title,
    view.section ?? '',
    ...view.agencies,
    ...view.documents,
    ...view.docNumbers,
    item.text,
    note,
    ...tags,
    source.title,
    source.issueNumber ?? '',
    ...source.issuers,
    source.docNumber ?? '',
    source.siteName ?? '',
    source.fileName ?? '',
  ];
  return parts.map(foldText).filter(Boolean).join('\n');
};

export function lineOf(clip: Clip, seq: number): Line {
  const { regions, agencies, publishedOn } = clipView(clip);
  return {
    id: clip.id,
    seq,
    revision: clip.revision,
    key: clip.key,
    trashed: clip.deletedAt === null ? 0 : 1,
    createdAt: clip.createdAt,
    deletedAt: clip.deletedAt,
    documentKey: clip.source.documentKey,
    regions,
    tags: clip.tags,
    agencies,
    publishedOn,
    issueNumber: clip.source.issueNumber,
    text: searched(clip),
  };
}

/** Corrections with `change` merged in; `undefined` takes a field back to what was found. */
export function mergeCorrections(
  now: Corrections,
  change: { [K in keyof Corrections]?: Corrections[K] | undefined },
): Corrections {
  const merged = new Map(Object.entries({ ...now, ...change }).filter(([, value]) => value !== undefined));
  return correctionsSchema.parse(Object.fromEntries(merged));
}
