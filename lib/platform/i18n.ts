/** The words of the interface in the browser's language, keyed by the locale files. */
import { createI18n } from '@wxt-dev/i18n';
import { i18n } from '#i18n';

export const { t } = i18n;
export type Translate = typeof t;

const byName = createI18n();

/** The same for components, which also name keys that come from data: empty where there is no such key. */
export const lookUp = (key: string, values: readonly (string | number)[], count?: number): string =>
  count === undefined ? byName.t(key, [...values]) : byName.t(key, count, [...values]);
