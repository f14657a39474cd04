/**
 * The bodies that issue, hold or report, in full, in order of appearance. Bodies that attend, approve or are only
 * given a task are left out. For a policy document these are its issuers. Names come from `agency-mentions.ts`.
 */
import { ACTS, BYSTANDERS, REPORTS } from '@/lib/core/lexicon/agencies-roles';
import { NATIONAL } from '@/lib/core/lexicon/regions';
import type { DocumentKind } from '@/lib/core/model';
import { findMentions, type Mention } from './agency-mentions';
import type { AgencyScope } from './agency-names';
import { fold } from './fold';
import { addHit, type FieldHit } from './hit';
import { hostsIn, orgOfEvent } from './hosts';
import { findPlaces } from './places';
import { clauseStart, sentencesOf } from './sentences';
import { findTitles } from './titles';

export interface AgencyContext {
  /** Whose policy or news the item is, where known. */
  regions?: readonly string[] | undefined;
  publisherRegion?: string | null | undefined;
  /** The document's own issuers, in full. */
  issuers?: readonly string[] | undefined;
  kind?: DocumentKind | undefined;
}

const alternation = (entries: readonly { form: string }[]) =>
  entries
    .map(({ form }) => form)
    .sort((a, b) => b.length - a.length)
    .join('|');

const JOINED = /^(?:[、，,]|和|与|及|以及|会同|联合|、会同|\s){0,2}$/u;
/** Between the body and its verb: 等 5 部门, 近日, （11月18日）, 有关负责人. */
const BETWEEN =
  /^(?:等?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?个?(?:部门|单位|部委|厅局|委办局|机构|家单位)|等|近日|日前|今天|昨天|昨日|今日|最近|最新|新近|近期|于|已|共同|正式|联合|牵头|再次|首次|首批|分[一二两三]批|[（(][^（()）]{1,24}[）)]|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|(?:上午|下午)|\s|在京|办公室|党组|有关|相关|部门|负责人|负责同志|新闻发言人|就)/u;
const ACT = new RegExp(`^(?:${alternation(ACTS)})`, 'u');
const REPORT = new RegExp(`^(?:${alternation(REPORTS)})`, 'u');
const BYSTANDER = new RegExp(
  `^(?:${alternation(BYSTANDERS)}|的|、|和|及|或|等(?!\\S{0,8}(?:部门|单位))|党组成员|副)`,
  'u',
);
/** What may stand in the clause before the subject. */
const LEAD =
  /^(?:近日|日前|近期|最近|今天|昨天|昨日|今日|今早|年初以来|今年以来|近年来|下一步|目前|会上|据悉|同时|此外|其中|为此|随后|会后|首先|去年以来|截至目前|当日|第[一二三四五六七八九十\d]{1,3}[轮批次期届季]|\d{1,3}个|[（(][^（()）]{1,20}[）)]|\d{4}年以来|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:上午|下午|晚)?|[\s▶●■◆“”"—－-]|以来|(?:北京|天津|河北)(?=北京|天津|河北))*$/u;
const SOURCE_LEAD = /(?:从|据|来自)$/u;

interface Group {
  members: Mention[];
  start: number;
  end: number;
}

/** Mentions that stand in one list. */
function groupsOf(text: string, mentions: readonly Mention[]): Group[] {
  const groups: Group[] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    if (last && JOINED.test(text.slice(last.end, mention.start))) {
      last.members.push(mention);
      last.end = mention.end;
    } else groups.push({ members: [mention], start: mention.start, end: mention.end });
  }
  return groups;
}

/** Text after the group, what stands between it and its verb cut off. */
function verbAfter(text: string, end: number): string {
  let rest = text.slice(end, end + 60);
  for (let i = 0; i < 6; i += 1) {
    const between = BETWEEN.exec(rest)?.[0];
    if (!between) break;
    rest = rest.slice(between.length);
  }
  return rest;
}

type Role = 'acts' | 'subject' | 'reports' | null;

function roleOf(text: string, group: Group): Role {
  const before = text.slice(clauseStart(text, group.start), group.start);
  const verb = verbAfter(text, group.end);
  if (BYSTANDER.test(verb) && !ACT.test(verb)) return null;
  if (SOURCE_LEAD.test(before) && /^(?:获悉|了解|消息|介绍|通报|发布|统计|解读|数据|$|，)/u.test(verb))
    return 'reports';
  if (!LEAD.test(before)) return null;
  if (REPORT.test(verb)) return 'reports';
  return ACT.test(verb) ? 'acts' : 'subject';
}

function scopeOf(title: string, text: string, context: AgencyContext): AgencyScope {
  const region =
    context.regions?.find((code) => code !== NATIONAL) ?? context.publisherRegion ?? context.regions?.[0] ?? null;
  const named = [...(context.issuers ?? []), title, text.slice(0, 600)];
  for (const source of named) {
    const city = findPlaces(source, 40).find((place) => place.level === 'prefecture' && place.code === region);
    if (city) return { region, city: city.full };
  }
  return { region };
}

/** Bodies that issue, hold or report, in full, in order of appearance. */
export function findAgencies(title: string, text: string, context: AgencyContext = {}): FieldHit<string>[] {
  const hits: FieldHit<string>[] = [];
  const head = fold(title);
  const body = fold(text);
  const scope = scopeOf(head, body, context);
  const add = (mention: Mention, where: 'inTitle' | 'inText') =>
    addHit(hits, {
      value: mention.name,
      inTitle: where === 'inTitle' ? [{ start: mention.start, end: mention.end }] : [],
      inText: where === 'inText' ? [{ start: mention.start, end: mention.end }] : [],
      sure: mention.sure,
    });
  const outside = (source: string, mentions: Mention[]) => {
    const titles = findTitles(source);
    return mentions.filter(({ start }) => !titles.some((t) => t.start <= start && start < t.end));
  };
  const inTitle = outside(head, findMentions(head, scope));
  const inText = outside(body, findMentions(body, scope));
  if (context.kind === 'policy' && context.issuers?.length) {
    for (const issuer of context.issuers) {
      addHit(hits, { value: issuer, inTitle: [], inText: [], sure: true });
      for (const mention of inTitle) if (mention.name === issuer) add(mention, 'inTitle');
    }
    return hits;
  }
  for (const group of groupsOf(head, inTitle)) {
    const role = roleOf(head, group);
    if (role) for (const mention of group.members) add(mention, 'inTitle');
  }
  const lead = sentencesOf(body).slice(0, 4).at(-1)?.end ?? 0;
  let acted = false;
  for (const group of groupsOf(body, inText)) {
    const role = roleOf(body, group);
    if (role === null) continue;
    const early = group.start < lead && group.start < 700;
    if (role === 'reports' ? true : early && !acted && (role === 'acts' || hits.length === 0)) {
      for (const mention of group.members) add(mention, 'inText');
      acted ||= role !== 'reports';
    }
  }
  for (const host of hostsIn(body, inText)) {
    addHit(hits, { value: host.value, inTitle: [], inText: [{ start: host.start, end: host.end }], sure: host.sure });
  }
  if (hits.length === 0) {
    const org = orgOfEvent(head);
    if (org)
      addHit(hits, { value: org.value, inTitle: [{ start: org.start, end: org.end }], inText: [], sure: org.sure });
  }
  return hits;
}

/** Bodies on a line of issuers (版头, 落款, 发文机关 cell), in full, in order. */
export function splitAgencies(line: string, scope: AgencyScope = { region: null }): Mention[] {
  return findMentions(fold(line), scope);
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
