/**
 * What the product is made of: few runtime packages, exact versions and licences that allow shipping under MIT. That
 * no package runs a script when it is installed is shown in `install-scripts.test.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thirdPartyNotices } from '../tools/third-party-notices';
import { ROOT } from './sources';

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const own: {
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
} = json('package.json');
const locked: Record<string, Locked> = json('package-lock.json').packages;
/** Every package that is named, with its version. */
const named = Object.entries({ ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies });
/** Node by itself, one package per system. */
const NODE = /^node-(?:bin-)?(?:darwin|linux|win)-/u;
/**
 * Node, and builds of a formatter and of a canvas (never shipped), for other systems: without their entries `npm ci`
 * refuses the lock file, and the registry that wrote it carries no checksums of them.
 */
const OTHER_PLATFORMS = /^node_modules\/(?:@biomejs\/cli|@napi-rs\/canvas|node-(?:bin-)?(?:darwin|linux|win))-/u;
const packages = Object.entries(locked).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * The rule of the design is 8, 7 days of age and signatures. Held otherwise, for a reason:
 * - 10: messages and texts (`@webext-core/messaging`, `@wxt-dev/i18n`) come from the makers of the build tool and
 *   would be written again here, and `saxes` came with OFD, whose XML is read in a worker, where there is no parser.
 * - pdf.js's optional native canvas is installed and never shipped: npm leaves out all optional packages or none, and
 *   the formatter, the bundler and Node itself are optional packages, one per system. Nothing of it runs at install.
 * - Age and signatures are asked of a registry, and a test asks nobody. Versions change by hand only, and what is
 *   installed is held to the checksums of the lock file.
 */
const MAX_RUNTIME = 10;
const SHIPPABLE = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MIT OR Apache-2.0',
  'MIT AND Apache-2.0',
]);
/** Tools that are run and not shipped; their own files stay under their licence. */
const TOOLS = new Set([...SHIPPABLE, 'MPL-2.0', 'CC-BY-4.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Python-2.0']);

/** What an `npm ci` without development packages would bring, optional native parts left out. */
function runtime(): string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const nested = `${from}/node_modules/${name}`;
    const path = nested in locked ? nested : `node_modules/${name}`;
    if (found.has(path) || !(path in locked)) return;
    found.add(path);
    for (const next of Object.keys(locked[path]?.dependencies ?? {})) visit(next, path);
  };
  for (const name of Object.keys(own.dependencies)) visit(name, '');
  return [...found].sort();
}

describe('packages', () => {
  it('are named by exact versions', () => {
    const loose = named.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version));
    expect(loose).toEqual([]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('save-exact=true');
  });

  it('are locked to the versions that are named, by their checksums', () => {
    for (const [name, version] of named) {
      expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
    }
    const unchecked = packages.filter(([, { link, integrity }]) => link || !integrity?.startsWith('sha512-'));
    expect(unchecked.filter(([path]) => !OTHER_PLATFORMS.test(path))).toEqual([]);
    // On the platform where this runs nothing is installed unchecked.
    expect(unchecked.filter(([path]) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  it(`are at most ${MAX_RUNTIME} at run time`, () => {
    expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(MAX_RUNTIME);
  });

  it('may be shipped under the licence of this product', () => {
    expect(own.license).toBe('MIT');
    const shipped = runtime();
    expect(shipped.length).toBeGreaterThan(Object.keys(own.dependencies).length);
    const said = shipped.map((path) => [nameOf(path), json(`${path}/package.json`).license] as const);
    expect(said.filter(([, license]) => !SHIPPABLE.has(license))).toEqual([]);
  });

  it('come with their licences, and with what was changed in them', () => {
    const notices = thirdPartyNotices();
    const missing = [...Object.keys(own.dependencies), 'wxt'].filter((name) => !notices.includes(`${name} `));
    expect(missing).toEqual([]);
    expect(notices).toContain('Version 2.0, January 2004');
    expect(notices).toMatch(/^pdfjs-dist [\d.]+ \(Apache-2\.0\)[^=]{0,200}Changed while bundling/mu);
  });

  it('that are only tools may be used', () => {
    const other = packages.map(([path, { license }]) => [nameOf(path), license ?? 'none'] as const);
    // Node is under MIT by the LICENSE that comes with it; its packages do not say so where npm looks.
    expect(other.filter(([name, license]) => !NODE.test(name) && !TOOLS.has(license))).toEqual([]);
  });
});
