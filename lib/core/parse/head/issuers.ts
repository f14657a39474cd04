/**
 * Who issued a document, in full: stated in a metadata table, named at the beginning of the title, printed in the
 * masthead, signed below, or the source a page names. Sources that know all of several bodies go first.
 */
import { type Found, found } from '@/lib/core/model/span';
import { type AgencyScope, splitAgencies } from '../fields';
import type { Para } from '../paragraph';
import { spansOf, type Traced } from '../traced';
import { type Fact, valuesOf } from './facts';
import { isAgencyLine, isBodyName, isDatedBody, isDateLine, isSigner, publisherIn, withoutDate } from './lines';
import type { Order } from './order';
import { outsideTables, signatureAt } from './signature';

/** What a table or a masthead states as issuer is one, even if the lexicon does not know it. */
function statedIn(source: Traced, scope: AgencyScope): Found<string>[] {
  const known = agenciesIn(source, scope);
  return known.length > 0 || !isBodyName(source.text) ? known : [found(source.text, spansOf(source), false)];
}

const OFFICE = /^办公[室厅]/u;

/** Bodies on a line; 中共 before a party body and 办公室 behind any belong to its name. */
function agenciesIn(source: Traced, scope: AgencyScope): Found<string>[] {
  return splitAgencies(source.text, scope).map(({ name, start, end, sure }) => {
    const party = source.text.slice(0, start).endsWith('中共') && !name.startsWith('中共') ? '中共' : '';
    const office = OFFICE.exec(source.text.slice(end, end + 3))?.[0] ?? '';
    const spans = spansOf(source, start - party.length, end + office.length);
    return found(`${party}${name}${office}`, spans, sure);
  });
}

const distinct = (values: readonly Found<string>[]): Found<string>[] =>
  values.filter(({ value }, i) => values.findIndex((other) => other.value === value) === i);

const SEVERAL = /等(?:\d{1,2}|[一二两三四五六七八九十]{1,3})?个?(?:有关|相关)?(?:部门|单位|部委|厅局|机构)/u;

const ACTS = /关于|印发|转发|公布|发布|令|公告|通告/u;

/** Bodies a title begins with, before 关于 or 印发; for a digest those its name begins with. */
function inTitle(title: string, scope: AgencyScope): Found<string>[] {
  const end = title.search(ACTS);
  const head = end > 0 ? title.slice(0, end) : title.slice(0, 24);
  const begins = (splitAgencies(head, scope)[0]?.start ?? 99) <= 4;
  return begins ? agenciesIn({ text: head, pieces: [] }, scope) : [];
}

function signed(article: readonly Para[], scope: AgencyScope): Found<string>[] {
  const signature = signatureAt(article, 1);
  const lines = signature ? article.slice(signature.from, signature.to) : outsideTables(article).slice(-12);
  const known = lines.filter(isAgencyLine).flatMap((para) => agenciesIn(para, scope));
  if (known.length > 0 || !signature) return distinct(known);
  const unknown = lines.filter((para) => isSigner(para) && !isDateLine(para));
  return distinct(unknown.flatMap((para) => statedIn(withoutDate(para), scope)));
}

const longer = (a: Found<string>[], b: Found<string>[]): Found<string>[] => (b.length > a.length ? b : a);

export interface IssuerSources {
  title: string;
  facts: readonly Fact[];
  /** Lines of the head. */
  lines: readonly Para[];
  article: readonly Para[];
  order: Order | null;
  scope: AgencyScope;
}

const OPENING = 6;

/** （2020年1月20日上海市第十五届人民代表大会第三次会议通过）; a sentence that tells it (…会议表决通过了《样品法》) must name the document. */
const ADOPTED = /会议(?:审议)?(?:通过|修订|批准)/u;
const TOLD = /会议上?(?:[审表][议决](?:[、，并]{0,2}表决)?)?(?:通过|修订|批准)/u;

/** The body that adopted the document. */
function adopted(lines: readonly Para[], scope: AgencyScope, title: string): Found<string>[] {
  for (const para of lines) {
    if (para.text.length > 400 || !TOLD.test(para.text)) continue;
    if (!ADOPTED.test(para.text) && (title === '' || !para.text.includes(title))) continue;
    const [first] = agenciesIn(para, scope);
    if (first) return [first];
  }
  return [];
}

export function readIssuers({ title, facts, lines, article, order, scope }: IssuerSources): Found<string>[] {
  const stated = facts.filter(({ fact, label }) => fact === 'issuer' && !/author|publisher/iu.test(label));
  const fromFacts = distinct(stated.flatMap(({ value }) => statedIn(value, scope)));
  const fromTitle = distinct(inTitle(title, scope));
  const printed = longer(
    distinct(lines.filter(isAgencyLine).flatMap((para) => agenciesIn(para, scope))),
    signed(article, scope),
  );
  if (SEVERAL.test(title)) {
    const all = longer(fromFacts, printed);
    if (all.length > fromTitle.length) return all;
  }
  // Rules about a body begin with its name, too: 样品市人民代表大会制定地方性法规条例.
  if (fromTitle.length > 0 && (ACTS.test(title) || fromFacts.length === 0)) {
    const known = fromTitle.every(({ value }) => fromFacts.some((other) => other.value === value));
    return known ? fromFacts : fromTitle;
  }
  if (fromFacts.length > 0) return fromFacts;
  if (printed.length > 0) return printed;
  const dated = distinct(lines.filter(isDatedBody).flatMap((para) => statedIn(withoutDate(para), scope)));
  if (dated.length > 0) return dated;
  const publishers = lines.flatMap((para) => publisherIn(para) ?? []);
  if (publishers.length > 0) return distinct(publishers.map((name) => found(name.text, spansOf(name), false)));
  const ordered = order ? distinct(agenciesIn(order.body, scope)) : [];
  if (ordered.length > 0) return ordered;
  const enacted = adopted([...lines, ...article.slice(0, OPENING)], scope, title);
  if (enacted.length > 0) return enacted;
  const sources = valuesOf(facts, 'source').map((value) => distinct(agenciesIn(value, scope)));
  return (sources.find(({ length }) => length > 0) ?? []).map((source) => ({ ...source, sure: false }));
}
