/** Reports of what is still going on: they go by themselves, and until then a list may not be whole. */
import type { StoreReport } from '@/lib/store/contract';

export const isPassing = (report: StoreReport | null): boolean =>
  report !== null &&
  (report.code === 'unchecked' || report.code === 'upgrading' || (report.code === 'rebuilt' && report.count === 0));
