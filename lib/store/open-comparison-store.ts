/** Named comparisons alone, for where nothing else of the library is needed. */
import type { ComparisonStore } from './contract';
import { DATABASE_NAME } from './database';
import { openClipStore } from './open-clip-store';

export interface OpenComparisonStore extends ComparisonStore {
  close(): Promise<void>;
}

export function openComparisonStore(name: string = DATABASE_NAME): OpenComparisonStore {
  const { comparisons, close } = openClipStore({ name });
  return { ...comparisons, close };
}
