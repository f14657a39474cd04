/**
 * Installing runs nobody's code: the project's npm settings turn the scripts of packages off, in every version of npm,
 * and no package that is installed needs one. What installing leaves to do, `npm run ready` does by name.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from './sources';

/** Settings that the npm around this test hands down would hide what the file says. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/iu.test(name)));
const npm = (cwd: string, ...args: string[]) => {
  const done = spawnSync('npm', args, { cwd, env, encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-clip-install-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A project with our npm settings and one package that nobody named, which leaves a file where its script ran. */
function project(script: string): { app: string; ran: () => boolean } {
  const [app, stranger, ran] = ['app', 'stranger', 'ran'].map((name) => join(folder, name)) as [string, string, string];
  mkdirSync(app);
  mkdirSync(stranger);
  writeFileSync(join(stranger, 'leave.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`);
  const own = { name: 'stranger', version: '1.0.0', scripts: { [script]: 'node leave.cjs' } };
  writeFileSync(join(stranger, 'package.json'), JSON.stringify(own));
  npm(stranger, 'pack', '--silent', '--ignore-scripts');
  const dependencies = { stranger: 'file:../stranger/stranger-1.0.0.tgz' };
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', dependencies }));
  cpSync(join(ROOT, '.npmrc'), join(app, '.npmrc'));
  return { app, ran: () => existsSync(ran) };
}

it.each(['preinstall', 'install', 'postinstall'])(
  'the %s script of a package does not run',
  (script) => {
    const { app, ran } = project(script);
    npm(app, 'install', '--offline');
    expect(existsSync(join(app, 'node_modules/stranger/leave.cjs'))).toBe(true);
    npm(app, 'ci', '--offline');
    expect(ran()).toBe(false);
    // The same package, allowed: the script is one that runs.
    npm(app, 'rebuild', '--offline', '--ignore-scripts=false');
    expect(ran()).toBe(true);
  },
  60_000,
);

it('no package that is installed has one, so none is missed', () => {
  const locked: Record<string, { hasInstallScript?: boolean }> = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  ).packages;
  expect(Object.keys(locked).filter((path) => locked[path]?.hasInstallScript)).toEqual([]);
});
