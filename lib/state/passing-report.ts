/** Reports of what is still going on: they go by themselves, and until then a list may not be whole. */
import type { ReportCode, StoreReport } from '@/lib/store/contract';

const PASSING: readonly ReportCode[] = ['unchecked', 'unchecked-full', 'upgrading'];

export const isPassing = (report: StoreReport | null): boolean =>
  report !== null && (PASSING.includes(report.code) || (report.code === 'rebuilt' && report.count === 0));
