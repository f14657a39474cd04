/** What can be exported from here: the clips, the comparison of them, a memo; and what it is called at first. */
import { alignMeasures, buildMatrix, type CompareTable, clipRegions, columnsOf, type Matrix } from '@/lib/core/compare';
import {
  type ExportInput,
  type ExportLocale,
  type ExportOptions,
  type ExportScope,
  figuresCsv,
  markdownChunks,
  measuresCsv,
} from '@/lib/core/export';
import type { Clip } from '@/lib/core/model/clip';
import type { I18n } from '../i18n';

export interface Compared {
  table: CompareTable;
  matrix: Matrix;
}

export const EXPORT_FORMATS = ['markdown', 'figures', 'measures'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** More clips than this make no table that can be read. */
const MOST_IN_MEMO = 60;
const NAMES_IN_TITLE = 4;

/** The first one is offered first. */
export function scopesOf(
  base: 'selection' | 'collection',
  clips: readonly Clip[],
  compared: Compared | null,
): ExportScope[] {
  if (compared !== null) return ['comparison', 'memo', 'selection'];
  return clips.length <= MOST_IN_MEMO ? [base, 'memo'] : [base];
}

/** A memo compares even where nobody compared by hand. */
export const comparedOf = (clips: readonly Clip[]): Compared => ({
  table: alignMeasures(columnsOf(clips, 'region')),
  matrix: buildMatrix(clips, []),
});

/** 上海、湖北：对比 */
export function titleOf(clips: readonly Clip[], scope: ExportScope, { t, region }: I18n): string {
  const names = [...new Set(clips.flatMap(clipRegions))].map(region);
  const shown = names.slice(0, NAMES_IN_TITLE).join(t('common.separator'));
  const what = t(`export.scope_${scope}`);
  return shown === '' || names.length > NAMES_IN_TITLE ? what : t('export.titled', shown, what);
}

export const exportLocale = (locale: string): ExportLocale => (locale.startsWith('zh') ? 'zh-CN' : 'en');

export const chunksOf = (format: ExportFormat, input: ExportInput, options: ExportOptions): Generator<string> =>
  format === 'markdown'
    ? markdownChunks(input, options)
    : format === 'figures'
      ? figuresCsv(input)
      : measuresCsv(input);

/** The beginning of the document, for the preview. */
export function beginningOf(chunks: Generator<string>, most: number): { text: string; cut: boolean } {
  let text = '';
  for (const chunk of chunks) {
    text += chunk;
    if (text.length > most) {
      chunks.return(undefined);
      return { text: text.slice(0, most), cut: true };
    }
  }
  return { text, cut: false };
}
