/** Finds the source files and their imports, for the structure tests. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const SOURCE_DIRS = ['entrypoints', 'components', 'lib'];

/** Absolute paths of all TypeScript sources of the product. */
export const sourceFiles = (dirs: readonly string[] = SOURCE_DIRS): string[] =>
  dirs.flatMap((dir) =>
    readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(ROOT, dir, name)),
  );

export interface FoundImport {
  specifier: string;
  /** True when nothing of it is left at run time. */
  typeOnly: boolean;
}

const STATEMENT = /(?:^|;|\n)\s*(import|export)\s+(type\s+)?([^'";]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gu;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/gu;

/** Static, re-exporting and dynamic imports of a module. */
export function importsOf(source: string): FoundImport[] {
  const statements = [...source.matchAll(STATEMENT)].map(([, , type, clause = '', specifier = '']) => {
    const names = /^\{([^}]*)\}\s*from\s*$/u.exec(clause.trim())?.[1];
    const allTypes = names
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .every((name) => name.startsWith('type '));
    return { specifier, typeOnly: Boolean(type) || (allTypes === true && Boolean(names?.trim())) };
  });
  const dynamic = [...source.matchAll(DYNAMIC)].map(([, specifier = '']) => ({ specifier, typeOnly: false }));
  return [...statements, ...dynamic];
}

/** Path from the root of an own module (query left out), or null for a package. */
export function resolveImport(file: string, specifier: string): string | null {
  const path = specifier.replace(/\?.*$/u, '');
  if (path.startsWith('@/') || path.startsWith('~/')) return path.slice(2);
  if (path.startsWith('.')) return join(dirname(file), path);
  return null;
}
