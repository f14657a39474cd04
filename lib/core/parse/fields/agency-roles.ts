/**
 * What a list of bodies does in its sentence: acts (印发, 召开, 主办), is the subject of news, reports (强调, 获悉), or
 * none of these (按照…部署, 参加会议, 负责…). Reads a folded text around the list; knows no items.
 */
import { ACTS, BYSTANDERS, ISSUER_LABELS, REPORTS, SOURCES } from '@/lib/core/lexicon/agencies-roles';
import type { Span } from '@/lib/core/model';
import type { Mention } from './agency-mentions';
import { clauseStart } from './sentences';

export interface Group extends Span {
  members: Mention[];
}

/** `stated`: behind a label that says who issued it. */
export type Role = 'stated' | 'acts' | 'subject' | 'reports' | null;

const alternation = (entries: readonly { form: string }[]) =>
  entries
    .map(({ form }) => form)
    .sort((a, b) => b.length - a.length)
    .join('|');

const JOINED = /^(?:[、，,]|中共|和|与|及|以及|会同|联合|、会同|\s){0,2}$/u;
/** Between the body and its verb: 等 5 部门, 近日, （11月18日）, 有关负责人. */
const BETWEEN =
  /^(?:等?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?个?(?:部门|单位|部委|厅局|委办局|机构|家单位)|等|近日|日前|今天|昨天|昨日|今日|最近|最新|新近|近期|于|已|共同|正式|联合|牵头|再次|首次|首批|分[一二两三]批|会同(?:有关|相关)?部门|[（(][^（()）]{1,24}[）)]|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|(?:上午|下午)|\s|在[\u4e00-\u9fff]{1,6}(?=召开|举行|举办)|办公室|党组|有关|相关|负责人|负责同志|新闻发言人|就)/u;
/** Bodies of the same list that no lexicon knows: 、某某集团有限公司联合召开. */
const UNKNOWN =
  /^(?:[、和与][\u4e00-\u9fff（()）]{2,24}?(?=[、和与]|联合|共同|印发|发布|主办|召开|举办|在京|制定|出台)){1,4}/u;
const ACT = new RegExp(`^(?:${alternation(ACTS)})`, 'u');
const REPORT = new RegExp(`^(?:${alternation(REPORTS)})`, 'u');
const BYSTANDER = new RegExp(
  `^(?:${alternation(BYSTANDERS)}|的|、|和|及|或|等(?!\\S{0,8}(?:部门|单位))|党组成员|副|所属|直属|下属)`,
  'u',
);
/** What may stand in the clause before the subject. */
const LEAD =
  /(?:中共|近日|日前|近期|最近|今天|昨天|昨日|今日|今早|年初以来|今年以来|近年来|下一步|目前|据悉|同时|此外|其中|为此|随后|会后|首先|去年以来|截至目前|当日|第[一二三四五六七八九十\d]{1,3}[轮批次期届季]|\d{1,3}个|[（(][^（()）]{1,20}[）)]|\d{4}年以来|\d{4}年|\d{1,2}[.、]|\d{1,2}月|\d{1,2}日|上午|下午|晚|[\s▶●■◆“”"—-]|以来)$/u;
const SOURCE = new RegExp(`(?:${alternation(SOURCES)})$`, 'u');
const ISSUER = new RegExp(`(?:${alternation(ISSUER_LABELS)})[\\]】：:\\s]{0,4}$`, 'u');
/** Up to the end of the line, or to a sign or a label that begins what is stated next. */
const STATED = new RegExp(
  `(?:^|[^\\p{Script=Han}])(?:${alternation(ISSUER_LABELS)})[\\]】：: ]{0,4}\\n?([^\\n：:]{3,80}?)(?=\\n|$| +(?:[^\\p{Script=Han}\\w ]|\\p{Script=Han}{2,6}[：:]))`,
  'u',
);
const BODY =
  /[\p{Script=Han}()]{3,30}(?:办公室|基金|中心|局|委|部|厅|院|会|组|处|办|署|行|公司|集团|大学)(?=[、， \n]|$)/uy;
const SOURCE_VERB = /^(?:获悉|了解|消息|介绍|通报|发布|统计|解读|数据|$|，)/u;
const PERSON =
  /^(?:党组|党委)?(?:书记|总理|副总理|主任|部长|厅长|局长|主席|委员长|院长|署长|行长|会长|市长|省长|区长|县长)/u;
const PERSON_ACTS = /主持|召开|部署|签署|会见|会谈|调研|签约|检查/u;
const PERSON_ATTENDS = /出席|参加|致辞|陪同|列席/u;

/** Mentions that stand in one list. */
export function groupsOf(text: string, mentions: readonly Mention[]): Group[] {
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
  let rest = text.slice(end, end + 80).replace(UNKNOWN, '');
  for (let i = 0; i < 6; i += 1) {
    const between = BETWEEN.exec(rest)?.[0];
    if (!between) break;
    rest = rest.slice(between.length);
  }
  return rest;
}

/** Whether nothing but times and marks stands before the group in its clause. */
function leads(text: string, start: number): boolean {
  let before = text.slice(clauseStart(text, start), start);
  for (let i = 0; i < 8 && before; i += 1) {
    const shorter = before.replace(LEAD, '');
    if (shorter === before) break;
    before = shorter;
  }
  return before === '';
}

/** Bodies behind the first label that says who issued the text, though no list may know them; none if it names others. */
export function statedBodies(text: string): Span[] {
  const stated = STATED.exec(text);
  if (!stated) return [];
  const end = stated.index + stated[0].length;
  const bodies: Span[] = [];
  for (let at = end - (stated[1]?.length ?? 0); at < end; at += 1) {
    BODY.lastIndex = at;
    if (!BODY.test(text) || BODY.lastIndex > end) return [];
    bodies.push({ start: at, end: BODY.lastIndex });
    at = BODY.lastIndex;
  }
  return bodies;
}

/** Signs of a list of tasks or of page furniture, not of a sentence. */
const LABEL = /(?:单位|部门|来源|抄送|主送|机关|作者|供稿)[：:][^。；]{0,60}$/u;
/** They stand at the head of many sentences without acting in the item. */
const HIGHEST = new Set(['中共中央', '国务院', '全国人民代表大会']);

/** 《样品意见》（2026年5月18日） — 国务院 [Link](…): whose it is, as lists of links say. */
const isCredit = (text: string, { start, end }: Span): boolean =>
  /[）)》] ?[—–-]{1,2} ?$/u.test(text.slice(Math.max(0, start - 5), start)) &&
  /^ ?(?:$|\n|\[|https?:)/u.test(text.slice(end, end + 8));

/** What the group does in `text`. */
export function roleOf(text: string, group: Group): Role {
  if (ISSUER.test(text.slice(Math.max(0, group.start - 12), group.start))) return 'stated';
  if (isCredit(text, group)) return 'subject';
  const verb = verbAfter(text, group.end);
  if (BYSTANDER.test(verb) && !ACT.test(verb)) return null;
  const before = text.slice(Math.max(0, group.start - 4), group.start);
  if (SOURCE.test(before) && SOURCE_VERB.test(verb)) return 'reports';
  if (!leads(text, group.start)) return null;
  if (LABEL.test(text.slice(Math.max(0, group.start - 70), group.start))) return null;
  if (PERSON.test(verb)) {
    const sentence = /^[^。\n]*/u.exec(verb)?.[0] ?? '';
    const acts = sentence.search(PERSON_ACTS);
    const attends = sentence.search(PERSON_ATTENDS);
    if (attends >= 0 && (acts < 0 || attends < acts)) return null;
  }
  if (REPORT.test(verb)) return 'reports';
  if (ACT.test(verb)) return 'acts';
  return group.members.every(({ name }) => HIGHEST.has(name)) ? null : 'subject';
}
