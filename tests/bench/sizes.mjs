// What is put into pages: on every declared site (content script), and on demand (page reader). Raw and gzipped.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const kilo = (bytes) => bytes / 1000;

/** @param {string} extension folder of the build */
export function sizes(extension) {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const declared = (manifest.content_scripts ?? []).flatMap((script) => script.js ?? []);
  const measure = (files) => {
    const code = files.map((file) => readFileSync(join(extension, file)));
    return {
      raw: kilo(code.reduce((sum, part) => sum + part.length, 0)),
      gz: kilo(code.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0)),
    };
  };
  const content = measure(declared);
  const reader = measure(['page-reader.js']);
  const all = readdirSync(extension, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return {
    rows: [
      { what: 'injected into every declared page, gzipped', value: content.gz, unit: 'kB', aim: 30 },
      { what: '… raw', value: content.raw, unit: 'kB' },
      { what: 'page reader, injected on demand, gzipped', value: reader.gz, unit: 'kB', aim: 30 },
      { what: '… raw', value: reader.raw, unit: 'kB' },
      { what: 'whole extension, unpacked', value: kilo(all), unit: 'kB' },
    ],
  };
}
