/** The periods a reader of bulletins asks for, reckoned from a day, in the syntax of the query. Reads no clock. */
export const PERIODS = ['month', 'lastMonth', 'quarter', 'year', 'lastYear'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Period {
  name: PeriodName;
  /** Value of a `日期:` term: `2025`, `2025-12` or `2025-10..2025-12`. */
  value: string;
}

/** `YYYY-MM` of the month that is `back` months before. */
function monthBefore(day: string, back: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** `today` is `YYYY-MM-DD`. */
export function recentPeriods(today: string): Period[] {
  const month = monthBefore(today, 0);
  const year = Number(today.slice(0, 4));
  return [
    { name: 'month', value: month },
    { name: 'lastMonth', value: monthBefore(today, 1) },
    { name: 'quarter', value: `${monthBefore(today, 2)}..${month}` },
    { name: 'year', value: String(year) },
    { name: 'lastYear', value: String(year - 1) },
  ];
}
