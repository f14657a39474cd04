/** A shape of the database to come: one index and one table more, and one key more in every clip. */
import type { Transaction } from 'dexie';
import { SHAPES, type Shape } from '@/lib/store/migrations/shapes';

export const LATEST = SHAPES.at(-1)?.version ?? 0;

export const nextShape = (
  upgrade: Shape['upgrade'] = async (transaction: Transaction) => {
    await transaction.table('clips').toCollection().modify({ sketch: 's' });
  },
): Shape => ({ version: LATEST + 1, stores: { clips: 'id, key', sketches: 'id' }, upgrade });
