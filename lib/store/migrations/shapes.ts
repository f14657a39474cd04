/** Every released shape of the database, oldest first; the last one is this build's. */
import type { Transaction } from 'dexie';
import { V1 } from './v1';
import { V2 } from './v2';
import { V3 } from './v3';
import { V4 } from './v4';

export interface Shape {
  version: number;
  /** Table names with their keys and indexes, as Dexie reads them. */
  stores: Readonly<Record<string, string | null>>;
  /** Brings rows of the shape before into this one. Runs in the transaction that changes the version: all or nothing. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}

export const SHAPES: readonly Shape[] = [V1, V2, V3, V4];
