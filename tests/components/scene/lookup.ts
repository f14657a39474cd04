/** The words of the interface straight from the locale files, as the browser would give them. */
import { parse } from 'yaml';
import type { Lookup } from '@/components/i18n';
import en from '../../../assets/locales/en.yml?raw';
import zh from '../../../assets/locales/zh_CN.yml?raw';

export type Language = 'zh-CN' | 'en';

const tables: Record<Language, unknown> = { 'zh-CN': parse(zh), en: parse(en) };

const entryOf = (table: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], table);

const fill = (text: string, values: readonly (string | number)[]) =>
  text.replaceAll(/\$(\d)/gu, (_, place: string) => String(values[Number(place) - 1] ?? ''));

export const createLookup =
  (language: Language): Lookup =>
  (key, values, count) => {
    const entry = entryOf(tables[language], key);
    const forms = entry as Record<string, string> | undefined;
    const text = typeof entry === 'string' ? entry : (forms?.[String(count)] ?? forms?.n ?? '');
    return fill(text, values);
  };
