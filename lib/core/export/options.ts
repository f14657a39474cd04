/** What is exported and how. Everything that could differ between two runs (time, language) is an argument. */
import type { Matrix } from '../compare/matrix';
import type { CompareTable } from '../compare/types';
import type { Clip } from '../model/clip';
import { z } from '../model/zod';
import type { ExportLocale } from './words';

export const exportOptionsSchema = z.strictObject({
  groupBy: z.enum(['region', 'theme', 'tag', 'source']),
  edition: z.enum(['2025', '2015']),
  bulletinAs: z.enum(['J', 'R', 'EB']),
  figures: z.boolean(),
  notes: z.boolean(),
  references: z.boolean(),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = {
  groupBy: 'region',
  edition: '2025',
  bulletinAs: 'J',
  figures: true,
  notes: true,
  references: true,
};

export const EXPORT_SCOPES = ['selection', 'collection', 'comparison', 'memo'] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

export interface ExportInput {
  scope: ExportScope;
  title: string;
  locale: ExportLocale;
  clips: readonly Clip[];
  /** For `comparison` and `memo`. */
  table?: CompareTable;
  matrix?: Matrix;
  /** Name of a theme code; the code itself by default. */
  themeName?: (code: string) => string;
  /** Minutes east of UTC for days; China by default. */
  offsetMinutes?: number;
  /** Ids of clips whose picture lies beside the document, under the name of `pictureFile`. */
  pictures?: ReadonlySet<string>;
}
