/** Lasting grants of single sites, beside those that the manifest declares. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/core/model/failure';

const patternOf = (origin: string): string => `${origin}/*`;

/** Asks the person. Has to run in the click, before anything is awaited. */
export async function grant(origin: string): Promise<Result<{ granted: boolean }>> {
  try {
    return ok({ granted: await browser.permissions.request({ origins: [patternOf(origin)] }) });
  } catch (error) {
    return fail('not-allowed', String(error).slice(0, 200));
  }
}

/** Declared or granted: what a single click opened does not count. */
export const lasting = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] }).catch(() => true);

/** Match patterns that the person granted. */
export async function granted(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const manifest = browser.runtime.getManifest();
  const declared = new Set<string>([
    ...('host_permissions' in manifest ? (manifest.host_permissions ?? []) : []),
    ...(manifest.permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []),
  ]);
  return origins.filter((origin) => !declared.has(origin)).sort();
}

/** `pattern` as `granted` gives it, or an origin. */
export async function revoke(pattern: string): Promise<Result<Record<string, never>>> {
  const origins = [pattern.endsWith('*') ? pattern : patternOf(pattern)];
  try {
    await browser.permissions.remove({ origins });
    return ok({});
  } catch (error) {
    return fail('not-allowed', String(error).slice(0, 200));
  }
}
