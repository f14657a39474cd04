/**
 * Bodies named in a text, in full, with their places: national ones from the lexicon, regional ones as place or 省, 市,
 * 区 plus body. What each of them does in the text – issues, hosts, is only given a task – `agencies.ts` tells.
 */
import { BODY_ENDINGS } from '@/lib/core/lexicon/agencies-local';
import { NATIONAL } from '@/lib/core/lexicon/regions';
import type { Span } from '@/lib/core/model';
import {
  type AgencyScope,
  deixis,
  departmentNames,
  joinName,
  type Level,
  nationalNames,
  partyNames,
  placeOfLevel,
  toBeginning,
} from './agency-names';
import { type Place, placeAt } from './places';

export interface Mention extends Span {
  /** Full name. */
  name: string;
  /** Province code, or `100000`. */
  region: string | null;
  /** Official name of the place it belongs to; null for national bodies. */
  place: string | null;
  /** False where the place had to be guessed. */
  sure: boolean;
}

/** National bodies that provinces have too: without 国家 they are the province's, in a province's text. */
const AMBIGUOUS =
  /^(?:发展改革委|发改委|国资委|知识产权局|林草局|卫生健康委|卫健委|国防科工局|国家税务局|医保局|药监局|能源局|数据局)$/u;
/** 国家财政部: ministries are national without saying so. */
const NATION = '国家';
/** 人社部发〔2026〕4号: the letters of a document number. */
const NOT_A_BODY = /^(?:门|长|级|属|分[局行会公]|署(?=专)|[发函办规][〔[(])/u;
const NOT_AN_OFFICE = /^(?:政治局|总书记|总理|副总理|国务委员|委员|代表|候补)/u;
const longestFirst = BODY_ENDINGS.toSorted((a, b) => b.form.length - a.form.length);
const ENDING = new RegExp(`^[\\u4e00-\\u9fff（）()]{1,24}?(?:${longestFirst.map(({ form }) => form).join('|')})`, 'u');
const ZONE_BODIES = longestFirst.filter(({ ofZone }) => ofZone);
const NO_NAME =
  /(?:^[级内外直属际份里场民区下长]|的|和|与|及|在|由|将|各|等|为|对|向|并|了|是|有|以|从|到|召开|举行|举办|印发|发布|出台|组织|推进|开展|积极|加快|加强|深入|全面|持续|坚持|近日|今年|目前|委、|有关|相关|部门|共同|联合|推动|打造|建设(?!厅|局|委|和|管理|发展)|党组|书记|主席|主任|厅长|局长)/u;
/** 和 inside the name of a field of work joins no two bodies. */
const COMPOUND =
  /人力资源和社会保障|住房和城乡建设|发展和改革|经济和信息化|工业和信息化|自然资源和规划|规划和自然资源|文化和旅游|林业和草原|粮食和物资储备|政务服务和数据/gu;
/** 杭州市第十一届人民代表大会常务委员会: the session is no part of the name. */
const SESSION = /^第[一二三四五六七八九十\d]{1,4}届(?=人民代表大会)/u;
const MAX_CHAIN = 3;

/** 绵阳科技城新区管委会 is called so, without 市. */
const ZONE = /(?:新区|开发区|高新区|经开区|示范区|园区|试验区|保税区|合作区|科技城|科学城)管理委员会$/u;

interface Body {
  full: string;
  end: number;
  known: boolean;
}

/** The body that begins at `at`, after a place or a word for one. `free` allows bodies that no list knows. */
function bodyAt(text: string, at: number, free: boolean): Body | null {
  const party = /^(?:党委|委)/u.exec(text.slice(at, at + 2))?.[0];
  const department = departmentNames.at(text, at);
  if (department) return { full: department.value, end: at + department.form.length, known: true };
  if (party) {
    const inner = partyNames.at(text, at + party.length);
    const end = at + party.length + (inner?.form.length ?? 0);
    // 委员, 委托, 委会 are other words.
    if (inner || !/^[员托派外会办]/u.test(text.slice(end)))
      return { full: party + (inner?.value ?? ''), end, known: true };
  }
  if (!free) return null;
  const printed = ENDING.exec(text.slice(at, at + 30))?.[0];
  if (!printed || NO_NAME.test(printed.replace(COMPOUND, '')) || placeAt(text, at + 1)) return null;
  return { full: inFull(printed), end: at + printed.length, known: false };
}

/** 高新区管委会 → 高新区管理委员会 */
function inFull(printed: string): string {
  const ending = longestFirst.find(({ form }) => printed.endsWith(form));
  return ending ? printed.slice(0, -ending.form.length) + ending.full : printed;
}

/** 管理局 behind 前海: the zone is all its name. */
function zoneBodyAt(text: string, at: number): Body | null {
  const ending = ZONE_BODIES.find(({ form }) => text.startsWith(form, at));
  return ending ? { full: ending.full, end: at + ending.form.length, known: true } : null;
}

/** Consecutive places: 四川省成都市, 广州市天河区. */
function chainAt(text: string, at: number): Place[] {
  const chain: Place[] = [];
  let next = at;
  while (chain.length < MAX_CHAIN) {
    const place = placeAt(text, next);
    if (!place) break;
    chain.push(place);
    next = place.end;
  }
  return chain;
}

/** 社区, 园区, 高新区 behind the name of a city: no district of it. */
const NO_DISTRICT =
  /^(?:社|园|小|地|辖|灾|新|高新|经开|经济技术开发|开发|示范|试验|实验|保税|综保|自治|街|校|库|景|林|山|老|郊|城|市|厂|矿|特|片|功能|主城|自贸|合作|牧|农|行政|各|全|本|我|该|个)区/u;
const DISTRICT = /^[\u4e00-\u9fff]{1,5}?(?:自治县|[区县旗])/u;

/** 南山区 behind 深圳市: a district whose name several cities have, told by the city and by the body that follows. */
function districtAt(text: string, city: Place | undefined): Place | null {
  if (!city || !(city.level === 'prefecture' || (city.level === 'province' && city.full.endsWith('市')))) return null;
  const printed = DISTRICT.exec(text.slice(city.end, city.end + 8))?.[0];
  if (printed === undefined || NO_DISTRICT.test(printed)) return null;
  const end = city.end + printed.length;
  return bodyAt(text, end, true)
    ? { form: printed, code: city.code, level: 'county', full: printed, start: city.end, end }
    : null;
}

/** 广东省广州市天河区, 天河区 → 广州市天河区; 北京市海淀区 and 四川天府新区 as they are; 四川 → 四川省. */
function placeName(chain: readonly Place[]): string {
  const [first, second] = chain;
  if (first?.level === 'province' && second?.level === 'zone') return first.form + second.full;
  const local = chain.filter(({ level, full }) => level !== 'province' || (second && full.endsWith('市')));
  const kept = local.length ? local : chain.slice(-1);
  // 深圳 and 前海: the second name has the first in it.
  return kept.reduce((name, { full }) => (full.startsWith(name) ? full : name + full), kept[0]?.within ?? '');
}

function regionalAt(text: string, at: number): Mention | null {
  const printed = chainAt(text, at);
  const district = districtAt(text, printed.at(-1));
  const chain = district ? [...printed, district] : printed;
  for (let length = chain.length; length > 0; length -= 1) {
    const places = chain.slice(0, length);
    const last = places.at(-1);
    if (!last) continue;
    const session = SESSION.exec(text.slice(last.end, last.end + 16))?.[0].length ?? 0;
    const zone = last.level === 'zone' ? zoneBodyAt(text, last.end) : null;
    const body = zone ?? bodyAt(text, last.end + session, session === 0);
    if (!body || NOT_A_BODY.test(text.slice(body.end, body.end + 2))) continue;
    // 四川委 is none; 四川省委 is.
    if (/^委/u.test(body.full) && !/[省市区县州盟旗]$/u.test(last.form)) continue;
    const place = placeName(places);
    const called = !body.known && ZONE.test(body.full) ? text.slice(at, last.end) : place;
    return { name: joinName(called, body.full), region: last.code, place, start: at, end: body.end, sure: body.known };
  }
  return null;
}

const STANDS_ALONE = /^[^\u4e00-\u9fffA-Za-z\d]?$|^[由和与及]$/u;
const BOUND_BEFORE = /[各跨外他多该某数全每两]$/u;

function deicticAt(text: string, at: number, scope: AgencyScope): Mention | null {
  const word = deixis.at(text, at);
  if (!word) return null;
  const { form, value: level } = word;
  const body = bodyAt(text, at + form.length, STANDS_ALONE.test(text.charAt(at - 1)));
  if (!body || NOT_A_BODY.test(text.slice(body.end, body.end + 2)) || BOUND_BEFORE.test(text.slice(at - 1, at)))
    return null;
  const place = placeOfLevel(level, scope);
  if (place === null) return null;
  return { name: joinName(place, body.full), region: scope.region, place, start: at, end: body.end, sure: true };
}

const SEPARATOR = /^(?:、|和|及|与|，)$/u;

/** 科技厅 alone, and 民政厅 after 辽宁省科技厅、. */
function bareAt(text: string, at: number, scope: AgencyScope, previous: Mention | null): Mention | null {
  const found = departmentNames.at(text, at);
  if (!found || !/[厅局委会]$/u.test(found.value)) return null;
  if (/[\u4e00-\u9fffA-Za-z]/u.test(text[at - 1] ?? '') && !/[、和及与由据]/u.test(text[at - 1] ?? '')) return null;
  const end = at + found.form.length;
  if (NOT_A_BODY.test(text.slice(end, end + 2))) return null;
  if (previous?.place && SEPARATOR.test(text.slice(previous.end, at))) {
    const { place, region } = previous;
    return { name: joinName(place, found.value), region, place, start: at, end, sure: true };
  }
  const level: Level = found.value.endsWith('厅') || !scope.city ? 'province' : 'prefecture';
  const place = placeOfLevel(level, scope);
  return place === null
    ? null
    : { name: joinName(place, found.value), region: scope.region, place, start: at, end, sure: level === 'province' };
}

/** Branches of national bodies in a place: 国家统计局贵州调查总队, 中国人民银行成都分行. */
const BRANCH =
  /^[\u4e00-\u9fff]{2,8}?(?:分院|分行|分局|监管局|证监局|金融监管局|税务局|调查总队|监管分局|特派办|办事处|中心支行|管理部|海关)/u;

/** 教育部、科技部、国资委: national as those before it in the list. */
const goesOn = (text: string, at: number, previous: Mention | null): boolean =>
  previous?.region === NATIONAL && /^[、，和及与\s]{1,2}$/u.test(text.slice(previous.end, at));

function nationalAt(text: string, at: number, scope: AgencyScope, previous: Mention | null): Mention | null {
  const found = nationalNames.at(text, at);
  if (!found) return null;
  const end = at + found.form.length;
  const after = text.slice(end, end + 14);
  const place = placeAt(text, end);
  const branch = place && BRANCH.exec(after)?.[0];
  if (place && branch) {
    const name = found.value + branch;
    return { name, region: place.code, place: null, start: at, end: end + branch.length, sure: true };
  }
  if (NOT_AN_OFFICE.test(after) || NOT_A_BODY.test(after)) return null;
  // 各省（区、市）发改委
  const bound = /[\u4e00-\u9fff)]/u.test(text[at - 1] ?? '');
  const doubtful = AMBIGUOUS.test(found.form) && (scope.region !== NATIONAL || bound);
  if (doubtful && !goesOn(text, at, previous)) return null;
  const said = !found.form.startsWith(NATION) && text.endsWith(NATION, at);
  return { name: found.value, region: NATIONAL, place: null, start: said ? at - NATION.length : at, end, sure: true };
}

/** Every body named in `text`, left to right, not overlapping, at most `limit`. */
export function findMentions(text: string, scope: AgencyScope, limit = 2_000): Mention[] {
  const mentions: Mention[] = [];
  for (let at = toBeginning(text, 0); at < text.length - 1 && mentions.length < limit; ) {
    const mention =
      nationalAt(text, at, scope, mentions.at(-1) ?? null) ??
      regionalAt(text, at) ??
      deicticAt(text, at, scope) ??
      bareAt(text, at, scope, mentions.at(-1) ?? null);
    if (mention) mentions.push(mention);
    at = toBeginning(text, mention?.end ?? placeAt(text, at)?.end ?? at + 1);
  }
  return mentions;
}
