/**
 * A sentence that is still to be translated: state names the key and its values, the component that shows it knows
 * the language.
 */
import type { GeneratedI18nStructure } from '#i18n';

export type MessageKey = keyof GeneratedI18nStructure;

export interface Message {
  key: MessageKey;
  values?: readonly (string | number)[];
  /** Chooses singular or plural. */
  count?: number;
}

export const message = (key: MessageKey, ...values: (string | number)[]): Message => ({ key, values });
export const counted = (key: MessageKey, count: number): Message => ({ key, count });
