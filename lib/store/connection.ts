/**
 * Keeps one open database per context: opens on first use, and opens again after the browser closed it. Once a newer
 * build took over, it is only read.
 */
import { databaseThere, deleteDatabase, openForReading, type Tables } from './database';
import { StoreFailure } from './failures';
import { SHAPES, type Shape } from './migrations/shapes';
import { isFull } from './room';
import { openUpgraded, type UpgradeCode } from './upgrade';

export interface Connection {
  /** For reading and writing; `store-newer` once a newer build took over. */
  tables(): Promise<Tables>;
  /** For reading: then of the newer database, as far as it can be read. */
  readable(): Promise<Tables>;
  /** A newer build took over. */
  outdated(): boolean;
  close(): Promise<void>;
  /**
   * Deletes the database, though not while the disk is full; the next question opens an empty one, of another name when
   * it cannot be deleted.
   */
  destroy(): Promise<void>;
}

/** An open database, opened with the next question when there is none. */
function createSlot(open: () => Promise<Tables>) {
  let opened: Promise<Tables> | null = null;
  return {
    get() {
      if (!opened) {
        const own = open();
        opened = own;
        own.catch(() => {
          if (opened === own) opened = null;
        });
      }
      return opened;
    },
    forget() {
      opened = null;
    },
    async close() {
      const own = opened;
      opened = null;
      const tables = await own?.catch(() => null);
      tables?.dexie.close({ disableAutoOpen: true });
    },
  };
}

export interface ConnectionEvents {
  /** A newer build took over; runs once. */
  onOutdated: () => void;
  /** The database is of an older shape and is brought into this build's. */
  onUpgrade: (code: UpgradeCode) => void;
}

export function createConnection(
  name: string,
  { onOutdated, onUpgrade }: ConnectionEvents,
  shapes: readonly Shape[] = SHAPES,
): Connection {
  let outdated = false;
  let least = 0;
  const find = () => databaseThere(name, least);
  function outdate(): void {
    own.forget();
    if (outdated) return;
    outdated = true;
    onOutdated();
  }
  const own = createSlot(async () => {
    try {
      const events = { onOutdated: outdate, onLost: () => own.forget() };
      return await openUpgraded(name, find, events, shapes, onUpgrade);
    } catch (error) {
      if (error instanceof StoreFailure && error.code === 'store-newer') outdate();
      throw error;
    }
  });
  const newer = createSlot(async () => {
    const forget = () => newer.forget();
    return openForReading((await find()).name, { onOutdated: forget, onLost: forget });
  });
  const tables = () => (outdated ? Promise.reject(new StoreFailure('store-newer')) : own.get());
  return {
    tables,
    async readable() {
      try {
        return await tables();
      } catch (error) {
        if (!outdated) throw error;
        return newer.get();
      }
    },
    outdated: () => outdated,
    async close() {
      await Promise.all([own.close(), newer.close()]);
    },
    async destroy() {
      // Without room nothing tells damage from the want of it, and another database could not be written.
      if (await isFull()) throw new StoreFailure('store-full');
      await own.close();
      // A store that is damaged as a whole does not even tell what is in it; deleting may still work.
      const there = await find().catch(() => ({ name: least === 0 ? name : `${name}~${least}`, place: least }));
      const deleted = await deleteDatabase(there.name).then(
        () => true,
        () => false,
      );
      least = deleted ? there.place : there.place + 1;
    },
  };
}
