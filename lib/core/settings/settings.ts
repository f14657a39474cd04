/**
 * What the person decided, one schema. Unknown or damaged values fall back one by one, so that a setting of a newer
 * version or a torn write never takes the others with it.
 */
import { hashText } from '../clip/hash';
import { z } from '../model/zod';

export const settingsSchema = z.object({
  /** Government PDFs open in our reader instead of the browser's viewer. */
  readerForGovernmentPdfs: z.boolean().catch(false),
  /** Edition of GB/T 7714 that citations follow. */
  citationEdition: z.enum(['2025', '2015']).catch('2025'),
  /** The walkthrough was finished or dismissed. */
  walkthroughDone: z.boolean().catch(false),
});
export type Settings = z.infer<typeof settingsSchema>;

const sealSchema = z.object({ revision: z.int().min(0), sum: z.string() });

/** Where the settings stand in the extension's local storage. */
export const SETTINGS_KEY = 'settings';

const isPlain = (value: unknown) => ['boolean', 'number', 'string'].includes(typeof value);
const sumOf = ({ sum: _, ...stored }: object & { sum?: unknown }): string =>
  hashText(
    JSON.stringify(
      Object.entries(stored)
        .filter(([, value]) => isPlain(value))
        .sort(),
    ),
  ).slice(0, 16);

/**
 * As settings lie in each of their two places: with the number of the change, which tells the place that has lost some,
 * and a sum. The browser mends a damaged local storage without looking at checksums, so a turned bit may come back as a
 * setting.
 */
export function seal(settings: Settings, revision: number): object {
  const numbered = { ...settings, revision };
  return { ...numbered, sum: sumOf(numbered) };
}

/** Number of the last change. Settings of a build that did not seal them: 0; none there, or damaged: -1. */
export function revisionOf(stored: unknown): number {
  if (typeof stored !== 'object' || stored === null) return -1;
  if (!('revision' in stored) && !('sum' in stored)) return 0;
  const { revision, sum } = sealSchema.safeParse(stored).data ?? { revision: -1 };
  return sum === sumOf(stored) ? revision : -1;
}

/** Any stored value becomes valid settings; nothing stored gives the defaults. */
export const parseSettings = (stored: unknown): Settings =>
  settingsSchema.safeParse(stored).data ?? settingsSchema.parse({});
