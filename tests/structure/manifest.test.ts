/**
 * The shipped manifests equal the reviewed ones: a new permission, host or accessible file shows up as a diff of
 * `tests/fixtures/manifest.*.json`, never silently, and has its reason beside them. Nothing in a build loads code
 * from elsewhere, and the linter of addons.mozilla.org finds nothing that has no reason.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../tools/build-extension.mjs';
import { ROOT } from './sources';

const FIXTURES = join(ROOT, 'tests/fixtures');
const REASONS = readFileSync(join(FIXTURES, 'manifest-reasons.md'), 'utf8');
const REMOTE_CODE = /(?:import\(\s*|src\s*=\s*|importScripts\(\s*|from\s*)["'`]https?:/u;

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const policyOf = (manifest: { content_security_policy: string | { extension_pages: string } }): string =>
  typeof manifest.content_security_policy === 'string'
    ? manifest.content_security_policy
    : manifest.content_security_policy.extension_pages;

describe.each(['chrome', 'firefox'] as const)('the build for %s', (browser) => {
  let folder: string;
  const reviewed = json(join(FIXTURES, `manifest.${browser}.json`));
  beforeAll(async () => {
    folder = await buildExtension(browser);
  }, 120_000);

  it('has the manifest that was reviewed', () => {
    expect(json(join(folder, 'manifest.json'))).toEqual(reviewed);
  });

  it('opens nothing of itself to pages, other extensions and private windows', () => {
    expect(reviewed).not.toHaveProperty('web_accessible_resources');
    expect(reviewed.incognito).toBe('not_allowed');
    expect(reviewed.externally_connectable).toEqual(browser === 'chrome' ? { ids: [] } : undefined);
  });

  it('runs shipped scripts only, and strings become no markup', () => {
    const policy = policyOf(reviewed).split('; ');
    for (const directive of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"]) {
      expect(policy).toContain(directive);
    }
    expect(policy.filter((directive) => /unsafe|\*/u.test(directive))).toEqual([]);
  });

  it('asks for nothing without a reason', () => {
    const wanted = [
      ...['permissions', 'host_permissions', 'optional_permissions', 'optional_host_permissions'].flatMap((key) =>
        asList(reviewed[key]),
      ),
      ...policyOf(reviewed).split('; '),
    ];
    expect(wanted.length).toBeGreaterThan(15);
    expect(wanted.filter((one) => !REASONS.includes(`\`${one}\``))).toEqual([]);
  });

  it('loads no code from elsewhere', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:m?js|html)$/u.test(name),
    );
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((name) => REMOTE_CODE.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });
});

/**
 * What the linter of addons.mozilla.org may find in the build for Firefox, without the hash in a file's name (trust.md,
 * R15). What else packages do is taken out while they are bundled: `tests/tools/no-code-from-text.ts`.
 */
const STANDING = {
  // Firefox for Android is not among the browsers that PolicyClip is made for.
  'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION manifest.json': 'no version for Android is published',
  // Its address is put together of the extension's own folder and a name; the files are shipped (`wxt.config.ts`).
  'UNSAFE_VAR_ASSIGNMENT assets/parser.js': 'pdf.js loads the decoders of scanned pictures',
};

/** What the linter says about an unpacked extension; it ends with 1 when it finds errors, which stand in its report. */
function lint(folder: string): string {
  const linter = join(ROOT, 'node_modules/addons-linter/bin/addons-linter');
  try {
    return execFileSync(process.execPath, [linter, '--output', 'json', folder], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

it('the build for Firefox stands before the linter of addons.mozilla.org', { timeout: 300_000 }, async () => {
  const { errors, warnings, notices } = JSON.parse(lint(await buildExtension('firefox')));
  const found: { code: string; file?: string }[] = [errors, warnings, notices].flat();
  const named = found.map(({ code, file = '' }) => `${code} ${file.replace(/-[\w-]{8}(?=\.js$)/u, '')}`);
  expect([...new Set(named)].sort()).toEqual(Object.keys(STANDING).sort());
});
