/**
 * Which window is bringing clips back is seen by all: edits are refused meanwhile, and one that took the turn away to
 * hear so would only keep them from coming.
 */
import type { Tables } from './database';
import { headOf } from './reads';

const lockOf = (name: string): string => `${name}-filling`;

/** Shared: a window that was frozen in the middle keeps no other from going on. */
export const whileFilling = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(lockOf(name), { mode: 'shared' }, work);

/** Asked by a window that has not the turn. */
export async function isFilledElsewhere(name: string, tables: () => Promise<Tables>): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  if (!held.some((one) => one.name === lockOf(name))) return false;
  const head = await headOf(await tables());
  return head?.rebuilding ?? false;
}
