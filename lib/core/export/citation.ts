/**
 * References after GB/T 7714—2025 (in force since 2026-07-01), with the 2015 edition as an option.
 *
 * - Corporate authors as given, at most three, then 等. 2025 separates by full-width `，` and `：` and brackets dates and
 *   issues by `（）`; 2015 uses half width followed by a space.
 * - A policy document read at its source, under the title that it bears: `机关. 题名：文号[EB/OL]. （发布日期）[引用日期].
 *   网址.` (2015: `[A/OL]`); without an address `[Z]. 年.` (2015: `[A]`).
 * - An item of a bulletin, by choice: as an article of a serial `编者. 题名[J]. 刊名，年（期）：页码.`, the issue as a
 *   report `编者. 刊名：第57期[R/OL]. 日期. 网址.`, or as a web page `[EB/OL]`. On-line serials and reports carry no
 *   access date in 2025, and do in 2015.
 */
import { clipAgencies, clipDate, clipTitle } from '../compare/clip-values';
import type { Clip } from '../model/clip';
import { dayOf } from './day';
import { safeAddress } from './escape';

export type CitationEdition = '2025' | '2015';
export type BulletinAs = 'J' | 'R' | 'EB';

export interface CitationOptions {
  edition: CitationEdition;
  /** What a bulletin counts as; default `J`. */
  bulletinAs?: BulletinAs;
  offsetMinutes?: number;
}

interface Marks {
  comma: string;
  colon: string;
  round(inner: string): string;
}
const MARKS: Record<CitationEdition, Marks> = {
  '2025': { comma: '，', colon: '：', round: (inner) => `（${inner}）` },
  '2015': { comma: ', ', colon: ': ', round: (inner) => `(${inner})` },
};
const MAX_AUTHORS = 3;

const authorsOf = (names: readonly string[], { comma }: Marks): string =>
  names.length === 0
    ? ''
    : `${names.slice(0, MAX_AUTHORS).join(comma)}${names.length > MAX_AUTHORS ? `${comma}等` : ''}. `;

/** 第57期 → 57; what has no number stays as printed. */
const issueOf = (printed: string): string =>
  /第\s?(\d{1,6})\s?期/u.exec(printed)?.[1] ?? /(\d{1,6})(?!.{0,60}\d)/u.exec(printed)?.[1] ?? printed;

/** 《…》 around a whole title belong to the page, not to the title. */
const bare = (title: string): string => /^《([^《》]*)》$/u.exec(title)?.[1] ?? title;

/** First and last page, joined as the standard joins them. */
export const pageRange = (clip: Clip): string | null => {
  const { pages } = clip.item;
  if (pages === null) return clip.anchor.page === null ? null : String(clip.anchor.page);
  return pages[0] === pages[1] ? String(pages[0]) : `${pages[0]}-${pages[1]}`;
};

interface Parts {
  clip: Clip;
  marks: Marks;
  modern: boolean;
  address: string | null;
  date: string | null;
  /** Day of access in brackets, or nothing without an address. */
  accessed: string;
}

const online = (parts: Parts): string => (parts.address === null ? '' : ` ${parts.address}.`);
const dated = ({ date, marks }: Parts): string => (date === null ? '' : marks.round(date));

function policy(parts: Parts): string {
  const { clip, marks, modern, address, date } = parts;
  const agencies = clipAgencies(clip);
  const title = clip.corrections.title ?? bare(clip.source.title || clipTitle(clip));
  const number = clip.source.docNumber;
  const head = `${authorsOf(agencies.length > 0 ? agencies : clip.source.issuers, marks)}${title}${number ? marks.colon + number : ''}`;
  if (address === null) return `${head}[${modern ? 'Z' : 'A'}].${date === null ? '' : ` ${date.slice(0, 4)}.`}`;
  return `${head}[${modern ? 'EB' : 'A'}/OL]. ${dated(parts)}${parts.accessed}.${online(parts)}`;
}

function article(parts: Parts): string {
  const { clip, marks, modern, address, date } = parts;
  const issue = clip.source.issueNumber === null ? '' : marks.round(issueOf(clip.source.issueNumber));
  const year = date?.slice(0, 4) ?? '';
  const pages = pageRange(clip);
  const place = `${year}${issue}${pages === null ? '' : marks.colon + pages}`;
  const head = `${authorsOf(clip.source.issuers, marks)}${clipTitle(clip)}[J${address === null ? '' : '/OL'}]. `;
  const serial = `${clip.source.title}${place === '' ? '' : marks.comma + place}`;
  return `${head}${serial}${modern ? '' : parts.accessed}.${online(parts)}`;
}

function report(parts: Parts): string {
  const { clip, marks, modern, address, date } = parts;
  const issue = clip.source.issueNumber === null ? '' : marks.colon + clip.source.issueNumber;
  const head = `${authorsOf(clip.source.issuers, marks)}${clip.source.title}${issue}[R${address === null ? '' : '/OL'}].`;
  const when = modern || address === null ? (date ?? '') : `${dated(parts)}${parts.accessed}`;
  return `${head}${when === '' ? '' : ` ${when}.`}${online(parts)}`;
}

function webPage(parts: Parts): string {
  const { clip, marks, address } = parts;
  const serial = clip.source.title === '' ? '' : `${marks.colon}${clip.source.title}${clip.source.issueNumber ?? ''}`;
  const head = `${authorsOf(clip.source.issuers, marks)}${clipTitle(clip)}${serial}[EB${address === null ? '' : '/OL'}].`;
  const when = `${dated(parts)}${parts.accessed}`;
  return `${head}${when === '' ? '' : ` ${when}.`}${online(parts)}`;
}

/** The reference of one clip, one line, ending in a full stop. */
export function citationOf(clip: Clip, options: CitationOptions): string {
  const address = safeAddress(clip.source.url);
  const parts: Parts = {
    clip,
    marks: MARKS[options.edition],
    modern: options.edition === '2025',
    address,
    date: clipDate(clip),
    accessed: address === null ? '' : `[${dayOf(clip.createdAt, options.offsetMinutes)}]`,
  };
  if (clip.source.kind === 'policy') return policy(parts);
  if (clip.source.kind === 'none') return webPage(parts);
  const write = { J: article, R: report, EB: webPage }[options.bulletinAs ?? 'J'];
  return write(parts);
}
