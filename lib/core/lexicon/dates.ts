/**
 * Words that place an event in time relative to the day of publication, each with a sentence that holds it.
 * Written-out dates are forms, not words: `parse/fields/dates.ts` reads them.
 */

export interface RelativeDayEntry {
  form: string;
  /** Days to add to the day of publication. */
  days: number;
  example: string;
}

export const RELATIVE_DAYS: readonly RelativeDayEntry[] = [
  { form: '今天', days: 0, example: '省科技厅今天发布通知。' },
  { form: '今日', days: 0, example: '记者今日从发布会获悉，方案已印发。' },
  { form: '今早', days: 0, example: '今早，试点正式启动。' },
  { form: '昨天', days: -1, example: '市发展改革委昨天公布名单。' },
  { form: '昨日', days: -1, example: '会议昨日闭幕。' },
  { form: '前天', days: -2, example: '征求意见前天截止。' },
];

/** Words that begin a horizon: what follows, up to the end of the sentence, is set for that year. */
export interface HorizonEntry {
  form: string;
  place: 'before' | 'after';
  example: readonly [sentence: string, year: number];
}

export const HORIZON_WORDS: readonly HorizonEntry[] = [
  { form: '到', place: 'before', example: ['到2027年，建设60家中试平台。', 2027] },
  { form: '至', place: 'before', example: ['至2028年底，建成5个园区。', 2028] },
  { form: '力争', place: 'before', example: ['力争2027年培育企业1000家。', 2027] },
  { form: '确保', place: 'before', example: ['确保2026年新增床位300张。', 2026] },
  { form: '争取', place: 'before', example: ['争取2026年引进团队20个。', 2026] },
  { form: '计划', place: 'before', example: ['计划2026年新建站点80座。', 2026] },
  { form: '前', place: 'after', example: ['2026年底前，改造小区120个。', 2026] },
  { form: '力争', place: 'after', example: ['2027年力争突破500亿元。', 2027] },
  { form: '计划', place: 'after', example: ['2026年计划投资680亿元。', 2026] },
  { form: '将', place: 'after', example: ['2026年将新建学校12所。', 2026] },
  { form: '目标', place: 'after', example: ['2026年目标产值达300亿元。', 2026] },
];
