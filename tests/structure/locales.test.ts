/**
 * Both languages say the same things: same keys, same placeholders, nothing that no one uses and nothing that is asked
 * for but missing. Keys composed at run time count as used where a template literal of the source can make them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ERROR_CODES } from '@/lib/core/model/errors';
import { ROOT, sourceFiles } from './sources';

const LOCALES = ['zh_CN', 'en'] as const;

/** Plural forms are one message; every other mapping is a level of keys. */
const isPlural = (value: object) => Object.keys(value).every((key) => /^(?:n|\d+)$/u.test(key));

function flatten(value: unknown, path: string[] = []): [key: string, text: string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (value === null || typeof value !== 'object') return [[path.join('.'), '']];
  if (isPlural(value)) return [[path.join('.'), Object.values(value).join('\n')]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...path, key]));
}

const read = (locale: string) =>
  new Map(flatten(parse(readFileSync(join(ROOT, `assets/locales/${locale}.yml`), 'utf8'))));

const [zh, en] = LOCALES.map(read);
const placeholders = (text: string | undefined) => [...new Set((text ?? '').match(/\$\d/gu))].sort();

/** Everything in quotes, and a matcher for every template literal that starts with a key's first part. */
function namesIn(source: string) {
  const literals = [...source.matchAll(/['"`]([A-Za-z][\w.]*)['"`]/gu)].map((found) => found[1] ?? '');
  const templates = [...source.matchAll(/`([A-Za-z]\w*\.[\w.]*\$\{[^`\n]{1,200})`/gu)].map(
    (found) =>
      new RegExp(
        `^${(found[1] ?? '')
          .replace(/\$\{[^}]*\}/gu, '*')
          .replaceAll('.', '\\.')
          .replaceAll('*', '\\w+')}$`,
        'u',
      ),
  );
  return { literals, templates };
}

const sources = [...sourceFiles(), join(ROOT, 'wxt.config.ts')].map((file) => readFileSync(file, 'utf8'));
const names = sources.map(namesIn);
const literals = new Set(names.flatMap((found) => found.literals));
const templates = names.flatMap((found) => found.templates);
const inManifest = new Set(
  sources.flatMap((source) => [...source.matchAll(/__MSG_(\w+)__/gu)].map((found) => found[1])),
);
const isUsed = (key: string) =>
  literals.has(key) || inManifest.has(key) || templates.some((template) => template.test(key));

describe('locales', () => {
  it('hold the same keys', () => {
    expect([...(zh?.keys() ?? [])].sort()).toEqual([...(en?.keys() ?? [])].sort());
  });

  it('have a text for every key, with the same placeholders', () => {
    const odd = [...(zh ?? [])].filter(
      ([key, text]) =>
        !text.trim() || !en?.get(key)?.trim() || placeholders(text).join() !== placeholders(en.get(key)).join(),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it('use key names that browsers accept', () => {
    expect([...(zh?.keys() ?? [])].filter((key) => !/^[A-Za-z]\w*(?:\.\w+)*$/u.test(key))).toEqual([]);
  });

  it('hold no key that no one uses', () => {
    expect([...(zh?.keys() ?? [])].filter((key) => !isUsed(key))).toEqual([]);
    expect(isUsed('nowhere.to_be.found')).toBe(false);
  });

  it('name what happened and what to do for every expected error', () => {
    const wanted = ERROR_CODES.flatMap((code) =>
      ['text', 'next'].map((part) => `error.${code.replaceAll('-', '_')}.${part}`),
    );
    expect(wanted.filter((key) => !zh?.has(key) || !en?.has(key))).toEqual([]);
  });

  it('leave no Chinese in components and entry points', () => {
    const shown = sourceFiles(['components', 'entrypoints']).filter((file) =>
      /[\p{Script=Han}]/u.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')),
    );
    expect(shown).toEqual([]);
  });
});
