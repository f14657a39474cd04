/** The words of the interface in the browser's language, keyed by the locale files. */
import { i18n } from '#i18n';

export const { t } = i18n;
export type Translate = typeof t;
