/**
 * What the person decided, one schema. Unknown or damaged values fall back one by one, so that a setting of a newer
 * version or a torn write never takes the others with it.
 */
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

/** Where the settings stand in the extension's local storage. */
export const SETTINGS_KEY = 'settings';

/**
 * Settings lie in two places, each with the number of its change, which tells the place that has lost some. Of an older
 * build: 0; nothing there: -1.
 */
export const revisionOf = (stored: unknown): number =>
  typeof stored === 'object' && stored !== null
    ? (z.object({ revision: z.int().min(0) }).safeParse(stored).data?.revision ?? 0)
    : -1;

/** Any stored value becomes valid settings; nothing stored gives the defaults. */
export const parseSettings = (stored: unknown): Settings =>
  settingsSchema.safeParse(stored).data ?? settingsSchema.parse({});
