/** Issues of a bulletin as a series: which numbers lie between those that are there. */
import { foldText } from '../clip/keys';

export interface Issue {
  /** Name of the bulletin. */
  title: string;
  /** As printed: `57`, `第57期`, `总第 312 期`. */
  issueNumber: string;
}

export interface SeriesGap {
  title: string;
  missing: number[];
}

/** More missing numbers than this are two series, or a misread number, and no gap. */
const MOST_MISSING = 36;

/** The number of an issue, where it has exactly one. */
export function numberOfIssue(issueNumber: string): number | null {
  const [number, ...more] = issueNumber.normalize('NFKC').match(/\d{1,6}/gu) ?? [];
  return number !== undefined && more.length === 0 ? Number(number) : null;
}

/** Numbers missing within each series, in order of first appearance. */
export function seriesGaps(issues: readonly Issue[]): SeriesGap[] {
  const bySeries = Map.groupBy(issues, (issue) => foldText(issue.title));
  return [...bySeries.values()].flatMap((series) => {
    const numbers = new Set(series.flatMap((issue) => numberOfIssue(issue.issueNumber) ?? []));
    if (numbers.size < 2) return [];
    const first = Math.min(...numbers);
    const last = Math.max(...numbers);
    if (last - first + 1 - numbers.size > MOST_MISSING) return [];
    const missing = Array.from({ length: last - first }, (_, i) => first + i).filter((number) => !numbers.has(number));
    return missing.length > 0 ? [{ title: series[0]?.title ?? '', missing }] : [];
  });
}
