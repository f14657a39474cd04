// Builds the extension for production, once: a build whose sources have not changed since is used again.
// Writes to standard error only, so that callers own their standard output.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = join(import.meta.dirname, '../..');
export const OUTPUT = join(ROOT, '.output');

const SOURCES = [
  'assets',
  'components',
  'entrypoints',
  'lib',
  'package-lock.json',
  'tests/tools/no-code-from-text.ts',
  'tests/tools/pdfjs-changes.ts',
  'tests/tools/third-party-notices.ts',
  'tsconfig.json',
  'wxt.config.ts',
];
const FOLDERS = { chrome: 'chrome-mv3', firefox: 'firefox-mv2' };

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [path];

/** Hash of everything that a build depends on. */
function sourceHash() {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap((name) => filesIn(join(ROOT, name)))) {
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {'chrome' | 'firefox'} [target]
 * @returns {Promise<string>} the folder with the unpacked extension
 */
export async function buildExtension(target = 'chrome') {
  const folder = join(OUTPUT, FOLDERS[target]);
  const stamp = join(OUTPUT, `${FOLDERS[target]}.sources`);
  const hash = sourceHash();
  const fresh = existsSync(join(folder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (fresh) return folder;
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  try {
    await promisify(execFile)(process.execPath, [wxt, 'build', '-b', target], { cwd: ROOT, maxBuffer: 1 << 26 });
  } catch (error) {
    throw new Error(`The build failed.\n${error.stdout ?? ''}${error.stderr ?? error}`);
  }
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(stamp, hash);
  return folder;
}

/**
 * The same build in one language. An extension speaks the language of the browser's own interface, and a Debian
 * Chromium knows English only; with a single locale left every browser speaks that one.
 * @param {string} folder
 * @param {'zh_CN' | 'en'} locale
 * @returns {string} the folder of the copy
 */
export function inLanguage(folder, locale) {
  const copy = `${folder}-${locale}`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  for (const other of readdirSync(join(copy, '_locales'))) {
    if (other !== locale) rmSync(join(copy, '_locales', other), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'));
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, default_locale: locale }));
  return copy;
}
