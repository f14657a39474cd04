/** The settings as the panel reads and writes them, and what stands in both of their places. */
import { parseSettings, revisionOf, SETTINGS_KEY, type Settings } from '@/lib/core/settings/settings';
import { createCopyMemory, createLocalMemory } from '@/lib/platform/memory';
import { createSettings, type SettingsStore } from '@/lib/state/settings';

export interface FoundSettings {
  values: Settings;
  /** It was said that they had been lost and came back. */
  announced: boolean;
  /** In both places before anything of ours looked at them. */
  before: { first: Settings; second: Settings };
}

const places = [createLocalMemory(), createCopyMemory()] as const;
const stored = () => Promise.all(places.map(async (place) => (await place.read(SETTINGS_KEY))?.value));
let opened: SettingsStore | null = null;

/** Waits until both places say the same. */
async function settled(least: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [first, second] = (await stored()).map(revisionOf);
    if (first === second && (first ?? -1) >= least) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export async function lookAtSettings(): Promise<FoundSettings> {
  const [first, second] = (await stored()).map(parseSettings) as [Settings, Settings];
  const settings = createSettings(...places);
  opened = settings;
  while (!settings.ready.value) await new Promise((resolve) => setTimeout(resolve, 5));
  const found = { values: settings.values.value, announced: settings.restored.value, before: { first, second } };
  await settled(-1);
  return found;
}

/** Changes them one after the other, as a person does, and tells what they are then. */
export async function changeSettings(changes: Partial<Settings>[]): Promise<Settings> {
  if (!opened) throw new Error('not open');
  for (const part of changes) {
    const before = revisionOf((await stored())[0]);
    opened.change(part);
    await settled(before + 1);
  }
  return opened.values.value;
}
