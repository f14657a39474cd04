/** One clip as Markdown: heading, facts, text, figures, note, source line. Blocks end in one line feed. */
import { clipAgencies, clipDate, clipDocNumbers, clipSection, clipTitle, isSecondary } from '../compare/clip-values';
import { indicatorOf } from '../compare/figures';
import type { Clip } from '../model/clip';
import type { Figure } from '../model/item';
import { bodyBlocks, renderBlocks } from './body';
import { pageRange } from './citation';
import { clauseAround } from './clause';
import { dayOf } from './day';
import { escapeText, linesOf, link, table } from './escape';
import type { ExportInput, ExportOptions } from './options';
import type { Entry } from './order';
import { pictureFile } from './picture';
import { placeLink } from './place-link';
import type { ExportWords } from './words';

export interface Context {
  input: ExportInput;
  options: ExportOptions;
  words: ExportWords;
  /** Number of a clip's reference in the list at the end. */
  reference(clip: Clip): number;
}

const mark = (number: number): string => `\\[${number}\\]`;

function facts(clip: Clip, { words }: Context): string {
  const list = (values: readonly string[]): string => values.map(escapeText).join(words.list);
  const numbers = clipDocNumbers(clip);
  const section = clipSection(clip);
  const documents = clip.item.documents.map((document) => `《${document.value}》`);
  const entries: [string, string][] = [
    [words.agencies, list(clipAgencies(clip))],
    [words.documents, list(documents)],
    [words.docNumber, numbers.length > 0 ? list(numbers) : documents.length > 0 ? words.noDocNumber : ''],
    [words.kind, clip.type === 'excerpt' ? words.excerpt : words.itemKinds[clip.item.kind]],
    [words.section, section === null ? '' : escapeText(section)],
    [words.tags, list(clip.tags)],
  ];
  return entries
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}${words.colon}${value}`)
    .join(words.and)
    .concat('\n');
}

/** As printed, after the sign of its bound: the word for it often stands elsewhere in the sentence. */
export const figureText = (figure: Figure, words: ExportWords): string =>
  figure.bound === null ? figure.text : `${words.bounds[figure.bound]} ${figure.text}`;

/** `text` is the item's, for the words around a figure that names no indicator. */
export const figureCells = (figure: Figure, words: ExportWords, text = ''): string[] => [
  escapeText(indicatorOf(figure) ?? clauseAround(text, figure.at)),
  escapeText(figureText(figure, words)),
  words.figureKinds[figure.kind],
  figure.year === null ? '' : String(figure.year),
];

function figures(found: readonly Figure[], text: string, { words, options }: Context): string[] {
  if (!options.figures || found.length === 0) return [];
  const header = [words.indicator, words.value, words.figureKind, words.year];
  return [
    table(
      header,
      found.map((figure) => figureCells(figure, words, text)),
    ),
  ];
}

const quote = (text: string, title: string, words: ExportWords): string =>
  linesOf(text)
    .map((line, i) => `> ${i === 0 ? title + words.colon : ''}${escapeText(line)}\n`)
    .join('>\n');

/** Bulletin, issue, date, pages, link to the place, day of clipping, whether it is the original, marks, reference. */
export function sourceLine(clip: Clip, { words, input, options, reference }: Context): string {
  const { source } = clip;
  const place = placeLink(clip);
  const pages = pageRange(clip);
  const title = source.title || source.fileName || words.noSource;
  const parts = [
    escapeText(words.titled(title, source.issueNumber ?? '')),
    clipDate(clip) ?? '',
    pages === null ? '' : words.issuePages(pages),
    place === null ? escapeText(source.fileName ?? '') : link(words.place, place),
    words.clippedOn(dayOf(clip.createdAt, input.offsetMinutes)),
    isSecondary(clip) ? words.secondary : words.original,
    clip.typed ? words.typed : '',
    clip.picture && !input.pictures?.has(clip.id) ? words.pictureElsewhere : '',
    source.marks.length > 0 ? `${words.marks}${words.colon}${source.marks.map(escapeText).join(words.list)}` : '',
  ].filter(Boolean);
  const number = options.references ? ` ${mark(reference(clip))}` : '';
  return `${words.source}${words.colon}${parts.join(words.and)}${number}\n`;
}

/** The picture where it lies beside the document. */
function picture(clip: Clip, { input, words }: Context): string[] {
  const file = input.pictures?.has(clip.id) ? pictureFile(clip) : null;
  return file === null ? [] : [`![${words.picture(clip.typed?.page ?? 1)}](${file})\n`];
}

/** Blocks of one entry, to be separated by empty lines. */
export function entryBlocks(entry: Entry, context: Context, level: number): string[] {
  const { clip, units } = entry;
  const { words, options } = context;
  const body =
    units === null
      ? renderBlocks(bodyBlocks(clip.item))
      : units
          .map(
            (unit) =>
              `- ${renderBlocks(
                linesOf(clip.item.text.slice(unit.at.start, unit.at.end)).map((text) => ({ kind: 'paragraph', text })),
                '  ',
              ).slice(2)}`,
          )
          .join('\n');
  const shown = units === null ? clip.item.figures : units.flatMap((unit) => unit.figures);
  return [
    `${'#'.repeat(level)} ${escapeText(clipTitle(clip))}\n`,
    facts(clip, context),
    ...(body === '' ? [] : [body]),
    ...picture(clip, context),
    ...figures(shown, clip.item.text, context),
    ...(options.notes && clip.note.trim() !== '' ? [quote(clip.note, words.note, words)] : []),
    sourceLine(clip, context),
  ];
}
