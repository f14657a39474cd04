/**
 * The shipped manifests equal the reviewed ones: a new permission, host or accessible file shows up as a diff of
 * `tests/fixtures/manifest.*.json`, never silently, and has its reason beside them. And nothing in a build loads code
 * from elsewhere.
 */
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
