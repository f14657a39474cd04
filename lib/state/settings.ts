/**
 * Settings as a signal over lasting memory; a change is shown at once and written behind. They lie in two places that
 * fail apart: the extension's local storage, where the background reads them too, and a copy. A torn local storage goes
 * back in time, is silently empty or damaged, so the place with the later whole change is believed, and bringing
 * something back is told.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { parseSettings, revisionOf, SETTINGS_KEY, type Settings, seal } from '@/lib/core/settings/settings';
import type { Memory } from './memory';

export interface SettingsStore {
  values: ReadonlySignal<Settings>;
  /** False until what was stored has been read. */
  ready: ReadonlySignal<boolean>;
  /** The settings had been lost and came back from the copy. */
  restored: ReadonlySignal<boolean>;
  /** What was stored is damaged wherever it lies; the settings are those of a first start. */
  lost: ReadonlySignal<boolean>;
  dismissRestored(): void;
  change(part: Partial<Settings>): void;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(parseSettings(one)) === JSON.stringify(parseSettings(other));

export function createSettings(memory: Memory, copy: Memory): SettingsStore {
  const values = signal(parseSettings(undefined));
  const ready = signal(false);
  const restored = signal(false);
  const lost = signal(false);
  let early: Partial<Settings> = {};
  let last = -1;

  const compare = async () => {
    const [first, second] = await Promise.all([memory.get(SETTINGS_KEY), copy.get(SETTINGS_KEY)]);
    const lead = revisionOf(first) - revisionOf(second);
    last = Math.max(last, revisionOf(first), revisionOf(second));
    const isLost = last < 0 && (first !== undefined || second !== undefined);
    // A turned bit may look like a setting.
    const believed = lead < 0 ? second : first;
    values.value = { ...parseSettings(isLost ? undefined : believed), ...early };
    restored.value = lead < 0 && !isSame(first, second);
    lost.value = isLost;
    ready.value = true;
    if (isLost) await write();
    else if (lead < 0) await memory.set(SETTINGS_KEY, second);
    else if (lead > 0 || !isSame(first, second)) await copy.set(SETTINGS_KEY, first);
  };
  const write = async () => {
    // Not the copy's: where it hangs, the change would wait for it.
    last = Math.max(0, last, revisionOf(await memory.get(SETTINGS_KEY))) + 1;
    const next = seal(values.value, last);
    // One after the other: what ends the browser in a write must not tear both.
    await memory.set(SETTINGS_KEY, next);
    await copy.set(SETTINGS_KEY, next);
  };
  let turn = compare();
  return {
    values,
    ready,
    restored,
    lost,
    dismissRestored() {
      restored.value = false;
      lost.value = false;
    },
    change(part) {
      values.value = { ...values.value, ...part };
      early = { ...early, ...part };
      turn = turn.then(write);
    },
  };
}
