/**
 * What reading a document yields: head, items, measures, points, figures. Field meanings follow the corpus format;
 * every printed field carries the spans it was found at.
 */
import { noticeSchema } from './document';
import { foundSchema, spanSchema } from './span';
import { z } from './zod';

/** Province-level code of GB/T 2260 (six digits, the last four zero); `100000` stands for national bodies. */
export const regionCodeSchema = z.string().regex(/^[1-8]\d0000$/u);

export const documentKindSchema = z.enum(['bulletin', 'policy', 'none']);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** A readable reason; the sentence is the i18n key `reason.<code>`, `text` the words that led there. */
export const reasonSchema = z.strictObject({
  code: z.string().max(40),
  text: z.string().max(200).optional(),
  weight: z.number(),
});
export type Reason = z.infer<typeof reasonSchema>;

export const verdictSchema = z.strictObject({
  kind: documentKindSchema,
  /** Confidence in `kind`, 0–1. */
  score: z.number().min(0).max(1),
  reasons: z.array(reasonSchema),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const figureKindSchema = z.enum(['target', 'achieved', 'parameter', 'rank', 'other']);

export const figureSchema = z.strictObject({
  /** As printed. */
  text: z.string(),
  /** Multiplied out: 2.7 万 is 27000. */
  value: z.number(),
  unit: z.string(),
  /** The year it is set for, or null. */
  year: z.int().nullable(),
  /** What is counted, or null. */
  indicator: z.string().nullable(),
  bound: z.enum(['atLeast', 'atMost', 'about', 'above']).nullable(),
  kind: figureKindSchema,
  /** Whom a 分别-list gives this value to (a city, a programme), or null. */
  subject: z.string().nullable(),
  /** In the document. */
  spans: z.array(spanSchema),
  /** In the item's `text`. */
  at: spanSchema,
});
export type Figure = z.infer<typeof figureSchema>;

export const pointSchema = z.strictObject({
  label: z.string(),
  heading: z.string(),
  /** Whole text of the point, its label left out. */
  text: z.string(),
  spans: z.array(spanSchema),
  at: spanSchema,
});
export type Point = z.infer<typeof pointSchema>;

/** A theme or policy instrument that words of the text suggest; never applied without the person. */
export const suggestionSchema = z.strictObject({
  scheme: z.enum(['theme', 'instrument']),
  code: z.string(),
  /** The words that led there. */
  words: z.array(z.string()),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const measureSchema = z.strictObject({
  /** As printed: `(1)`, `一、`, `第三条`, `一是`. */
  label: z.string(),
  heading: z.string(),
  /** Whole text of the measure, label and heading left out, points included. */
  text: z.string(),
  points: z.array(pointSchema),
  suggestions: z.array(suggestionSchema),
  spans: z.array(spanSchema),
  /** In the item's `text`, label and heading included. */
  at: spanSchema,
});
export type Measure = z.infer<typeof measureSchema>;

export const itemKindSchema = z.enum(['policy', 'progress', 'event', 'analysis', 'other']);

export const policyItemSchema = z.strictObject({
  /** Ordinal path in the document, stable for the same text: `s1.i2`. */
  id: z.string().max(40),
  section: foundSchema(z.string()).nullable(),
  title: foundSchema(z.string()),
  kind: itemKindSchema,
  /** Whose policy or news it is, not every place that is mentioned. */
  regions: z.array(foundSchema(regionCodeSchema)),
  /** Who issued, hosted or reports, in full, in order of appearance. */
  agencies: z.array(foundSchema(z.string())),
  /** Policy documents named in 《》, outer marks left out. */
  documents: z.array(foundSchema(z.string())),
  /** 发文字号 of the documents, normalised to 〔〕, in order; none is ever invented. */
  docNumbers: z.array(foundSchema(z.string())),
  measures: z.array(measureSchema),
  figures: z.array(figureSchema),
  /** Body, paragraphs separated by one line feed, page breaks healed, emphasis marks left out. */
  text: z.string(),
  /** Where the body stands. */
  spans: z.array(spanSchema),
  /** PDF only: first and last page. */
  pages: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
});
export type PolicyItem = z.infer<typeof policyItemSchema>;

export const documentHeadSchema = z.strictObject({
  title: foundSchema(z.string()).nullable(),
  issueNumber: foundSchema(z.string()).nullable(),
  issuers: z.array(foundSchema(z.string())),
  /** `YYYY-MM-DD`. */
  publishedOn: foundSchema(z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)).nullable(),
  region: foundSchema(regionCodeSchema).nullable(),
  docNumber: foundSchema(z.string()).nullable(),
  /** 秘密, 机密, 内部资料, 注意保存 … as printed. */
  marks: z.array(foundSchema(z.string())),
});
export type DocumentHead = z.infer<typeof documentHeadSchema>;

export const readingSchema = z.strictObject({
  verdict: verdictSchema,
  head: documentHeadSchema,
  items: z.array(policyItemSchema),
  notices: z.array(noticeSchema),
});
/** Everything known about one document. */
export type Reading = z.infer<typeof readingSchema>;
