/** What a column and its source are called on the screen, in the language of the interface. */
import { clipDate, clipTitle, isSecondary } from '@/lib/core/compare/clip-values';
import type { CompareColumn, CompareRow } from '@/lib/core/compare/types';
import type { Clip } from '@/lib/core/model/clip';
import type { I18n } from '../i18n';

/** Province, or the item's title where there is none; the title follows where a province has two columns. */
export function columnName(column: CompareColumn, columns: readonly CompareColumn[], { region }: I18n): string {
  const [clip] = column.clips;
  const title = clip ? clipTitle(clip) : '';
  if (column.region === null) return title;
  const name = region(column.region);
  const twice = columns.filter((other) => other.region === column.region).length > 1;
  return twice ? `${name} · ${title}` : name;
}

/** 转引自《创新驱动要参》第57期, or 原文. */
export function sourceName(clip: Clip, { t }: I18n): string {
  const { source } = clip;
  if (!isSecondary(clip)) return [source.docNumber, t('compare.original')].filter(Boolean).join(' · ');
  const title = `${source.title}${source.issueNumber ? ` ${source.issueNumber}` : ''}`;
  return [t('compare.secondary', title || source.siteName || source.fileName || ''), clipDate(clip)]
    .filter(Boolean)
    .join(' · ');
}

/** Where a passage stands, short: 三秦科技要情 第8期 · (1) · 第 2 页. An original is named by its document number. */
export function placeName(clip: Clip, label: string, { t, issue }: I18n): string {
  const { source, item } = clip;
  const named = isSecondary(clip)
    ? [source.title, source.issueNumber && issue(source.issueNumber)].filter(Boolean).join(' ') || source.siteName
    : source.docNumber || t('compare.original');
  const [first, last] = item.pages ?? [];
  const pages = first && (first === last ? t('item.pages', first) : t('item.pageRange', first, last ?? first));
  return [named || source.fileName, label, pages].filter(Boolean).join(' · ');
}

export const columnById = (columns: readonly CompareColumn[], id: string): CompareColumn | undefined =>
  columns.find((column) => column.id === id);

/** What a row is about: what the person called it, its themes, or the heading that stands for it. */
export const rowName = (row: CompareRow, { t, maybe }: I18n): string =>
  row.by === 'theme' && row.titled === 'found'
    ? row.themes.map((code) => maybe(`theme.${code}`, code)).join(t('common.separator'))
    : row.title;
