/**
 * Settings as a signal over lasting memory; a change is shown at once and written behind. They lie in two places that
 * fail apart: the extension's local storage, where the background reads them too, and a copy. A torn local storage goes
 * back in time, is silently empty or damaged, so the place with the later whole change is believed, and bringing
 * something back is told.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { parseSettings, revisionOf, SETTINGS_KEY, type Settings, seal } from '@/lib/core/settings/settings';
import { type Memory, type SharedMemory, throttled } from './memory';

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

/** A place that did not answer is asked again. */
const AGAIN_MS = 5_000;

export function createSettings(
  memory: Pick<SharedMemory, 'read' | 'set' | 'alone'>,
  copy: Pick<Memory, 'read' | 'set'>,
): SettingsStore {
  const values = signal(parseSettings(undefined));
  const ready = signal(false);
  const restored = signal(false);
  const lost = signal(false);
  /** Changed here, and not in local storage yet. */
  let early: Partial<Settings> = {};
  let last = -1;
  /** Local storage has been read. */
  let known = false;
  /** And nothing is known of it: a change would be written over what is there. */
  let blind = false;
  let changed = false;

  const compare = async () => {
    const [one, other] = await Promise.all([memory.read(SETTINGS_KEY), copy.read(SETTINGS_KEY)]);
    known = one !== null;
    const [first, second] = [one?.value, other?.value];
    blind = !one && revisionOf(second) < 0;
    const lead = revisionOf(first) - revisionOf(second);
    last = Math.max(last, revisionOf(first), revisionOf(second));
    const isLost = known && last < 0 && (first !== undefined || second !== undefined);
    // A turned bit may look like a setting.
    const believed = lead < 0 ? second : first;
    values.value = { ...parseSettings(isLost ? undefined : believed), ...early };
    restored.value = known && !changed && lead < 0 && !isSame(first, second);
    lost.value = isLost;
    ready.value = true;
    if (!known) again.trigger();
    else if (isLost) await write();
    else if (lead < 0) await memory.set(SETTINGS_KEY, second);
    else if (lead > 0 || !isSame(first, second)) await copy.set(SETTINGS_KEY, first);
  };
  const write = async () => {
    changed = true;
    if (!known) await compare();
    if (blind) return;
    // Two windows would count from the same change.
    await memory.alone(SETTINGS_KEY, put).catch(() => again.trigger());
  };
  const put = async () => {
    // Not the copy's: where it hangs, the change would wait for it.
    const there = known ? await memory.read(SETTINGS_KEY) : null;
    if (known && !there) again.trigger();
    // Another window has changed something.
    if (revisionOf(there?.value) > last) values.value = { ...parseSettings(there?.value), ...early };
    last = Math.max(0, last, revisionOf(there?.value)) + 1;
    const next = seal(values.value, last);
    const mine = early;
    // One after the other: what ends the browser in a write must not tear both. Nothing is written over what is not known.
    const kept = there !== null && (await memory.set(SETTINGS_KEY, next));
    await copy.set(SETTINGS_KEY, next);
    if (kept && early === mine) early = {};
  };
  const run = (work: () => Promise<void>) => {
    turn = turn.then(work).catch(() => undefined);
  };
  const again = throttled(() => {
    if (!known || Object.keys(early).length > 0) run(changed ? write : compare);
  }, AGAIN_MS);
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
      run(write);
    },
  };
}
