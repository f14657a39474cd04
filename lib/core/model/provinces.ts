/**
 * The 34 province-level units of GB/T 2260 in official order, and `100000` for national bodies. Names are not here:
 * the interface has them in its locale files, the reader in its lexicon.
 */
export const PROVINCE_CODES = [
  '110000',
  '120000',
  '130000',
  '140000',
  '150000',
  '210000',
  '220000',
  '230000',
  '310000',
  '320000',
  '330000',
  '340000',
  '350000',
  '360000',
  '370000',
  '410000',
  '420000',
  '430000',
  '440000',
  '450000',
  '460000',
  '500000',
  '510000',
  '520000',
  '530000',
  '540000',
  '610000',
  '620000',
  '630000',
  '640000',
  '650000',
  '710000',
  '810000',
  '820000',
] as const;
export const NATIONAL_CODE = '100000';
export const REGION_CODES = [NATIONAL_CODE, ...PROVINCE_CODES] as const;
export type RegionCode = (typeof REGION_CODES)[number];

export const isRegionCode = (code: string): code is RegionCode => REGION_CODES.some((known) => known === code);
