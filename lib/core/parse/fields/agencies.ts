/**
 * The bodies that issue, hold or report, in full, in order of appearance. Bodies that attend, approve or are only
 * given a task are left out. For a policy document these are its issuers. Names come from `agency-mentions.ts`, what
 * they do from `agency-roles.ts`.
 */
import { NATIONAL } from '@/lib/core/lexicon/regions';
import type { DocumentKind, Span } from '@/lib/core/model';
import { findMentions, type Mention } from './agency-mentions';
import type { AgencyScope } from './agency-names';
import { groupsOf, roleOf, statedBodies } from './agency-roles';
import { fold } from './fold';
import { addHit, type FieldHit } from './hit';
import { hostsIn, orgOfEvent } from './hosts';
import { findPlaces } from './places';
import { sentencesOf } from './sentences';
import { subjectPlace } from './subject-place';
import { findTitles } from './titles';

export interface AgencyContext {
  /** Whose policy or news the item is, where known. */
  regions?: readonly string[] | undefined;
  publisherRegion?: string | null | undefined;
  /** The document's own issuers, in full. */
  issuers?: readonly string[] | undefined;
  kind?: DocumentKind | undefined;
}

/** A body that acts must do so in the first sentences and not far from the beginning. */
const LEAD_SENTENCES = 4;
const LEAD_CHARS = 700;
/** Who reports is said early in news; the rest of a long document is not searched. */
const MAX_CHARS = 6_000;
/** 固体废物与化学品司有关负责人 after the ministry. */
const DEPARTMENT = /^([\u4e00-\u9fff]{2,14}?(?:司|处|办公室))(?:有关|相关)?(?:负责人|负责同志)/u;
/** 法规司印发, 近日，科技人才司有关负责人, at the beginning of news: a department of the body that issues the bulletin. */
const OWN_DEPARTMENT =
  /^(?<lead>(?:近日|日前|最近|昨日|今日|\d{1,2}月\d{1,2}日)，?)?(?<name>(?!公)[\u4e00-\u9fff]{1,11}(?<![公上])司)(?:近日|日前|会同|联合|组织|印发|发布|出台|召开|举办|举行|开展|赴|就|(?:有关|相关)?(?:负责人|负责同志))/u;
const HAS_DEPARTMENTS = /^(?:(?!中共).)*(?:部|委员会|总局|国家[\u4e00-\u9fff]{2,10}局|署|院)$/u;
const OWN_TITLE = /^(?:办公[厅室])?关于/u;
/** 据《广东省医疗保障局关于印发…的通知》, as the first words of news. */
const BY_DOCUMENT = /^[^。，《]{0,8}据《$/u;

function scopeOf(title: string, text: string, context: AgencyContext): AgencyScope {
  const said = subjectPlace(title)?.code ?? subjectPlace(text.slice(0, 200))?.code;
  const region =
    context.regions?.find((code) => code !== NATIONAL) ??
    said ??
    context.publisherRegion ??
    context.regions?.[0] ??
    null;
  return { region, city: cityIn([...(context.issuers ?? []), title, text.slice(0, 600)], region) };
}

function outsideTitles(text: string, mentions: readonly Mention[]): Mention[] {
  const titles = findTitles(text);
  let next = 0;
  return mentions.filter(({ start }) => {
    while ((titles[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (titles[next]?.start ?? Number.POSITIVE_INFINITY) > start;
  });
}

const inTitle = (value: string, { start, end }: Span, sure: boolean): FieldHit<string> => ({
  value,
  inTitle: [{ start, end }],
  inText: [],
  sure,
});
const inText = (value: string, { start, end }: Span, sure: boolean): FieldHit<string> => ({
  value,
  inTitle: [],
  inText: [{ start, end }],
  sure,
});

function fromTitle(hits: FieldHit<string>[], head: string, mentions: readonly Mention[]): void {
  for (const group of groupsOf(head, mentions)) {
    const last = group.members.at(-1);
    const department = last ? DEPARTMENT.exec(head.slice(last.end, last.end + 24))?.[1] : undefined;
    if (last && department) {
      const end = last.end + department.length;
      addHit(hits, inTitle(last.name + department, { start: last.start, end }, true));
    }
    // 国务院关于…的意见: the highest bodies, too, where the title is that of their document.
    if (department === undefined && roleOf(head, group) === null && !OWN_TITLE.test(head.slice(group.end))) continue;
    for (const mention of group.members) addHit(hits, inTitle(mention.name, mention, mention.sure));
  }
  const org = mentions.length === 0 ? orgOfEvent(head) : null;
  if (org) addHit(hits, inTitle(org.value, org, org.sure));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function fromBody(hits: FieldHit<string>[], body: string, all: readonly Mention[]): void {
  const first = all[0];
  if (first && first.start < 14 && BY_DOCUMENT.test(body.slice(0, first.start)) && body.startsWith('关于', first.end)) {
    addHit(hits, inText(first.name, first, first.sure));
  }
  const mentions = outsideTitles(body, all);
  const lead = Math.min(
    LEAD_CHARS,
    sentencesOf(body.slice(0, LEAD_CHARS * 2))
      .slice(0, LEAD_SENTENCES)
      .at(-1)?.end ?? 0,
  );
  const titled = hits.length > 0;
  let acted = false;
  let statedTo = 0;
  const card = body.slice(0, LEAD_CHARS);
  for (const one of statedBodies(card)) {
    const known = mentions.find(({ start }) => start === one.start);
    addHit(hits, known ? inText(known.name, known, known.sure) : inText(body.slice(one.start, one.end), one, false));
    acted = true;
  }
  for (const group of groupsOf(body, mentions)) {
    const role = group.start < statedTo ? 'listed' : roleOf(body, group);
    if (role === null) continue;
    if (role === 'listed') {
      // Behind the same label, whatever unknown bodies stand between them.
      if (!/[、，,\s]$/u.test(body.slice(0, group.start).slice(-1))) continue;
    } else if (role === 'stated') {
      // A card has other labelled lines above it.
      if (acted || group.start >= LEAD_CHARS) continue;
      acted = true;
      statedTo = lineEnd(body, group.end);
    } else if (role !== 'reports') {
      if (acted || group.start >= lead || (role === 'subject' && titled)) continue;
      acted = true;
    }
    for (const mention of group.members) addHit(hits, inText(mention.name, mention, mention.sure));
  }
  for (const host of hostsIn(body, mentions)) addHit(hits, inText(host.value, host, host.sure));
}

/** The department that begins `text`, with the only issuer of the document, where that has departments, as its parent. */
function ownDepartment(text: string, issuers: readonly string[]): (Span & { value: string }) | null {
  const [parent] = issuers;
  const { lead = '', name } = OWN_DEPARTMENT.exec(text)?.groups ?? {};
  if (!name || !parent || issuers.length > 1 || !HAS_DEPARTMENTS.test(parent) || regionOfAgency(parent) !== NATIONAL) {
    return null;
  }
  return { value: parent + name, start: lead.length, end: lead.length + name.length };
}

/** Bodies that issue, hold or report, in full, in order of appearance. */
export function findAgencies(title: string, text: string, context: AgencyContext = {}): FieldHit<string>[] {
  const hits: FieldHit<string>[] = [];
  const head = fold(title);
  const body = fold(text.slice(0, MAX_CHARS));
  const scope = scopeOf(head, body, context);
  const mentions = outsideTitles(head, findMentions(head, scope));
  if (context.kind === 'policy' && context.issuers?.length) {
    for (const issuer of context.issuers) {
      addHit(hits, { value: issuer, inTitle: [], inText: [], sure: true });
      for (const one of mentions) if (one.name === issuer) addHit(hits, inTitle(issuer, one, true));
    }
    return hits;
  }
  fromTitle(hits, head, mentions);
  const issuers = context.issuers ?? [];
  const titled = mentions.length === 0 ? ownDepartment(head, issuers) : null;
  if (titled) addHit(hits, inTitle(titled.value, titled, true));
  const told = ownDepartment(body, issuers);
  if (told) addHit(hits, inText(told.value, told, true));
  fromBody(hits, body, findMentions(body, scope));
  return hits;
}

/** （加挂样品中心牌子）: another name of the body before it. */
const OTHER_NAME = /[(（](?:加挂|挂|加掛|对外称)$/u;

/** Bodies on a line of issuers (版头, 落款, 发文机关 cell), in full, in order. */
export function splitAgencies(line: string, scope: AgencyScope = { region: null }): Mention[] {
  const folded = fold(line);
  return findMentions(folded, scope).filter(
    ({ start }) => !OTHER_NAME.test(folded.slice(Math.max(0, start - 4), start)),
  );
}

/** The prefecture of the province `region` that the first of `texts` names; 市科技局 is its. */
export function cityIn(texts: readonly string[], region: string | null): string | null {
  for (const text of texts) {
    const city = findPlaces(text, 40).find((place) => place.level === 'prefecture' && place.code === region);
    if (city) return city.full;
  }
  return null;
}

/** Province of a body by its name; `100000` for national bodies, null if it does not say. */
export function regionOfAgency(name: string): string | null {
  const folded = fold(name).replace(/^中共/u, '');
  const mention = findMentions(folded, { region: null })[0];
  if (mention && mention.start <= 2) return mention.region;
  const place = findPlaces(folded, 1)[0];
  if (place && place.start === 0) return place.code;
  return /^(?:国家|中央|全国|中国|中华|国务院|最高人民)/u.test(folded) ? NATIONAL : null;
}

/** Full name of a body that is named in short; the name as given if it is unknown. */
export function expandAgency(short: string, scope: AgencyScope): string {
  const folded = fold(short).trim();
  const mention = findMentions(folded, scope)[0];
  return mention && mention.start === 0 && mention.end === folded.length ? mention.name : folded;
}
