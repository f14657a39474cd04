/**
 * Clips → Markdown. A generator of chunks, one clip at a time, so that a large collection is never one string and can
 * be stopped between two chunks. Same input and options, same bytes: order, language and time are arguments.
 */
import { clipRegions } from '../compare/clip-values';
import { byRegionCode, regionName } from '../compare/regions';
import type { Clip } from '../model/clip';
import { citationOf } from './citation';
import { comparisonBlocks, matrixBlocks } from './comparison';
import { type Context, entryBlocks } from './entry';
import { autolink, escapeText, safeAddress } from './escape';
import { frontMatter } from './front-matter';
import type { ExportInput, ExportOptions } from './options';
import { type Section, sectionsOf } from './order';
import { EXPORT_WORDS, type ExportWords } from './words';

/** Version of the format, written into every export. */
export const EXPORT_FORMAT = 1;

/** Marks of all sources, in order of first appearance. */
export const marksOf = (clips: readonly Clip[]): string[] => [...new Set(clips.flatMap((clip) => clip.source.marks))];

const sourcesOf = (clips: readonly Clip[]): number => new Set(clips.map((clip) => clip.source.documentKey)).size;

/** When the youngest of these clips last changed: the version of the data, in place of a clock. */
const lastChange = (clips: readonly Clip[]): string => {
  let last = '';
  for (const { updatedAt } of clips) if (updatedAt > last) last = updatedAt;
  return last;
};

function head(input: ExportInput, options: ExportOptions, words: ExportWords): string[] {
  const regions = [...new Set(input.clips.flatMap(clipRegions))].sort(byRegionCode);
  const marks = marksOf(input.clips).sort();
  const names = regions.map((region) => regionName(region, input.locale === 'en' ? 'en' : 'zh'));
  const front = frontMatter([
    ['title', input.title],
    ['scope', input.scope],
    ['updated', lastChange(input.clips)],
    ['clips', input.clips.length],
    ['sources', sourcesOf(input.clips)],
    ['regions', names],
    ['marks', marks],
    ['grouped-by', options.groupBy],
    ['citation-style', `GB/T 7714—${options.edition}`],
    ['format', EXPORT_FORMAT],
  ]);
  return [
    front,
    `# ${escapeText(input.title)}\n`,
    ...(marks.length > 0
      ? [`> ${words.marks}${words.colon}${marks.map(escapeText).join(words.list)}\n>\n> ${words.marksNotice}\n`]
      : []),
  ];
}

/** Numbers references by first use; every clip of the same reference shares the number. */
function referenceList(input: ExportInput, options: ExportOptions) {
  const numbers = new Map<string, { number: number; address: string | null }>();
  const known = new Map<string, number>();
  return {
    of(clip: Clip): number {
      const seen = known.get(clip.id);
      if (seen !== undefined) return seen;
      const text = citationOf(clip, {
        edition: options.edition,
        bulletinAs: options.bulletinAs,
        ...(input.offsetMinutes === undefined ? {} : { offsetMinutes: input.offsetMinutes }),
      });
      const reference = numbers.get(text) ?? { number: numbers.size + 1, address: safeAddress(clip.source.url) };
      numbers.set(text, reference);
      known.set(clip.id, reference.number);
      return reference.number;
    },
    *lines(): Generator<string> {
      for (const [text, { number, address }] of numbers) {
        const end = ` ${address ?? ''}.`;
        const linked = address !== null && text.endsWith(end);
        const words = linked ? `${escapeText(text.slice(0, -end.length))} ${autolink(address)}.` : escapeText(text);
        yield `\\[${number}\\] ${words}\n`;
      }
    },
    any: () => numbers.size > 0,
  };
}

function* sectionBlocks(sections: readonly Section[], context: Context, level: number): Generator<string> {
  for (const section of sections) {
    yield `${'#'.repeat(level)} ${escapeText(section.name)}\n`;
    for (const entry of section.entries) yield* entryBlocks(entry, context, level + 1);
  }
}

function* memoBlocks(context: Context): Generator<string> {
  const { input, words, options } = context;
  const regions = new Set(input.clips.flatMap(clipRegions)).size;
  const titles = input.locale === 'en' ? ['1. ', '2. ', '3. ', '4. '] : ['一、', '二、', '三、', '四、'];
  const part = (i: number, name: string): string => `## ${escapeText(`${titles[i] ?? ''}${name}`)}\n`;
  yield part(0, words.overview);
  yield `${escapeText(words.counted(input.clips.length, regions, sourcesOf(input.clips)))}\n`;
  yield part(1, words.comparison);
  if (input.table) yield* comparisonBlocks(input.table, context, 3);
  if (input.matrix) yield* matrixBlocks(input.matrix, context, 3);
  yield part(2, words.byProvince);
  yield* sectionBlocks(sectionsOf(input, options, words), context, 3);
  yield part(3, words.implications);
  yield `${words.toWrite}\n`;
}

function* blocks(input: ExportInput, options: ExportOptions): Generator<string> {
  const words = EXPORT_WORDS[input.locale];
  const references = referenceList(input, options);
  const context: Context = { input, options, words, reference: references.of };
  yield* head(input, options, words);
  if (input.scope === 'memo') yield* memoBlocks(context);
  else {
    if (input.scope === 'comparison') {
      if (input.table) yield* comparisonBlocks(input.table, context, 2);
      if (input.matrix) yield* matrixBlocks(input.matrix, context, 2);
    }
    yield* sectionBlocks(sectionsOf(input, options, words), context, 2);
  }
  if (options.references && references.any()) {
    yield `## ${words.references}\n`;
    yield* references.lines();
  }
}

/** Blocks are put together to pieces of about so many characters: a million small ones would cost as much as all of the text. */
const PIECE_CHARS = 16_384;

/** The document in pieces, in order; stop asking to cancel. */
export function* markdownChunks(input: ExportInput, options: ExportOptions): Generator<string> {
  let piece = '';
  let apart = '';
  for (const block of blocks(input, options)) {
    piece += apart + block;
    apart = '\n';
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

export const toMarkdown = (input: ExportInput, options: ExportOptions): string =>
  [...markdownChunks(input, options)].join('');
