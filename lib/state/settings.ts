/** Settings as a signal over lasting memory; a change is shown at once and written behind. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { parseSettings, SETTINGS_KEY, type Settings } from '@/lib/core/settings/settings';
import type { Memory } from './memory';

export interface SettingsStore {
  values: ReadonlySignal<Settings>;
  /** False until what was stored has been read. */
  ready: ReadonlySignal<boolean>;
  change(part: Partial<Settings>): void;
}

export function createSettings(memory: Memory): SettingsStore {
  const values = signal(parseSettings(undefined));
  const ready = signal(false);
  let early: Partial<Settings> = {};
  const stored = memory.get(SETTINGS_KEY).then((value) => {
    values.value = { ...parseSettings(value), ...early };
    ready.value = true;
  });
  return {
    values,
    ready,
    change(part) {
      values.value = { ...values.value, ...part };
      early = { ...early, ...part };
      void stored.then(() => memory.set(SETTINGS_KEY, values.value));
    },
  };
}
