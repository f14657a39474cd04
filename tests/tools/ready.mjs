// Makes the project ready after `npm ci`, which runs no scripts (.npmrc): the project's own Node (package.json,
// optionalDependencies) is put where npm looks for commands, and WXT writes the types it derives. Every command that the
// README names begins with this; it runs on any Node, and does nothing where all is there.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MODULES = join(ROOT, 'node_modules');

const LEAST = 24;

/** The Node that came with the packages; null where there is none for the system, or npm left it out. */
function ownNode() {
  const suffix = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const programs = [`node-${suffix}/bin/node`, `node-bin-${suffix}/bin/node`, `node-${suffix}/bin/node.exe`];
  return programs.map((path) => join(MODULES, path)).find((path) => existsSync(path)) ?? null;
}

/** Two commands may be doing this at the same time. */
function link(from, to) {
  mkdirSync(dirname(from), { recursive: true });
  try {
    if (lstatSync(from, { throwIfNoEntry: false })) unlinkSync(from);
    symlinkSync(relative(dirname(from), to), from);
  } catch (error) {
    if (!existsSync(from)) throw error;
  }
}

const own = ownNode();
const command = join(MODULES, '.bin/node');
// npm before 11 takes the command away again together with the packages for other systems that it skips. Windows has
// files of another kind there, and keeps the Node that it has.
if (own && process.platform !== 'win32' && !existsSync(command)) link(command, own);
const node = own ?? process.execPath;
const [major] = process.versions.node.split('.').map(Number);
if (!existsSync(join(MODULES, 'wxt'))) {
  console.error('The packages are not installed. Run `npm ci` first.');
  process.exitCode = 1;
} else if (!own && major < LEAST) {
  console.error(
    `Node ${LEAST} did not come with the packages, and this one is ${process.versions.node}. ` +
      `Run \`npm ci --include=optional\`, or install Node ${LEAST}.`,
  );
  process.exitCode = 1;
} else if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) {
  const made = spawnSync(node, [join(MODULES, 'wxt/bin/wxt.mjs'), 'prepare'], { cwd: ROOT, stdio: 'inherit' });
  if (made.error) console.error(String(made.error));
  process.exitCode = made.status === 0 ? 0 : 1;
}
