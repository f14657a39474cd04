/**
 * Keeps one open database per context: opens on first use, opens again after the browser closed it, and stays shut once
 * a newer build took over.
 */
import { deleteDatabase, openDatabase, type Tables } from './database';
import { StoreFailure } from './failures';

export interface Connection {
  tables(): Promise<Tables>;
  close(): Promise<void>;
  /** Deletes the database; the next question opens an empty one. */
  destroy(): Promise<void>;
}

export function createConnection(name: string, onOutdated: () => void): Connection {
  let opened: Promise<Tables> | null = null;
  let outdated = false;
  const open = () =>
    openDatabase(name, {
      onOutdated: () => {
        outdated = true;
        opened = null;
        onOutdated();
      },
      onLost: () => {
        opened = null;
      },
    });
  async function close(): Promise<void> {
    const own = opened;
    opened = null;
    const tables = await own?.catch(() => null);
    tables?.dexie.close({ disableAutoOpen: true });
  }
  return {
    tables() {
      if (outdated) return Promise.reject(new StoreFailure('store-newer'));
      if (!opened) {
        const own = open();
        opened = own;
        own.catch(() => {
          if (opened === own) opened = null;
        });
      }
      return opened;
    },
    close,
    async destroy() {
      await close();
      await deleteDatabase(name);
    },
  };
}
