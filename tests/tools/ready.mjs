// Makes the project ready after `npm ci`, which runs no scripts (.npmrc): the project's own Node (package.json,
// optionalDependencies) is put where npm looks for commands, and WXT writes the types it derives. Every command that the
// README names begins with this; it runs on any Node, and does nothing where all is there.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MODULES = join(ROOT, 'node_modules');

/** The Node that came with the packages; the one that runs this where there is none for the system. */
function ownNode() {
  const suffix = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const programs = [`node-${suffix}/bin/node`, `node-bin-${suffix}/bin/node`, `node-${suffix}/bin/node.exe`];
  return programs.map((path) => join(MODULES, path)).find((path) => existsSync(path)) || process.execPath;
}

const node = ownNode();
const command = join(MODULES, '.bin/node');
// npm before 11 takes the command away again together with the packages for other systems that it skips. Windows has
// files of another kind there, and keeps the Node that it has.
if (process.platform !== 'win32' && node !== process.execPath && !existsSync(command)) {
  mkdirSync(dirname(command), { recursive: true });
  if (lstatSync(command, { throwIfNoEntry: false })) unlinkSync(command);
  symlinkSync(node, command);
}
if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) {
  const made = spawnSync(node, [join(MODULES, 'wxt/bin/wxt.mjs'), 'prepare'], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = made.status === 0 ? 0 : 1;
}
