/**
 * Whose policy or news an item is, as province codes: by who acts in it, by what its title and lead begin with, by
 * 我省 and the like, else by its publisher. Places that are only mentioned do not count.
 */
import { COUNTRIES } from '@/lib/core/lexicon/places';
import { NATIONAL } from '@/lib/core/lexicon/regions';
import { regionOfAgency } from './agencies';
import { findMentions } from './agency-mentions';
import { fold } from './fold';
import { addHit, type FieldHit } from './hit';
import { findPlaces, type Place } from './places';
import { sentencesOf } from './sentences';
import { subjectGroup, subjectPlaces } from './subject-place';

export interface RegionContext {
  publisherRegion?: string | null | undefined;
  /** Section heading the item stands under: 省外速览, 市州动态. */
  section?: string | null | undefined;
  /** Bodies that act in the item, in full. */
  agencies?: readonly string[] | undefined;
}

const OURS = /我省|我市|我区|我县|本省|本市|我州|全省上下/u;
const ELSEWHERE = /省外|外省|兄弟省|国内|他山之石|各地|域外|外地/u;
/** Laws and national news say it in the title. */
const NATION = /^《?(?:中华人民共和国|全国|我国)/u;
const COUNTRY = /我国|全国|中华人民共和国|省区市|各省|跨省|全球|中央|国家级|党中央|国务院/u;

/** 大会在北京开幕: where it was held says nothing of whose it is. */
const isVenue = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '在' && /^[\p{Script=Han}]{0,6}?(?:召开|举行|举办|开幕|闭幕)/u.test(text.slice(end, end + 10));

/** A feature that tells of so many provinces is of none of them. */
const OF_MANY = 4;
const FEATURE_REACH = 3_000;

/** What makes news of another country news of ours. */
const WITH_US = /中国|我国|对华|在华|来华|中方|我[省市区县州]/u;

/** 美国发布样品标准: news of another country, whatever its text says of ours. */
const isForeign = (head: string): boolean => {
  if (WITH_US.test(head) || findPlaces(head, 1).length > 0) return false;
  const name = head.replace(/\s+/gu, '');
  return [2, 3, 4, 5].some((length) => name.slice(0, length) !== '联合国' && COUNTRIES.has(name.slice(0, length)));
};

/** Codes of the provinces whose policy or news the item is. */
export function findRegions(title: string, text: string, context: RegionContext = {}): FieldHit<string>[] {
  const hits: FieldHit<string>[] = [];
  const head = fold(title);
  const body = fold(text);
  const publisher = context.publisherRegion ?? null;
  const conclude = (value: string, sure: boolean) => addHit(hits, { value, inTitle: [], inText: [], sure });
  const inTitle = (place: Place) =>
    addHit(hits, { value: place.code, inTitle: [{ start: place.start, end: place.end }], inText: [], sure: true });
  const inText = (place: Place) =>
    addHit(hits, { value: place.code, inTitle: [], inText: [{ start: place.start, end: place.end }], sure: true });

  const titled = subjectPlaces(head);
  // 我省3家入选: whoever published the list.
  if (titled.length === 0 && OURS.test(head) && publisher) {
    conclude(publisher, true);
    return hits;
  }
  const acting = (context.agencies ?? []).flatMap((agency) => regionOfAgency(agency) ?? []);
  // What the title begins with outweighs a body that only the text names: 湖北武汉获批 …, 科技部公布名单.
  const told = titled.some(({ code }) => acting.includes(code)) || findMentions(head, { region: null }).length > 0;
  if (titled.length === 0 || told) for (const code of acting) conclude(code, true);
  for (const place of titled) if (hits.length === 0 || !told || acting.includes(place.code)) inTitle(place);
  if (hits.length === 0) for (const code of subjectGroup(head)) conclude(code, false);
  if (hits.length > 0 || isForeign(head)) return hits;
  if (publisher === NATIONAL || NATION.test(head)) {
    conclude(NATIONAL, true);
    return hits;
  }
  const first = sentencesOf(body)[0];
  const lead = first ? body.slice(first.start, first.end) : '';
  const leading = subjectPlaces(lead);
  for (const place of leading) inText(place);
  if (leading.length > 0) return hits;
  if (publisher && (OURS.test(body) || !ELSEWHERE.test(context.section ?? ''))) {
    conclude(publisher, OURS.test(body));
    return hits;
  }
  const named = findPlaces(head, 4).find(({ start, end }) => !isVenue(head, start, end));
  if (publisher === null && named) {
    inTitle(named);
    return hits;
  }
  const national = findMentions(`${head}\n${body.slice(0, 400)}`, { region: null }).some(
    ({ region }) => region === NATIONAL,
  );
  const places = findPlaces(body.slice(0, FEATURE_REACH), 60).filter(({ start, end }) => !isVenue(body, start, end));
  const codesOf = (some: readonly Place[]) => [...new Set(some.map(({ code }) => code))];
  const codes = codesOf(places.filter(({ start }) => start < 400));
  const only = codesOf(places).length < OF_MANY ? codes[0] : undefined;
  if (codes.length === 1 && only !== undefined) conclude(only, false);
  else if (national || COUNTRY.test(head + body.slice(0, 400)) || codes.length > 0) conclude(NATIONAL, false);
  return hits;
}
