/**
 * Measures and figures as CSV for spreadsheets: UTF-8 with a byte order mark (so that Excel in China reads it), CRLF,
 * every cell quoted, and nothing that a spreadsheet would run as a formula (a `'` goes before `=`, `+`, `-`, `@`, tab).
 */
import { clipAgencies, clipDate, clipRegions, clipTitle, isSecondary } from '../compare/clip-values';
import { indicatorOf } from '../compare/figures';
import { regionName } from '../compare/regions';
import { unitsOfClip } from '../compare/units';
import type { Clip } from '../model/clip';
import { pageRange } from './citation';
import { clauseAround } from './clause';
import type { ExportInput } from './options';
import { inPlace } from './order';
import { EXPORT_WORDS, type ExportWords } from './words';

const FORMULA = /^[\s\u200B\uFEFF]{0,100}[=+\-@\t\r＝＋－＠]/u;

export const csvCell = (value: string): string => {
  const clean = value.toWellFormed().replaceAll('\0', '\uFFFD');
  return `"${(FORMULA.test(clean) ? `'${clean}` : clean).replaceAll('"', '""')}"`;
};

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const common = (clip: Clip, input: ExportInput, words: ExportWords): string[] => [
  clipRegions(clip)
    .map((region) => regionName(region, input.locale === 'en' ? 'en' : 'zh'))
    .join(words.list),
  clipTitle(clip),
  clipAgencies(clip).join(words.list),
];
const origin = (clip: Clip, words: ExportWords): string[] => [
  words.titled(clip.source.title, clip.source.issueNumber ?? ''),
  clipDate(clip) ?? '',
  pageRange(clip) ?? '',
  clip.source.url,
  [isSecondary(clip) ? words.secondary : words.original, ...(clip.typed ? [words.typed] : [])].join(words.list),
  clip.source.marks.join(words.list),
];

const head = (words: ExportWords): string[] => [words.region, words.item, words.agencies];
const tail = (words: ExportWords): string[] => [
  words.source,
  words.date,
  words.page,
  words.address,
  words.original,
  words.marks,
];

/** One row per figure. */
export function* figuresCsv(input: ExportInput): Generator<string> {
  const words = EXPORT_WORDS[input.locale];
  yield `\uFEFF${line([...head(words), words.indicator, words.value, words.normalised, words.unit, words.figureKind, words.year, ...tail(words)])}`;
  for (const clip of inPlace(input.clips)) {
    for (const figure of clip.item.figures) {
      yield line([
        ...common(clip, input, words),
        indicatorOf(figure) ?? clauseAround(clip.item.text, figure.at),
        figure.text,
        String(figure.value),
        figure.unit,
        words.figureKinds[figure.kind],
        figure.year === null ? '' : String(figure.year),
        ...origin(clip, words),
      ]);
    }
  }
}

/** One row per measure (or point of an umbrella measure, or paragraph). */
export function* measuresCsv(input: ExportInput): Generator<string> {
  const words = EXPORT_WORDS[input.locale];
  yield `\uFEFF${line([...head(words), words.label, words.measure, words.text, words.tags, ...tail(words)])}`;
  for (const clip of inPlace(input.clips)) {
    for (const unit of unitsOfClip(clip.id, clip)) {
      yield line([
        ...common(clip, input, words),
        unit.label,
        unit.heading,
        unit.text,
        clip.tags.join(words.list),
        ...origin(clip, words),
      ]);
    }
  }
}
