/**
 * Full names of bodies: 省发展改革委 in Sichuan → 四川省发展和改革委员会, 市科委 in Shanghai → 上海市科学技术委员会,
 * 金融监管总局 → 国家金融监督管理总局. Works on one name; where names stand in a text, `agency-mentions.ts` finds.
 */
import { DEPARTMENTS, PARTY_BODIES } from '@/lib/core/lexicon/agencies-local';
import { NATIONAL_AGENCIES } from '@/lib/core/lexicon/agencies-national';
import { NATIONAL, provinceByCode } from '@/lib/core/lexicon/regions';
import { NameTable, walkTo } from './name-table';
import { placeTable } from './places';

/** Where a short name is said: whose 科技厅, whose 市财政局. */
export interface AgencyScope {
  /** Province code, `100000`, or null if unknown. */
  region: string | null;
  /** Official name of the prefecture (广州市) and of the county, where known. */
  city?: string | null | undefined;
  county?: string | null | undefined;
}

/** Bodies by each of their names; the value is the full one. */
const namesOf = (entries: readonly { full: string; forms: readonly string[] }[]) =>
  new NameTable(() => entries.flatMap(({ full, forms }) => forms.map((form) => ({ form, value: full }))));

export const nationalNames = namesOf(NATIONAL_AGENCIES);
export const departmentNames = namesOf(DEPARTMENTS);
export const partyNames = namesOf(PARTY_BODIES);

export type Level = 'province' | 'prefecture' | 'county';

/** Words that stand for a place and its level: 省 in 省科技厅, 我市 in 我市财政局. */
const DEIXIS: readonly [form: string, level: Level][] = [
  ['自治区', 'province'],
  ['自治州', 'prefecture'],
  ['我省', 'province'],
  ['本省', 'province'],
  ['我区', 'county'],
  ['本区', 'county'],
  ['我市', 'prefecture'],
  ['本市', 'prefecture'],
  ['我县', 'county'],
  ['我州', 'prefecture'],
  ['省', 'province'],
  ['市', 'prefecture'],
  ['州', 'prefecture'],
  ['盟', 'prefecture'],
  ['区', 'county'],
  ['县', 'county'],
];

export const deixis = new NameTable(() => DEIXIS.map(([form, value]) => ({ form, value })));

/** To the next place where a body may be named: with its own name, a place, or a word for one. */
export const toBeginning = walkTo(nationalNames, departmentNames, deixis, placeTable);

/** Official name of the place that `level` means in `scope`, or null. */
export function placeOfLevel(level: Level, { region, city, county }: AgencyScope): string | null {
  const province = region && region !== NATIONAL ? (provinceByCode.get(region)?.name ?? null) : null;
  if (level === 'province') return province;
  const isCity = province?.endsWith('市') ?? false;
  if (level === 'prefecture') return isCity ? province : (city ?? null);
  if (county) return `${isCity ? (province ?? '') : (city ?? '')}${county}`;
  // 区 in an autonomous region is the region itself: 区党委, 区财政厅.
  return province?.endsWith('自治区') ? province : null;
}

/** Full name of the body `name` that belongs to `place`; 税务局 and 金融监管局 belong to national bodies. */
export function joinName(place: string, body: string): string {
  if (body === '税务局') return `国家税务总局${place}税务局`;
  if (/^(?:金融监管局|金融监督管理局)$/u.test(body))
    return `国家金融监督管理总局${place.replace(/[省市]$/u, '')}监管局`;
  return place + body;
}
