/**
 * The head of a document: title, issue number, issuers, date, region, number, handling marks. What the page states in
 * meta tags and tables goes before what its first and last lines print.
 */
import type { DocumentHead } from '@/lib/core/model/item';
import { type Found, found } from '@/lib/core/model/span';
import {
  findDate,
  findDocNumbers,
  findPlaces,
  regionOfAgency,
  regionOfHost,
  regionOfSiteId,
  splitAgencies,
} from '../fields';
import type { Para } from '../paragraph';
import type { Prepared } from '../prepare';
import { spansOf, type Traced } from '../traced';
import { type Fact, isFactLine, valuesOf } from './facts';
import { isAgencyLine, isDateLine, isIssueLine, isNumberLine, isRemark, isSalutation, issueIn, marksIn } from './lines';
import { findPrinted, guessTitle, type TitleLine, titleParts } from './title';

export interface ReadHead {
  head: DocumentHead;
  /** Paragraphs of the article that belong to its head: `[0, bodyFrom)`. */
  bodyFrom: number;
  /** Where the title stands if only its look speaks for it. */
  titleFrom: number | null;
  /** The lines of the head that stand in the article. */
  lines: Para[];
}

const HEAD_REACH = 40;
const MARK_REACH = 12;
const ISSUE_TAIL =
  /\s{0,3}[（(〔[]?(?:\d{4}\s?年)?\s?第\s{0,2}[\d一二三四五六七八九十百〇零]{1,6}\s{0,2}期[）)〕\]]?.{0,20}$/u;

const foundIn = (source: Traced, value = source.text): Found<string> => found(value, spansOf(source));

function readTitle({ model, article, above, facts }: Prepared): {
  title: Found<string> | null;
  line: TitleLine | null;
  guessed: boolean;
} {
  const stated = valuesOf(facts, 'title');
  const names = [...stated.map(({ text }) => text), ...titleParts(model.title)];
  const wanted = names.flatMap((name) => {
    const plain = name.replace(ISSUE_TAIL, '').trim();
    return plain && plain !== name ? [plain, name] : [name];
  });
  const inArticle = findPrinted(article, wanted, headEnd(article));
  if (inArticle) return { title: foundIn(inArticle.title), line: inArticle, guessed: false };
  const guessed = guessTitle(article, headEnd(article));
  const printed = findPrinted(above, wanted, above.length);
  if (printed) return { title: foundIn(printed.title), line: null, guessed: false };
  const [said] = stated;
  if (said) return { title: foundIn(said), line: guessed, guessed: false };
  if (guessed) return { title: foundIn(guessed.title), line: guessed, guessed: true };
  const [named] = wanted;
  return { title: named ? found(named, [], false) : null, line: null, guessed: true };
}

/** The head ends where running text begins. */
function headEnd(article: readonly Para[]): number {
  const at = article.slice(0, HEAD_REACH).findIndex((para) => para.text.length > 60 && /[。；]/u.test(para.text));
  return at < 0 ? Math.min(HEAD_REACH, article.length) : Math.max(1, at);
}

const belongsToHead = (para: Para): boolean =>
  isFactLine(para) ||
  isNumberLine(para) ||
  isDateLine(para) ||
  isAgencyLine(para) ||
  isIssueLine(para) ||
  isRemark(para) ||
  isSalutation(para) ||
  marksIn(para).length > 0;

/** Bodies on a line; 中共 before a party body belongs to its name. */
function agenciesIn(source: Traced, region: string | null): Found<string>[] {
  return splitAgencies(source.text, { region }).map(({ name, start, end, sure }) => {
    const party = source.text.slice(0, start).endsWith('中共');
    const from = party ? start - 2 : start;
    return found(party && !name.startsWith('中共') ? `中共${name}` : name, spansOf(source, from, end), sure);
  });
}

const distinct = (values: readonly Found<string>[]): Found<string>[] =>
  values.filter(({ value }, i) => values.findIndex((other) => other.value === value) === i);

/** Names of bodies that a title begins with, before 关于 or 印发. */
function issuersInTitle(title: Found<string> | null, region: string | null): Found<string>[] {
  const end = title?.value.search(/关于|印发|转发|公布|发布/u) ?? -1;
  if (!title || end <= 0) return [];
  return splitAgencies(title.value.slice(0, end), { region }).map(({ name, sure }) => found(name, [], sure));
}

function signatures(article: readonly Para[]): Found<string>[] {
  const lines: Para[] = [];
  for (const para of article.slice(-60)) if (isAgencyLine(para)) lines.push(para);
  return distinct(lines.flatMap((para) => agenciesIn(para, null)));
}

function readIssuers(
  prepared: Prepared,
  title: Found<string> | null,
  lines: readonly Para[],
  region: string | null,
): Found<string>[] {
  const stated = prepared.facts.filter(({ fact, label }) => fact === 'issuer' && !/author|publisher/iu.test(label));
  const fromFacts = distinct(stated.flatMap(({ value }) => agenciesIn(value, region)));
  const fromTitle = issuersInTitle(title, region);
  if (fromTitle.length > fromFacts.length) return fromTitle;
  if (fromFacts.length > 0) return fromFacts;
  const fromLines = distinct(lines.filter(isAgencyLine).flatMap((para) => agenciesIn(para, region)));
  if (fromLines.length > 0) return fromLines;
  return signatures(prepared.article);
}

function dateIn(source: Traced): Found<string> | null {
  const hit = findDate(source.text);
  return hit ? found(hit.value, spansOf(source, hit.start, hit.end), hit.sure) : null;
}

function readDate({ facts, article }: Prepared, lines: readonly Para[]): Found<string> | null {
  const first = (sources: readonly Traced[]) => {
    for (const source of sources) {
      const date = dateIn(source);
      if (date) return date;
    }
    return null;
  };
  return (
    first(valuesOf(facts, 'published')) ??
    first(lines.filter((para) => isDateLine(para) || isAgencyLine(para))) ??
    first(lines.filter((para) => para.text.length < 60)) ??
    first(valuesOf(facts, 'signed')) ??
    first(article.slice(-60).filter(isDateLine).toReversed()) ??
    first(article.slice(-6).filter((para) => para.text.length < 60))
  );
}

function readNumber(facts: readonly Fact[], lines: readonly Para[]): Found<string> | null {
  for (const value of [...valuesOf(facts, 'docNumber'), ...lines.filter(isNumberLine)]) {
    const [hit] = findDocNumbers(value.text);
    if (hit) return found(hit.value, spansOf(value, hit.start, hit.end), hit.sure);
  }
  return null;
}

const hostOf = (url: string): string => /^https?:\/\/([^/?#:]{1,253})/iu.exec(url)?.[1]?.toLowerCase() ?? '';

function readRegion(
  { model }: Prepared,
  title: Found<string> | null,
  issuers: readonly Found<string>[],
): Found<string> | null {
  for (const issuer of issuers) {
    const code = regionOfAgency(issuer.value);
    if (code) return found(code, issuer.spans);
  }
  const siteId = model.meta.find(([name]) => name.toLowerCase() === 'siteidcode')?.[1];
  const place = title && findPlaces(title.value, 1)[0];
  const code = (siteId && regionOfSiteId(siteId)) ?? regionOfHost(hostOf(model.url)) ?? place?.code ?? null;
  return code ? found(code, [], false) : null;
}

export function readHead(prepared: Prepared): ReadHead {
  const { article, above, model } = prepared;
  const { title, line, guessed } = readTitle(prepared);
  let bodyFrom = line?.to ?? 0;
  while (
    bodyFrom < Math.min(article.length, HEAD_REACH) &&
    article[bodyFrom] &&
    belongsToHead(article[bodyFrom] as Para)
  )
    bodyFrom += 1;
  const lines = [...above.slice(-20), ...article.slice(0, bodyFrom)];
  const guessedRegion =
    regionOfHost(hostOf(model.url)) ?? (title ? (findPlaces(title.value, 1)[0]?.code ?? null) : null);
  const issuers = readIssuers(prepared, title, lines, guessedRegion);
  return {
    head: {
      title,
      issueNumber: lines.map(issueIn).find((issue) => issue !== null) ?? null,
      issuers,
      publishedOn: readDate(prepared, lines),
      region: readRegion(prepared, title, issuers),
      docNumber: readNumber(prepared.facts, lines),
      marks: article.slice(0, MARK_REACH).flatMap(marksIn),
    },
    bodyFrom,
    titleFrom: guessed ? (line?.from ?? null) : null,
    lines,
  };
}
