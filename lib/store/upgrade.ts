/**
 * What happens before a database of an older shape is brought into this build's: a copy of it is kept. Only one window
 * does it at a time. A full disk stops the upgrade, and nothing has changed; where no file can be written at all, the
 * upgrade goes on, because it is one transaction and the second place has everything as well, and the person is told.
 */
import { keepCopy } from './backup/kept-copies';
import { type DatabaseEvents, openDatabase, openForReading, type Tables, versionThere } from './database';
import { codeOf, StoreFailure } from './failures';
import type { Shape } from './migrations/shapes';

export type UpgradeCode = 'upgrading' | 'upgraded' | 'upgraded-alone';

const SHELL = { onOutdated: () => undefined, onLost: () => undefined };

async function kept(name: string, shape: number): Promise<boolean> {
  let tables: Tables | null = null;
  try {
    tables = await openForReading(name, SHELL);
    await keepCopy(name, shape, tables);
    return true;
  } catch (error) {
    if (codeOf(error) === 'store-full') throw new StoreFailure('store-full', String(error));
    return false;
  } finally {
    tables?.dexie.close({ disableAutoOpen: true });
  }
}

/** Opens the database; one of an older shape is kept before. */
export async function openUpgraded(
  name: string,
  events: DatabaseEvents,
  shapes: readonly Shape[],
  onUpgrade: (code: UpgradeCode) => void,
): Promise<Tables> {
  const current = shapes.at(-1)?.version ?? 0;
  const isOld = (version: number) => version > 0 && version < current;
  const there = await versionThere(name);
  if (!isOld(there)) return openDatabase(name, events, { shapes, there });
  return navigator.locks.request(`${name}-upgrade`, async () => {
    const now = await versionThere(name);
    if (!isOld(now)) return openDatabase(name, events, { shapes, there: now });
    onUpgrade('upgrading');
    const copied = await kept(name, Math.floor(now));
    const tables = await openDatabase(name, events, { shapes, there: now });
    onUpgrade(copied ? 'upgraded' : 'upgraded-alone');
    return tables;
  });
}
