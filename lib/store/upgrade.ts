/**
 * What happens before a database of an older shape is brought into this build's: a copy of it is kept. Only one window
 * does it at a time. A full disk stops the upgrade, and nothing has changed; where no file can be written at all, the
 * upgrade goes on, because it is one transaction and the second place has everything as well, and the person is told.
 */
import { keepCopy } from './backup/kept-copies';
import { type DatabaseEvents, type Found, openDatabase, openForReading, type Tables } from './database';
import { codeOf, StoreFailure } from './failures';
import type { Shape } from './migrations/shapes';

export type UpgradeCode = 'upgrading' | 'upgraded' | 'upgraded-alone';

const SHELL = { onOutdated: () => undefined, onLost: () => undefined };

async function kept(name: string, there: Found): Promise<boolean> {
  const shape = Math.floor(there.version);
  let tables: Tables | null = null;
  try {
    tables = await openForReading(there.name, SHELL);
    await keepCopy(name, shape, tables);
    return true;
  } catch (error) {
    if (codeOf(error) === 'store-full') throw new StoreFailure('store-full', String(error));
    return false;
  } finally {
    tables?.dexie.close({ disableAutoOpen: true });
  }
}

/** Opens the database that `find` finds; one of an older shape is kept before. */
export async function openUpgraded(
  name: string,
  find: () => Promise<Found>,
  events: DatabaseEvents,
  shapes: readonly Shape[],
  onUpgrade: (code: UpgradeCode) => void,
): Promise<Tables> {
  const current = shapes.at(-1)?.version ?? 0;
  const isOld = ({ version }: Found) => version > 0 && version < current;
  const there = await find();
  if (!isOld(there)) return openDatabase(there, events, shapes);
  return navigator.locks.request(`${name}-upgrade`, async () => {
    const now = await find();
    if (!isOld(now)) return openDatabase(now, events, shapes);
    onUpgrade('upgrading');
    const copied = await kept(name, now);
    const tables = await openDatabase(now, events, shapes);
    onUpgrade(copied ? 'upgraded' : 'upgraded-alone');
    return tables;
  });
}
