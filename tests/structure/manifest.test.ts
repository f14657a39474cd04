/**
 * The shipped manifest equals the reviewed one: a new permission, host or accessible file shows up as a diff of
 * `tests/fixtures/manifest.chrome.json`, never silently. And nothing in the build loads code from elsewhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../tools/build-extension.mjs';
import { ROOT } from './sources';

let folder: string;
beforeAll(async () => {
  folder = await buildExtension();
}, 120_000);

describe('build', () => {
  it('has the manifest that was reviewed', () => {
    const built = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const reviewed = JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/manifest.chrome.json'), 'utf8'));
    expect(built).toEqual(reviewed);
  });

  it('opens nothing of itself to pages and other extensions', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest.externally_connectable).toEqual({ ids: [] });
  });

  it('loads no code from elsewhere', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?js$/u.test(name));
    expect(scripts.length).toBeGreaterThan(3);
    const remote = scripts.filter((name) =>
      /(?:import\(\s*|src\s*=\s*|importScripts\(\s*)["'`]https?:/u.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(remote).toEqual([]);
  });
});
