/**
 * The import table of the architecture, enforced: which room may name which. Reads every import, export-from and
 * dynamic import of the source as text that the compiler's own rules make regular (one string literal each).
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, ROOT, resolveImport, sourceFiles } from './sources';

type Access = 'all' | 'types';
/** What each room may import besides itself and packages. */
const TABLE: Record<string, Record<string, Access>> = {
  'lib/core': {},
  'lib/page': { 'lib/core': 'all' },
  // From placed runs of text to blocks: the same for every format that has pages.
  'lib/layout': { 'lib/core': 'all' },
  // How a worker is started under trusted types is the platform's.
  'lib/pdf': { 'lib/core': 'all', 'lib/layout': 'all', 'lib/platform': 'all' },
  'lib/ofd': { 'lib/core': 'all', 'lib/layout': 'all' },
  'lib/platform': { 'lib/core': 'all' },
  'lib/store': { 'lib/core': 'all' },
  'lib/state': { 'lib/core': 'all', 'lib/platform': 'types', 'lib/store': 'types' },
  components: { 'lib/core': 'all', 'lib/state': 'all', 'lib/platform': 'types', 'lib/store': 'types' },
  'entrypoints/bulletin.content': { 'lib/core': 'all', 'lib/page': 'all', 'lib/platform': 'all' },
  'entrypoints/page-reader': { 'lib/core': 'all', 'lib/page': 'all', 'lib/platform': 'all' },
  // The sample is read like any page: it wires itself as the injected reader does.
  'entrypoints/sample': { 'entrypoints/page-reader': 'all', 'lib/page': 'all', 'lib/platform': 'all' },
  // Files are read as the panel reads them.
  'entrypoints/inspect': {
    'entrypoints/sidepanel': 'all',
    'lib/core': 'all',
    'lib/pdf': 'all',
    'lib/platform': 'all',
    'lib/state': 'all',
    components: 'all',
    assets: 'all',
  },
  'entrypoints/parse-worker': { 'lib/core': 'all', 'lib/state': 'types' },
  'entrypoints/background': { 'lib/core': 'all', 'lib/platform': 'all', 'lib/store': 'all' },
  'entrypoints/reader': {
    'lib/core': 'all',
    'lib/page': 'all',
    'lib/pdf': 'all',
    'lib/platform': 'all',
    components: 'all',
    assets: 'all',
  },
  // The page adapter reads saved pages that are dropped into the panel.
  'entrypoints/sidepanel': {
    'lib/core': 'all',
    'lib/ofd': 'all',
    'lib/page': 'all',
    'lib/pdf': 'all',
    'lib/platform': 'all',
    'lib/store': 'all',
    'lib/state': 'all',
    components: 'all',
    assets: 'all',
  },
  // The same panel in a full tab: it takes the composition of the side panel.
  'entrypoints/workspace': {
    'entrypoints/sidepanel': 'all',
    'lib/core': 'all',
    'lib/pdf': 'all',
    'lib/platform': 'all',
    'lib/store': 'all',
    'lib/state': 'all',
    components: 'all',
    assets: 'all',
  },
};

/** Packages that only some rooms may name. */
const PACKAGES: [pattern: RegExp, rooms: string[]][] = [
  [/^dexie/u, ['lib/store']],
  [/^pdfjs-dist/u, ['lib/pdf']],
  [/^saxes/u, ['lib/ofd']],
  [/^(wxt|#imports|#i18n|@webext-core|@wxt-dev)/u, ['lib/platform', 'entrypoints/']],
  [/^(preact|@preact\/|lucide-preact)/u, ['components', 'entrypoints/', 'lib/state']],
];

const roomOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/');
  if (first === 'lib' || first === 'entrypoints')
    return `${first}/${second.replace(/\.[a-z.]+$/u, (end) => (end === '.content' ? end : ''))}`;
  return first;
};

/** Reasons why `file` may not import `specifier`, or none. */
function violations(file: string, source: string): string[] {
  const room = roomOf(file);
  const may = TABLE[room];
  if (!may) return [`${file}: no row in the import table for ${room}`];
  return importsOf(source).flatMap(({ specifier, typeOnly }) => {
    const target = resolveImport(file, specifier);
    if (target === null) {
      const rule = PACKAGES.find(([pattern]) => pattern.test(specifier));
      return rule && !typeOnly && !rule[1].some((allowed) => room.startsWith(allowed))
        ? [`${file}: ${room} may not name ${specifier}`]
        : [];
    }
    const other = roomOf(target);
    if (other === room) return [];
    const access = may[other];
    if (!access) return [`${file}: ${room} may not import ${other} (${specifier})`];
    return access === 'types' && !typeOnly ? [`${file}: ${room} may import only types of ${other} (${specifier})`] : [];
  });
}

describe('import table', () => {
  it.each([
    ['core names the store', 'lib/core/parse/x.ts', "import { a } from '@/lib/store/x';", 1],
    ['core reaches out by a relative path', 'lib/core/parse/x.ts', "import { a } from '../../page/x';", 1],
    ['core re-exports the page', 'lib/core/x.ts', "export * from '@/lib/page/x';", 1],
    [
      'content script sees the database',
      'entrypoints/bulletin.content/index.ts',
      "import { db } from '@/lib/store/db';",
      1,
    ],
    ['component imports the store by value', 'components/a.tsx', "import { db } from '@/lib/store/contract';", 1],
    ['component imports store types', 'components/a.tsx', "import type { Clip } from '@/lib/store/contract';", 0],
    [
      'component imports store types inline',
      'components/a.tsx',
      "import { type Clip } from '@/lib/store/contract';",
      0,
    ],
    ['dexie outside the store', 'lib/state/a.ts', "import Dexie from 'dexie';", 1],
    ['browser outside the platform', 'components/a.tsx', "import { browser } from 'wxt/browser';", 1],
    ['dynamic import', 'lib/core/a.ts', "const a = await import('@/lib/pdf/a');", 1],
    ['own room', 'lib/core/a.ts', "import { a } from './b';\nimport { z } from 'zod';", 0],
  ])('%s', (_, file, source, count) => {
    expect(violations(file, source)).toHaveLength(count);
  });

  it('holds for every source file', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => violations(relative(ROOT, file), readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('cycles', () => {
  it('has none', () => {
    const files = new Map(sourceFiles().map((file) => [relative(ROOT, file).replace(/\.tsx?$/u, ''), file]));
    const key = (path: string) =>
      files.has(path) ? path : files.has(join(path, 'index')) ? join(path, 'index') : null;
    const edges = new Map(
      [...files].map(([name, file]) => [
        name,
        importsOf(readFileSync(file, 'utf8'))
          .filter((found) => !found.typeOnly)
          .flatMap(({ specifier }) => {
            const target = resolveImport(relative(ROOT, file), specifier);
            const found = target === null ? null : key(target.replace(/\.tsx?$/u, ''));
            return found ? [found] : [];
          }),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (name: string, path: string[]): void => {
      const at = path.indexOf(name);
      if (at >= 0) cycles.push([...path.slice(at), name].join(' → '));
      if (at >= 0 || done.has(name)) return;
      for (const next of edges.get(name) ?? []) visit(next, [...path, name]);
      done.add(name);
    };
    for (const name of edges.keys()) visit(name, []);
    expect(cycles).toEqual([]);
  });
});
