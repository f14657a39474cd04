/**
 * The Dexie database, opened with the guards that Dexie lacks: it would re-open an older build on a newer database and
 * write into it. Here the version is checked before the first use, a newer database is only read, and a window that stands in
 * the way of an upgrade closes its connection and says so.
 */
import { Dexie, type Table } from 'dexie';
import { codeOf, damage, StoreFailure, withDeadline } from './failures';
import type { Shape } from './migrations/shapes';
import { tellReasons } from './reasons';
import { whyNotOpen } from './room';
import type { AsideRow, Line, Purged, Version } from './rows';

export const DATABASE_NAME = 'policy-clip';
/** Dexie multiplies version numbers by ten. */
const NATIVE_FACTOR = 10;
/** Shorter than a question's deadline, so that the next question finds the way free. */
const OPEN_DEADLINE_MS = 4_000;
/** Bringing a hundred thousand rows into a new shape may take this long. */
const UPGRADE_DEADLINE_MS = 300_000;

export interface Tables {
  dexie: Dexie;
  /** False for a database of a newer build, which is only read here. */
  writable: boolean;
  /** Rows are parsed when they are read. */
  clips: Table<unknown, string>;
  lines: Table<unknown, string, Line>;
  versions: Table<Version, [string, number]>;
  purged: Table<Purged, string>;
  aside: Table<AsideRow, string>;
  comparisons: Table<unknown, string>;
  state: Table<unknown, string>;
  /** By the clip's id. Null in a database of an older shape, which is only read. */
  pictures: Table<unknown, string> | null;
}

export interface DatabaseEvents {
  /** A newer build wants to upgrade: this window has let go and must be reloaded. */
  onOutdated: () => void;
  /** The browser closed the connection by itself. */
  onLost: () => void;
}

const tablesOf = (dexie: Dexie, writable: boolean): Tables => ({
  dexie,
  writable,
  clips: dexie.table('clips'),
  lines: dexie.table('lines'),
  versions: dexie.table('versions'),
  purged: dexie.table('purged'),
  aside: dexie.table('aside'),
  comparisons: dexie.table('comparisons'),
  state: dexie.table('state'),
  pictures: dexie.tables.some(({ name }) => name === 'pictures') ? dexie.table('pictures') : null,
});

/** Takes a damaged database away. */
export async function deleteDatabase(name: string): Promise<void> {
  await withDeadline(Dexie.delete(name));
}

/** Lets go of the database when another window wants to upgrade or delete it. */
function listen(dexie: Dexie, events: DatabaseEvents): void {
  dexie.on('versionchange', ({ newVersion }) => {
    dexie.close({ disableAutoOpen: true });
    // Without a new version the database is being deleted, to be made anew from the second place.
    if (newVersion === null) events.onLost();
    else events.onOutdated();
    return false;
  });
  dexie.on('close', () => events.onLost());
}

async function opened(dexie: Dexie, deadline = OPEN_DEADLINE_MS): Promise<void> {
  try {
    await withDeadline(dexie.open(), deadline);
  } catch (error) {
    dexie.close({ disableAutoOpen: true });
    throw await whyNotOpen(error);
  }
}

/** A database, by its own name; Dexie's number of its version, 0 when there is none. */
export interface Found {
  name: string;
  /** How often a damaged one before it could not be deleted, so that one of another name took its place. */
  place: number;
  version: number;
}

const placeOf = (name: string, other: string | undefined): number | null => {
  if (other === name) return 0;
  const number = other?.startsWith(`${name}~`) ? Number(other.slice(name.length + 1)) : Number.NaN;
  return Number.isInteger(number) && number > 0 ? number : null;
};

/**
 * The library's database: the last of those that took the place of one which could be neither opened nor deleted.
 * `least`: places before it are passed over.
 */
export async function databaseThere(name: string, least = 0): Promise<Found> {
  if (typeof indexedDB === 'undefined') throw new StoreFailure('store-unavailable');
  try {
    const all = await withDeadline(indexedDB.databases(), OPEN_DEADLINE_MS);
    const places = all.flatMap((one) => placeOf(name, one.name) ?? []);
    const place = Math.max(least, ...places);
    const own = place === 0 ? name : `${name}~${place}`;
    return { name: own, place, version: (all.find((one) => one.name === own)?.version ?? 0) / NATIVE_FACTOR };
  } catch (error) {
    throw await whyNotOpen(error);
  }
}

/** Opens one version and no other. Dexie would take whichever is there instead, and add the tables that it misses. */
const only = (version: number): IDBFactory => ({
  open(name, asked) {
    if (asked !== version * NATIVE_FACTOR) throw new DOMException('another version', 'VersionError');
    return indexedDB.open(name, asked);
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (a, b) => indexedDB.cmp(a, b),
});

/**
 * Opens what `databaseThere` found a moment ago. Throws `StoreFailure` with `store-newer`, `store-unavailable`,
 * `store-timeout` …
 */
export async function openDatabase(
  { name, version: there }: Pick<Found, 'name' | 'version'>,
  events: DatabaseEvents,
  shapes: readonly Shape[],
): Promise<Tables> {
  const current = shapes.at(-1)?.version ?? 0;
  if (there >= current + 1) throw new StoreFailure('store-newer');
  // A fraction stands for tables that Dexie added to a shape that was not released yet.
  const factory = there > current ? indexedDB : only(current);
  const dexie = new Dexie(name, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    indexedDB: factory,
    IDBKeyRange,
  });
  for (const { version, stores, upgrade } of shapes) {
    const shape = dexie.version(version).stores({ ...stores });
    if (upgrade) shape.upgrade(upgrade);
  }
  tellReasons(dexie);
  listen(dexie, events);
  try {
    await opened(dexie, there > 0 && there < current ? UPGRADE_DEADLINE_MS : OPEN_DEADLINE_MS);
    return tablesOf(dexie, true);
  } catch (error) {
    dexie.close({ disableAutoOpen: true });
    // Of this build's shape, now as before, and yet without one of its tables.
    const newer = codeOf(error) === 'store-newer' && there === current;
    if (newer && (await databaseThere(name)).version === current) throw damage(String(error));
    throw error;
  }
}

/** Opens a database as it is, of whichever version, for reading alone: every write is refused with `store-newer`. */
export async function openForReading(name: string, events: DatabaseEvents): Promise<Tables> {
  const dexie = new Dexie(name, { autoOpen: false });
  dexie.use({
    stack: 'dbcore',
    name: 'for-reading',
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        if (mode !== 'readonly') throw new StoreFailure('store-newer');
        return core.transaction(stores, mode, { ...options, durability: 'default' });
      },
    }),
  });
  listen(dexie, events);
  await opened(dexie);
  try {
    return tablesOf(dexie, false);
  } catch (error) {
    dexie.close({ disableAutoOpen: true });
    throw new StoreFailure('store-newer', String(error));
  }
}
