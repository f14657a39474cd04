/**
 * The head of a document: title, issue number, issuers, date, region, number, handling marks. What the page states in
 * meta tags and tables goes before what its first and last lines print.
 */
import type { DocumentHead } from '@/lib/core/model/item';
import { type Found, found } from '@/lib/core/model/span';
import { withoutTools } from '../clean/article';
import { bare } from '../clean/lines';
import { cityIn, findDate, findPlaces, regionOfAgency, regionOfHost, regionOfSiteId } from '../fields';
import type { Para } from '../paragraph';
import type { Prepared } from '../prepare';
import { EMPTY, slice, spansOf, type Traced } from '../traced';
import { isFactLine, valuesOf } from './facts';
import { findMarks } from './find-marks';
import { readIssuers } from './issuers';
import {
  isAgencyLine,
  isBodyName,
  isDatedBody,
  isDateLine,
  isIssueLine,
  isMonthLine,
  isNumberLine,
  isRemark,
  isRunningNumber,
  isSalutation,
  isSerialLine,
  issueIn,
  publisherIn,
} from './lines';
import { isMark } from './marks';
import { findOrder } from './order';
import { readDate, readNumber } from './publication';
import { findPrinted, guessTitle, type TitleLine, titleParts, withVersion } from './title';

export interface ReadHead {
  head: DocumentHead;
  /** Value of `head.title`, with its places. */
  title: Traced;
  /** Paragraphs of the article that belong to its head: `[0, bodyFrom)`. */
  bodyFrom: number;
  /** Where the title stands if only its look speaks for it. */
  titleFrom: number | null;
  /** The lines of the head that stand in the article. */
  lines: Para[];
}

const HEAD_REACH = 40;
const ABOVE_REACH = 20;
/** A report may stand above the title of the document it brings. */
const GUESS_REACH = 6;
/** 民政部令 and 第83号 may stand on two lines, with the title in between or below. */
const ORDER_REACH = 2;
const ISSUE_TAIL =
  /\s{0,3}[（(〔[]?(?:\d{4}\s?年)?\s?第\s{0,2}[\d一二三四五六七八九十百〇零]{1,6}\s{0,2}期[）)〕\]]?.{0,20}$/u;

/** 关于…的意见（国办发〔2018〕123号）, as tabs are named. */
const NUMBER_TAIL = /\s{0,3}[（(][一-龥]{1,12}[〔[［【(（]\d{4}[〕\]］】)）]\s?\d{1,5}\s?号[）)]$/u;
/** 鲁政发〔2014〕20号《山东省人民政府关于…的实施意见》, as collections name what they hold. */
const NUMBERED = /^[一-龥]{1,12}[〔[［【(（]\d{4}[〕\]］】)）]\s?\d{1,5}\s?号\s{0,3}《(.{4,200})》$/u;

/** What a page may call the document, from what the document itself prints to all that the page adds. */
const spellingsOf = (name: string): string[] => {
  const own = [NUMBERED.exec(name)?.[1] ?? '', name.replace(ISSUE_TAIL, ''), name.replace(NUMBER_TAIL, '')];
  return [...own.map((text) => text.trim()).filter((text) => text !== '' && text !== name), name];
};

interface ReadTitle {
  title: Traced | null;
  sure: boolean;
  line: TitleLine | null;
  guessed: boolean;
}

/** A name in Chinese characters, not one of a file. */
const isName = (text: string): boolean =>
  /^[\p{Script=Han}\d、（）()《》“”—-]{4,60}$/u.test(text) && !/^[\d-]+$/u.test(text);

function readTitle({ model, article, above, facts }: Prepared, mayGuess: boolean): ReadTitle {
  const stated = valuesOf(facts, 'title');
  // A page named after its body says whose it is, not what.
  const names = [...stated.map(({ text }) => text), ...titleParts(model.title)].filter((name) => !isBodyName(name));
  const wanted = names.flatMap(spellingsOf);
  const printedAt = findPrinted(article, wanted, headEnd(article));
  if (printedAt) {
    const line = withVersion(printedAt, article);
    return { title: line.title, sure: true, line, guessed: false };
  }
  const best = mayGuess ? guessTitle(article, Math.max(headEnd(article), GUESS_REACH)) : null;
  const guessed = best && withVersion(best, article);
  const printed = findPrinted(above, wanted, above.length);
  if (printed) return { title: printed.title, sure: true, line: null, guessed: false };
  const [said] = stated;
  if (said) return { title: said, sure: true, line: guessed, guessed: false };
  if (guessed) return { title: guessed.title, sure: true, line: guessed, guessed: true };
  const named = mayGuess ? wanted[0] : wanted.find(isName);
  return { title: named ? { text: named, pieces: [] } : null, sure: false, line: null, guessed: true };
}

/** The head ends where running text begins. */
function headEnd(article: readonly Para[]): number {
  const at = article
    .slice(0, HEAD_REACH)
    .findIndex((para) => para.text.length > 60 && /[。；]/u.test(para.text) && !isFactLine(para) && !isRemark(para));
  return at < 0 ? Math.min(HEAD_REACH, article.length) : Math.max(1, at);
}

const belongsToHead = (para: Para): boolean =>
  isFactLine(para) ||
  isNumberLine(para) ||
  isDateLine(para) ||
  isMonthLine(para) ||
  isAgencyLine(para) ||
  isDatedBody(para) ||
  isIssueLine(para) ||
  isRunningNumber(para) ||
  isSerialLine(para) ||
  isRemark(para) ||
  isSalutation(para) ||
  isMark(para) ||
  publisherIn(para) !== null;

const MAX_TITLE = 200;

/** What a title is about: a site may put 三部委 for the bodies that the document's own title names. */
const subjectOf = (title: string): string => {
  const at = title.indexOf('关于');
  return at < 0 ? '' : bare(title.slice(at));
};

/** 【全文】: what a database of law puts above the text, below its own table. */
const TEXT_MARK = /^[【[（(] ?(?:全文|正文) ?[】\])）]$/u;

function bodyStart(article: readonly Para[], from: number, title: string): number {
  const marked = article.slice(0, ENTRY_REACH).findIndex(({ text }) => TEXT_MARK.test(text));
  let at = Math.max(from, marked + 1);
  const about = subjectOf(title);
  const isAgain = (para: Para) =>
    bare(para.text) === bare(title) ||
    (about !== '' && para.text.length <= MAX_TITLE && subjectOf(para.text) === about);
  for (let para = article[at]; para && at < HEAD_REACH; para = article[at]) {
    if (!belongsToHead(para) && !isAgain(para)) break;
    at += 1;
  }
  return at + subtitles(article.slice(at, at + ENTRY_REACH));
}

const MOST_SUBTITLES = 2;
const MAX_SUBTITLE = 60;
/** Within it a digest dates its second entry. */
const ENTRY_REACH = 40;

/** Lines of a subtitle between a title and the line that dates the text, that line included; 0 where there are none. */
function subtitles(paras: readonly Para[]): number {
  const dated = paras.flatMap((para, i) => (isFactLine(para) && findDate(para.text) ? [i] : []));
  const [at = 0] = dated;
  const short = ({ text, label }: Para) => !label && text.length <= MAX_SUBTITLE && !/[。；：]/u.test(text);
  return dated.length === 1 && at <= MOST_SUBTITLES && paras.slice(0, at).every(short) ? at + 1 : 0;
}

const hostOf = (url: string): string => /^https?:\/\/([^/?#:]{1,253})/iu.exec(url)?.[1]?.toLowerCase() ?? '';

/** Of the site or of the place a title names first. */
function guessRegion({ model }: Prepared, title: string): string | null {
  const siteId = model.meta.find(([name]) => name.toLowerCase() === 'siteidcode')?.[1];
  const ofSite = siteId ? regionOfSiteId(siteId) : null;
  return ofSite ?? regionOfHost(hostOf(model.url)) ?? findPlaces(title, 1)[0]?.code ?? null;
}

/** The city whose 市财政局 a line of issuers means: of the title or of the site. */
function cityOf({ model }: Prepared, title: string, region: string | null): string | null {
  const site = model.meta.find(([name]) => name.toLowerCase() === 'sitename')?.[1] ?? '';
  return region === null ? null : cityIn([title, model.title, site], region);
}

function readRegion(guess: string | null, issuers: readonly Found<string>[]): Found<string> | null {
  for (const issuer of issuers) {
    const code = regionOfAgency(issuer.value);
    if (code) return found(code, issuer.spans);
  }
  return guess ? found(guess, [], false) : null;
}

/** （转载）样品市人民政府关于…的通知: what the site that prints it again says of it. */
const REPRINT = /^[（(【[](?:转载|转发|转|原文)[）)】\]]\s{0,2}/u;

/** 《…》 around all of it, and a mark of a reprint, are no part of a title. */
function unmarked(title: Traced): Traced {
  const own = slice(title, REPRINT.exec(title.text)?.[0].length ?? 0);
  return /^《[^《》]+》$/u.test(own.text) ? slice(own, 1, own.text.length - 1) : own;
}

/** Above the text such a line leads elsewhere and states nothing. */
const isLink = ({ block }: Para): boolean => (block.links ?? 0) > 0.7;

/** @param mayGuess whether the line that looks most like a title may be taken for one */
export function readHead(prepared: Prepared, { mayGuess } = { mayGuess: true }): ReadHead {
  const { article, above, facts, model } = prepared;
  const { title: printed, sure, line, guessed } = readTitle(prepared, mayGuess);
  const title = printed && unmarked(printed);
  const bodyFrom = bodyStart(article, line?.to ?? 0, title?.text ?? '');
  const lines = [
    ...withoutTools(above.slice(-ABOVE_REACH)).filter((para) => !isLink(para)),
    ...article.slice(0, bodyFrom),
  ];
  const name = title?.text ?? '';
  const guess = guessRegion(prepared, name);
  const order = findOrder([
    ...lines,
    ...article.slice(bodyFrom, bodyFrom + ORDER_REACH),
    { text: model.title, pieces: [] },
  ]);
  const sources = { facts, lines, article, order };
  const issuers = readIssuers({
    ...sources,
    title: name,
    scope: { region: guess, city: cityOf(prepared, name, guess) },
  });
  return {
    head: {
      title: title ? found(title.text, spansOf(title), sure) : null,
      issueNumber: [...lines.filter(isIssueLine), ...(title ? [title] : [])].map(issueIn).find(Boolean) ?? null,
      issuers,
      publishedOn: readDate(sources),
      region: readRegion(guess, issuers),
      docNumber: readNumber(sources),
      marks: findMarks(prepared),
    },
    title: title ?? EMPTY,
    bodyFrom,
    titleFrom: guessed ? (line?.from ?? null) : null,
    lines,
  };
}
