/**
 * Places by GB/T 2260: provinces, and prefectures and counties from the generated table. Every name rolls up to its
 * province. Must not know documents; reading names in a text is `parse/fields/places.ts`.
 */
import { PROVINCES } from './regions';
import { REGION_ROWS } from './regions.data';

export type PlaceLevel = 'province' | 'prefecture' | 'county' | 'zone';
export interface PlaceName {
  /** As texts write it: in full or in short. */
  form: string;
  /** Province it belongs to. */
  code: string;
  level: PlaceLevel;
  /** The place's official name. */
  full: string;
  /** The city that a district (区) belongs to, with which its bodies are named in full. */
  within?: string;
  pinyin?: string;
}

/** Countries and bodies of states that round-ups of the world have entries of. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  '美国 英国 法国 德国 日本 韩国 俄罗斯 欧盟 印度 加拿大 澳大利亚 新西兰 巴西 墨西哥 阿根廷 以色列 土耳其 南非 埃及 新加坡 马来西亚 泰国 越南 印度尼西亚 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 芬兰 挪威 丹麦 奥地利 爱尔兰 波兰 乌克兰 哈萨克斯坦 沙特 阿联酋 伊朗 联合国'.split(
    ' ',
  ),
);

/** Short names that are words of the language, or another place, before they are the prefecture. */
const NO_SHORT = new Set(
  '来宾 阿里 朝阳 海南 吉林 大理 安康 中山 海东 海西 海北 山南 文山 和田 白山 玉树 长治 大同 百色 黄山 怒江 红河 三明 北海 吴忠 保山'.split(
    ' ',
  ),
);

function provinceNames(): PlaceName[] {
  return PROVINCES.flatMap(({ code, name, short }): PlaceName[] => {
    const forms = /自治区$/u.test(name) ? [name, short, `${short}自治区`] : [name, short];
    return forms.map((form) => ({ form, code, level: 'province', full: name }));
  });
}

const isDistrict = (name: string, city: string): boolean => name.endsWith('区') && city.endsWith('市');

/** Adds the places of one row of the table. Thousands: a list for each step would take longer than all else. */
function addRow(row: string, places: PlaceName[]): void {
  const [code = '', province = '', direct = '', cities = ''] = row.split('|');
  const addCounties = (counties: string, city: string) => {
    if (counties === '') return;
    for (const form of counties.split(',')) {
      places.push({ form, code, level: 'county', full: form, ...(isDistrict(form, city) ? { within: city } : {}) });
    }
  };
  addCounties(direct, province);
  if (cities === '') return;
  for (const city of cities.split(';')) {
    const [head = '', counties = ''] = city.split(':');
    const [full = '', short = '', pinyin = ''] = head.split('/');
    places.push({ form: full, code, level: 'prefecture', full, pinyin });
    if (!NO_SHORT.has(short)) places.push({ form: short, code, level: 'prefecture', full, pinyin });
    if (full.endsWith('自治州')) places.push({ form: `${short}州`, code, level: 'prefecture', full, pinyin });
    addCounties(counties, full);
  }
}

/**
 * Places with an administration of their own that the table does not hold: national new areas, the corps, zones.
 * One row each: code of the province, name, short names.
 */
const ZONES = `
  650000 新疆生产建设兵团 兵团
  130000 雄安新区 雄安
  210000 金普新区
  220000 长春新区
  230000 哈尔滨新区
  310000 临港新片区
  320000 江北新区
  330000 舟山群岛新区
  350000 福州新区
  350000 平潭综合实验区
  360000 赣江新区
  370000 西海岸新区
  430000 湘江新区
  440000 横琴粤澳深度合作区 横琴
  440000 南沙新区
  440000 深圳市前海深港现代服务业合作区 前海深港现代服务业合作区 前海合作区 前海
  440000 河套深港科技创新合作区 河套合作区
  110000 中关村科技园区 中关村
  320000 苏州工业园区
  420000 武汉东湖新技术开发区 东湖新技术开发区 东湖高新区
  460000 洋浦经济开发区
  500000 两江新区
  510000 天府新区
  520000 贵安新区
  530000 滇中新区
  610000 西咸新区
  620000 兰州新区
`;

function zoneNames(): PlaceName[] {
  return ZONES.trim()
    .split('\n')
    .flatMap((row): PlaceName[] => {
      const [code = '', full = '', ...short] = row.trim().split(' ');
      return [full, ...short].map((form) => ({ form, code, level: 'zone', full }));
    });
}

let known: readonly PlaceName[] | null = null;

/** All places, each by every name. Some thousand: set up when first asked for. */
export function placeNames(): readonly PlaceName[] {
  if (known) return known;
  const places = [...provinceNames(), ...zoneNames()];
  for (const row of REGION_ROWS) addRow(row, places);
  known = places;
  return places;
}
