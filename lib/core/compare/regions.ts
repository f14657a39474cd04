/**
 * The 34 province-level units with their place in a map of square tiles: rows and columns follow the neighbourhood of
 * the provinces, no border is drawn. Codes after GB/T 2260; `100000` (national) has no tile.
 */
export interface RegionTile {
  code: string;
  zh: string;
  en: string;
  row: number;
  column: number;
}

const tile = (code: string, zh: string, en: string, row: number, column: number): RegionTile => ({
  code,
  zh,
  en,
  row,
  column,
});

export const TILE_ROWS = 9;
export const TILE_COLUMNS = 9;

export const REGION_TILES: readonly RegionTile[] = [
  tile('230000', '黑龙江', 'Heilongjiang', 0, 7),
  tile('650000', '新疆', 'Xinjiang', 1, 0),
  tile('150000', '内蒙古', 'Inner Mongolia', 1, 5),
  tile('220000', '吉林', 'Jilin', 1, 7),
  tile('620000', '甘肃', 'Gansu', 2, 2),
  tile('640000', '宁夏', 'Ningxia', 2, 3),
  tile('110000', '北京', 'Beijing', 2, 6),
  tile('210000', '辽宁', 'Liaoning', 2, 7),
  tile('630000', '青海', 'Qinghai', 3, 1),
  tile('610000', '陕西', 'Shaanxi', 3, 4),
  tile('140000', '山西', 'Shanxi', 3, 5),
  tile('130000', '河北', 'Hebei', 3, 6),
  tile('120000', '天津', 'Tianjin', 3, 7),
  tile('540000', '西藏', 'Tibet', 4, 1),
  tile('410000', '河南', 'Henan', 4, 5),
  tile('370000', '山东', 'Shandong', 4, 6),
  tile('510000', '四川', 'Sichuan', 5, 3),
  tile('500000', '重庆', 'Chongqing', 5, 4),
  tile('420000', '湖北', 'Hubei', 5, 5),
  tile('340000', '安徽', 'Anhui', 5, 6),
  tile('320000', '江苏', 'Jiangsu', 5, 7),
  tile('310000', '上海', 'Shanghai', 5, 8),
  tile('530000', '云南', 'Yunnan', 6, 2),
  tile('520000', '贵州', 'Guizhou', 6, 4),
  tile('430000', '湖南', 'Hunan', 6, 5),
  tile('360000', '江西', 'Jiangxi', 6, 6),
  tile('330000', '浙江', 'Zhejiang', 6, 7),
  tile('450000', '广西', 'Guangxi', 7, 4),
  tile('440000', '广东', 'Guangdong', 7, 5),
  tile('350000', '福建', 'Fujian', 7, 7),
  tile('710000', '台湾', 'Taiwan', 7, 8),
  tile('460000', '海南', 'Hainan', 8, 4),
  tile('820000', '澳门', 'Macao', 8, 5),
  tile('810000', '香港', 'Hong Kong', 8, 6),
];

const BY_CODE = new Map(REGION_TILES.map((region) => [region.code, region]));
const NATIONAL = { zh: '国家', en: 'National' };

/** Order of provinces in tables and exports: by code, national first, none last. */
export const byRegionCode = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

/** Short name of a province code; the code itself when it is none of the 34. */
export const regionName = (code: string, locale: 'zh' | 'en'): string =>
  code === '100000' ? NATIONAL[locale] : (BY_CODE.get(code)?.[locale] ?? code);
