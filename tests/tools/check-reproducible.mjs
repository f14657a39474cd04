// `npm run check:reproducible`: two builds from the same sources, in two empty folders, are the same to the byte. Prints
// one hash per browser, by which a build of somebody else can be compared.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './build-extension.mjs';

/** Builds into `folder`, in a process of its own: nothing that one build remembers can reach the other. */
function build(browser, folder) {
  const script = `
    const { build } = await import('wxt');
    await build({ root: ${JSON.stringify(ROOT)}, outDir: ${JSON.stringify(folder)}, browser: '${browser}' });`;
  const options = { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 };
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], options);
}

/** File names with the hashes of what they hold, sorted. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * @param {'chrome' | 'firefox'} browser
 * @returns {{ hash: string, differing: string[] }}
 */
export function compareBuilds(browser) {
  const home = mkdtempSync(join(tmpdir(), 'policy-clip-builds-'));
  try {
    const [first, second] = ['first', 'second'].map((name) => {
      build(browser, join(home, name));
      return new Map(filesOf(join(home, name)));
    });
    const names = [...new Set([...first.keys(), ...second.keys()])];
    return {
      hash: createHash('sha256')
        .update(JSON.stringify([...first]))
        .digest('hex'),
      differing: names.length === 0 ? ['nothing was built'] : names.filter((n) => first.get(n) !== second.get(n)),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const browser of process.argv[2] ? [process.argv[2]] : ['chrome', 'firefox']) {
    const { hash, differing } = compareBuilds(browser);
    console.log(differing.length === 0 ? `${browser} ${hash}` : `${browser} differs: ${differing.join(', ')}`);
    if (differing.length > 0) process.exitCode = 1;
  }
}
