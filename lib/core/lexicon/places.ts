/**
 * Places by GB/T 2260: provinces, and prefectures and counties from the generated table. Every name rolls up to its
 * province. Must not know documents; reading names in a text is `parse/fields/places.ts`.
 */
import { PROVINCES } from './regions';
import { REGION_ROWS } from './regions.data';

export type PlaceLevel = 'province' | 'prefecture' | 'county';
export interface PlaceName {
  name: string;
  /** Province it belongs to. */
  code: string;
  level: PlaceLevel;
  /** The place's official name. */
  full: string;
  pinyin?: string;
}

/** Short names that are words of the language, or another place, before they are the prefecture. */
const NO_SHORT = new Set(
  '来宾 阿里 朝阳 海南 吉林 大理 安康 中山 海东 海西 海北 山南 文山 和田 白山 玉树 长治 大同 百色 黄山 怒江 红河 三明 北海 吴忠 保山'.split(
    ' ',
  ),
);

const provinceNames = PROVINCES.flatMap(({ code, name, short }): PlaceName[] => [
  { name, code, level: 'province', full: name },
  { name: short, code, level: 'province', full: name },
  ...(/自治区$/u.test(name) ? [{ name: `${short}自治区`, code, level: 'province' as const, full: name }] : []),
]);

function placesOfRow(row: string): PlaceName[] {
  const [code = '', , direct = '', cities = ''] = row.split('|');
  const county = (name: string): PlaceName => ({ name, code, level: 'county', full: name });
  return [
    ...direct.split(',').filter(Boolean).map(county),
    ...cities
      .split(';')
      .filter(Boolean)
      .flatMap((entry): PlaceName[] => {
        const [head = '', counties = ''] = entry.split(':');
        const [full = '', short = '', pinyin = ''] = head.split('/');
        const city = { code, level: 'prefecture' as const, full, pinyin };
        return [
          { ...city, name: full },
          ...(NO_SHORT.has(short) ? [] : [{ ...city, name: short }]),
          ...counties.split(',').filter(Boolean).map(county),
        ];
      }),
  ];
}

let known: ReadonlyMap<string, PlaceName> | null = null;

/** All places by name; provinces win over prefectures of the same name. Some thousand: set up when first asked for. */
export function placeNames(): ReadonlyMap<string, PlaceName> {
  known ??= new Map([...REGION_ROWS.flatMap(placesOfRow), ...provinceNames].map((place) => [place.name, place]));
  return known;
}
