/** The comparison as Markdown: the table as it stands on the screen, figures with what does not agree, the matrix. */

import { clipTitle } from '../compare/clip-values';
import type { Matrix, MatrixCell } from '../compare/matrix';
import { regionName } from '../compare/regions';
import type { CompareColumn, CompareRow, CompareTable, CompareUnit, FigureGroup } from '../compare/types';
import { unitName } from '../compare/units';
import type { Clip } from '../model/clip';
import { type Context, figureCells } from './entry';
import { escapeText, table } from './escape';

const BREAK = '<br>';

/** Province, or the clip's title; the same name twice gets the title as well. */
export function columnName(column: CompareColumn, columns: readonly CompareColumn[], locale: 'zh' | 'en'): string {
  const [clip] = column.clips;
  const title = clip ? clipTitle(clip) : '';
  if (column.region === null) return title;
  const region = regionName(column.region, locale);
  const twice = columns.filter((other) => other.region === column.region).length > 1;
  return twice ? `${region} · ${title}` : region;
}

interface Names {
  of(columnId: string): string;
  clip(id: string): Clip | undefined;
}

function namesOf(columns: readonly CompareColumn[], context: Context): Names {
  const locale = context.input.locale === 'en' ? 'en' : 'zh';
  const names = new Map(columns.map((column) => [column.id, columnName(column, columns, locale)]));
  const clips = new Map(columns.flatMap((column) => column.clips.map((clip) => [clip.id, clip] as const)));
  return { of: (id) => names.get(id) ?? id, clip: (id) => clips.get(id) };
}

/** `(1) 标题：正文 [3]`, each paragraph on a line of the cell. */
function unitText(unit: CompareUnit, names: Names, { reference, options, words }: Context): string {
  const clip = names.clip(unit.clipId);
  const head = unitName(unit);
  const text = `${head === '' ? '' : `${head}${words.colon}`}${unit.text}`;
  const lines = text
    .split(/\r\n?|\n/u)
    .map(escapeText)
    .join(BREAK);
  return `${lines}${clip && options.references ? ` \\[${reference(clip)}\\]` : ''}`;
}

function rowHead(row: CompareRow, names: Names, { words, input }: Context): string {
  const themes = row.themes.map((code) => input.themeName?.(code) ?? code).join(words.list);
  const name = row.by === 'theme' && row.titled === 'found' ? themes : row.title;
  const remarks = [
    row.only === null ? '' : words.onlyHere(names.of(row.only)),
    row.by === 'theme' ? words.byTheme : '',
    row.score === null ? '' : words.similarity(row.score.toFixed(2)),
    row.matches.some((match) => match.score === null) ? words.byHand : '',
  ].filter(Boolean);
  return escapeText(name) + (remarks.length > 0 ? `${BREAK}${escapeText(remarks.join(words.and))}` : '');
}

function figureTable(group: FigureGroup, names: Names, { words }: Context): string[] {
  const warning =
    group.verdict === 'differs'
      ? [`${escapeText(words.notComparable(group.reasons.map((reason) => words.reasons[reason]).join(words.list)))}\n`]
      : [];
  return [
    table(
      [words.region, words.indicator, words.value, words.figureKind, words.year],
      group.entries.map((entry) => [escapeText(names.of(entry.column)), ...figureCells(entry.figure, words)]),
    ),
    ...warning,
  ];
}

/** The table of aligned measures, then the figures that two or more sides give. */
export function comparisonBlocks(compared: CompareTable, context: Context, level: number): string[] {
  const { columns, rows } = compared;
  const names = namesOf(columns, context);
  const { words } = context;
  const main = table(
    [words.row, ...columns.map((column) => escapeText(names.of(column.id)))],
    rows.map((row) => [
      rowHead(row, names, context),
      ...row.cells.map((units) => units.map((unit) => unitText(unit, names, context)).join(BREAK) || '—'),
    ]),
  );
  const groups = rows.flatMap((row) => row.figures.filter((group) => group.verdict !== 'alone'));
  return [
    main,
    ...(groups.length > 0 && context.options.figures
      ? [`${'#'.repeat(level)} ${words.rowFigures}\n`, ...groups.flatMap((group) => figureTable(group, names, context))]
      : []),
  ];
}

function cellText(cell: MatrixCell, clips: ReadonlyMap<string, Clip>, context: Context): string {
  const { words, options, reference } = context;
  if (cell.state === 'none-found') return escapeText(words.cells['none-found'](cell.on));
  if (cell.state !== 'clips') return words.cells[cell.state];
  return cell.units
    .map((unit) => {
      const clip = clips.get(unit.clipId);
      const head = unitName(unit) || unit.text.slice(0, 40);
      return `${escapeText(head)}${clip && options.references ? ` \\[${reference(clip)}\\]` : ''}`;
    })
    .join(BREAK);
}

/** Province × theme; an empty cell says which kind of empty it is. */
export function matrixBlocks(matrix: Matrix, context: Context, level: number): string[] {
  const { words, input } = context;
  const clips = new Map(input.clips.map((clip) => [clip.id, clip]));
  const locale = input.locale === 'en' ? 'en' : 'zh';
  return [
    `${'#'.repeat(level)} ${escapeText(words.matrix)}\n`,
    table(
      [words.region, ...matrix.themes.map((theme) => escapeText(input.themeName?.(theme) ?? theme))],
      matrix.regions.map((region, i) => [
        regionName(region, locale),
        ...(matrix.cells[i] ?? []).map((cell) => cellText(cell, clips, context)),
      ]),
    ),
  ];
}
