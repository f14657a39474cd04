/**
 * No regular expression of the product takes more than linear time: every literal in the source, and every one that is
 * put together of the lexicon's words, is analysed for backtracking (between quantifiers, and of an unanchored start
 * over a long run). Bounded quantifiers are the cure.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseSync } from '@babel/core';
import { analyse } from 'scslre';
import { expect, it, vi } from 'vitest';
import { ROOT, sourceFiles } from './sources';

interface RegexLiteral {
  source: string;
  flags: string;
  line: number;
}

/** Regular expression literals of one module. */
function regexesOf(code: string, file: string): RegexLiteral[] {
  const found: RegexLiteral[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    if (node === null || typeof node !== 'object' || !('type' in node)) return;
    const at = node as { type: string; pattern?: string; flags?: string; loc?: { start: { line: number } } };
    if (at.type === 'RegExpLiteral') {
      found.push({ source: at.pattern ?? '', flags: at.flags ?? '', line: at.loc?.start.line ?? 0 });
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'loc') visit(value);
  };
  visit(
    parseSync(code, {
      filename: file,
      babelrc: false,
      configFile: false,
      parserOpts: { plugins: file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
    })?.program.body,
  );
  return found;
}

/** What is super-linear in one expression, or null. */
function slow({ source, flags }: RegexLiteral): string | null {
  const { reports } = analyse({ source, flags }, { maxReports: 1 });
  const [report] = reports;
  return report ? `${report.type} on ${report.character.literal.source}` : null;
}

it.each([
  ['/\\s+$/', '\\s+$', true],
  ['/(?:a|ba+)+c/', '(?:a|ba+)+c', true],
  ['/[一-龥]+〔\\d{4}〕/u', '[一-龥]+〔\\d{4}〕', true],
  ['/[一-龥]{2,20}〔\\d{4}〕/u', '[一-龥]{2,20}〔\\d{4}〕', false],
  ['/^\\s+/', '^\\s+', false],
])('the analysis knows %s', (_, source, expected) => {
  expect(slow({ source, flags: 'u', line: 1 }) !== null).toBe(expected);
});

it('every expression of the product is linear', () => {
  const found = sourceFiles().flatMap((file) =>
    regexesOf(readFileSync(file, 'utf8'), file).map((regex) => ({ ...regex, file: relative(ROOT, file) })),
  );
  expect(found.length).toBeGreaterThan(3);
  const reports = found.flatMap((regex) => {
    const reason = slow(regex);
    return reason ? [`${regex.file}:${regex.line} /${regex.source}/${regex.flags}: ${reason}`] : [];
  });
  expect(reports).toEqual([]);
}, 60_000);

it('every expression that is put together is linear, and only the core puts any together', async () => {
  const made = new Map<string, RegexLiteral>();
  const record = (regex: RegExp): RegExp => {
    made.set(String(regex), { source: regex.source, flags: regex.flags, line: 0 });
    return regex;
  };
  const recording = new Proxy(RegExp, {
    construct: (target, [pattern, flags]) => record(new target(pattern, flags)),
    apply: (target, _, [pattern, flags]) => record(target(pattern, flags)),
  });
  vi.stubGlobal('RegExp', recording);
  const core = sourceFiles(['lib/core']);
  for (const file of core) await import(file);
  vi.unstubAllGlobals();
  // Nearly all are made while the modules load, as their texts say.
  const written = (files: string[]) =>
    files.flatMap((file) => readFileSync(file, 'utf8').match(/\bnew RegExp\(|(?<!\w)RegExp\(/gu) ?? []).length;
  expect(made.size).toBeGreaterThan(written(core));
  expect(written(sourceFiles().filter((file) => !core.includes(file)))).toBe(0);
  const reports = [...made].flatMap(([printed, regex]) => {
    const reason = slow(regex);
    return reason ? [`${printed}: ${reason}`] : [];
  });
  expect(reports).toEqual([]);
}, 120_000);
