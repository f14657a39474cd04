/** What the browser says about itself and the person's system. */
import { browser } from 'wxt/browser';
import { t } from './i18n';

export interface Environment {
  /** BCP 47, of the words that are shown: the browser's language where there is a translation, else the default one. */
  language: string;
  mac: boolean;
  firefox: boolean;
  /** Version of the extension. */
  version: string;
}

export const readEnvironment = (): Environment => ({
  language: t('language'),
  mac: /mac/iu.test(navigator.platform),
  firefox: import.meta.env.FIREFOX,
  version: browser.runtime.getManifest().version,
});

/** The shortcut the person has for a command, empty where there is none. */
export async function shortcutOf(name: string): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find((command) => command.name === name)?.shortcut ?? '';
}

/** Where the bundled sample opens; `issue` is 1 or 2. */
export const sampleAddress = (issue: 1 | 2 = 1): string => browser.runtime.getURL(`/sample.html?issue=${issue}`);

export const ownAddress = (path: string): string => new URL(path, browser.runtime.getURL('/')).href;
