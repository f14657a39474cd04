/**
 * The language of the interface, by context: components name a key, never a browser API. `t` takes the values of
 * `$1 …`, `n` chooses singular or plural by a count that is also `$1`, `say` translates what state wanted to say.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { dayOf } from '@/lib/core/export/day';
import type { RegionCode } from '@/lib/core/model/provinces';
import { isRegionCode } from '@/lib/core/model/provinces';
import type { Message, MessageKey } from '@/lib/state/message';

type Value = string | number;

/** Looks one key up; an empty answer means that there is none. */
export type Lookup = (key: string, values: readonly Value[], count?: number) => string;

export interface I18n {
  /** BCP 47, for `Intl` and `lang`. */
  locale: string;
  t(key: MessageKey, ...values: Value[]): string;
  n(key: MessageKey, count: number, ...values: Value[]): string;
  say(text: Message): string;
  /** For keys that come from data (`reason.<code>`); the fallback is shown where there is no such key. */
  maybe(key: string, fallback: string): string;
  /** Short name of a province-level code. */
  region(code: string): string;
  /** A day as the language writes it, or the day of a time as exports count it; what is no date is shown as it is. */
  date(iso: string): string;
  /** Day and hour of a time, as the clock here showed them. */
  moment(iso: string): string;
  /** 第57期; what is no bare number is shown as printed. */
  issue(printed: string): string;
  number(value: number): string;
  percent(share: number): string;
}

export function createI18n(lookup: Lookup, locale: string): I18n {
  const t = (key: MessageKey, ...values: Value[]) => lookup(key, values) || key;
  const n = (key: MessageKey, count: number, ...values: Value[]) => lookup(key, [count, ...values], count) || key;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const zh = locale.startsWith('zh');
  // Swedes write days as 2025-12-01, and so does Chinese here.
  const minute = new Intl.DateTimeFormat(zh ? 'sv' : locale, {
    dateStyle: zh ? 'short' : 'medium',
    timeStyle: 'short',
  });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const regionKey = (code: RegionCode): MessageKey => `region.r${code}`;
  return {
    locale,
    t,
    n,
    say: ({ key, values = [], count }) => (count === undefined ? t(key, ...values) : n(key, count, ...values)),
    maybe: (key, fallback) => lookup(key, []) || fallback,
    region: (code) => (isRegionCode(code) ? t(regionKey(code)) : code),
    date(iso) {
      if (Number.isNaN(Date.parse(iso))) return iso;
      const on = iso.includes('T') ? dayOf(iso) : iso;
      return zh ? on : day.format(Date.parse(on));
    },
    moment(iso) {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : minute.format(time);
    },
    issue: (printed) => (/^\d{1,6}$/u.test(printed) ? t('page.issue', printed) : printed),
    number: (value) => plain.format(value),
    percent: (value) => share.format(value),
  };
}

const Context = createContext<I18n | null>(null);
export const I18nProvider = Context.Provider;

export function useI18n(): I18n {
  const i18n = useContext(Context);
  if (!i18n) throw new Error('I18nProvider is missing');
  return i18n;
}
