/**
 * What a comparison keeps: which clips, how they are grouped, what the person joined, split, titled and said about
 * empty cells. The table itself is computed anew from it. Pure data; the store keeps it, the export reads it.
 */
import { regionCodeSchema } from '../model/item';
import { z } from '../model/zod';

const unitIdSchema = z.string().min(1).max(100);

/** A decision of the person about two units, or the title of the row a unit lies in. The last one for a pair wins. */
export const manualLinkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('join'), a: unitIdSchema, b: unitIdSchema }),
  z.strictObject({ kind: z.literal('apart'), a: unitIdSchema, b: unitIdSchema }),
  z.strictObject({ kind: z.literal('title'), unit: unitIdSchema, title: z.string().max(200) }),
]);
export type ManualLink = z.infer<typeof manualLinkSchema>;

/** An empty cell is not a finding: `not-searched` is the default and is not stored. */
export const cellMarkSchema = z.discriminatedUnion('state', [
  z.strictObject({
    region: regionCodeSchema,
    theme: z.string().min(1).max(60),
    state: z.literal('none-found'),
    /** Day of the search. */
    on: z.iso.date(),
  }),
  z.strictObject({ region: regionCodeSchema, theme: z.string().min(1).max(60), state: z.literal('not-applicable') }),
]);
export type CellMark = z.infer<typeof cellMarkSchema>;

export const groupingSchema = z.enum(['clip', 'region']);
/** Columns are single clips, or provinces that unite several clips. */
export type Grouping = z.infer<typeof groupingSchema>;

export const comparisonSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().max(200),
  grouping: groupingSchema,
  /** In the order of the columns. */
  clipIds: z.array(z.uuid()).max(500),
  links: z.array(manualLinkSchema).max(20_000),
  cells: z.array(cellMarkSchema).max(5_000),
  /** Provinces and themes of the matrix that have no clips. */
  regions: z.array(regionCodeSchema).max(40),
  themes: z.array(z.string().min(1).max(60)).max(100),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Counts saves, from 1. */
  revision: z.int().min(1),
});
export type Comparison = z.infer<typeof comparisonSchema>;
