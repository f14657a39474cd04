/** The 34 provinces by GB/T 2260, regions of several, and hosts. The places within them are in `places.ts`. */
export const NATIONAL = '100000';

export interface ProvinceEntry {
  code: string;
  name: string;
  /** Name without 省, 市, 自治区. */
  short: string;
  /** One-character names, as document numbers begin with. */
  letters: string;
  /** Labels before `.gov.cn`. */
  hosts: readonly string[];
  example: string;
}

const province = (code: string, name: string, short: string, letters: string, hosts: string): ProvinceEntry => ({
  code,
  name,
  short,
  letters,
  hosts: hosts.split(' '),
  example: `${short}出台新措施，${name}科学技术厅（局）负责解释。`,
});

export const PROVINCES: readonly ProvinceEntry[] = [
  province('110000', '北京市', '北京', '京', 'bj beijing bjxch bjhd'),
  province('120000', '天津市', '天津', '津', 'tj tianjin'),
  province('130000', '河北省', '河北', '冀', 'he hebei'),
  province('140000', '山西省', '山西', '晋', 'sx shanxi'),
  province('150000', '内蒙古自治区', '内蒙古', '蒙', 'nm nmg'),
  province('210000', '辽宁省', '辽宁', '辽', 'ln liaoning'),
  province('220000', '吉林省', '吉林', '吉', 'jl'),
  province('230000', '黑龙江省', '黑龙江', '黑', 'hl hlj'),
  province('310000', '上海市', '上海', '沪', 'sh shanghai'),
  province('320000', '江苏省', '江苏', '苏', 'js jiangsu'),
  province('330000', '浙江省', '浙江', '浙', 'zj zhejiang'),
  province('340000', '安徽省', '安徽', '皖', 'ah anhui'),
  province('350000', '福建省', '福建', '闽', 'fj fujian'),
  province('360000', '江西省', '江西', '赣', 'jx jiangxi'),
  province('370000', '山东省', '山东', '鲁', 'sd shandong'),
  province('410000', '河南省', '河南', '豫', 'ha henan'),
  province('420000', '湖北省', '湖北', '鄂', 'hb hubei'),
  province('430000', '湖南省', '湖南', '湘', 'hn hunan'),
  province('440000', '广东省', '广东', '粤', 'gd'),
  province('450000', '广西壮族自治区', '广西', '桂', 'gx gxzf'),
  province('460000', '海南省', '海南', '琼', 'hi hainan'),
  province('500000', '重庆市', '重庆', '渝', 'cq'),
  province('510000', '四川省', '四川', '川蜀', 'sc sichuan'),
  province('520000', '贵州省', '贵州', '黔贵', 'guizhou gzzf'),
  province('530000', '云南省', '云南', '滇云', 'yn yunnan'),
  province('540000', '西藏自治区', '西藏', '藏', 'xz xizang'),
  province('610000', '陕西省', '陕西', '陕秦', 'sn shaanxi'),
  province('620000', '甘肃省', '甘肃', '甘陇', 'gs gansu'),
  province('630000', '青海省', '青海', '青', 'qh qinghai'),
  province('640000', '宁夏回族自治区', '宁夏', '宁', 'nx'),
  province('650000', '新疆维吾尔自治区', '新疆', '新', 'xj xinjiang'),
  province('710000', '台湾省', '台湾', '台', 'tw'),
  province('810000', '香港特别行政区', '香港', '港', 'hk'),
  province('820000', '澳门特别行政区', '澳门', '澳', 'mo'),
];

export interface RegionGroupEntry {
  form: string;
  codes: readonly string[];
  example: string;
}

const group = (form: string, codes: string): RegionGroupEntry => ({
  form,
  codes: codes.split(' ').map((code) => `${code}0000`),
  example: `${form}联合出台协同创新措施。`,
});

/** Regions of several provinces, as titles name them. Longest first. */
export const REGION_GROUPS: readonly RegionGroupEntry[] = [
  group('长三角三省一市', '31 32 33 34'),
  group('粤港澳大湾区', '44 81 82'),
  group('沪苏浙皖', '31 32 33 34'),
  group('成渝地区', '51 50'),
  group('东北三省', '21 22 23'),
  group('京津冀', '11 12 13'),
  group('长三角', '31 32 33 34'),
  group('鄂湘赣', '42 43 36'),
  group('川渝', '51 50'),
  group('成渝', '51 50'),
];

/** Hosts of prefectures that are no pinyin of the name, or one that several names share. */
export const CITY_HOSTS: Readonly<Record<string, string>> = {
  gz: '440000',
  sz: '440000',
  suzhou: '320000',
  fuzhou: '350000',
  taizhou: '320000',
  zjtz: '330000',
  yichun: '360000',
  yulin: '450000',
  yl: '610000',
  wh: '420000',
  xm: '350000',
  zs: '440000',
  nc: '360000',
  hhhtnw: '150000',
};

export const provinceByCode: ReadonlyMap<string, ProvinceEntry> = new Map(
  PROVINCES.map((entry) => [entry.code, entry]),
);
