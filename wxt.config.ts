import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type ResolvedPublicFile } from 'wxt';
import { noCodeFromText } from './tests/tools/no-code-from-text.ts';
import { pdfjsChanges } from './tests/tools/pdfjs-changes.ts';
import { thirdPartyNotices } from './tests/tools/third-party-notices.ts';

/** Government sites are declared; every other site is read on a click or by a lasting grant of the person. */
const GOVERNMENT_SITES = ['https://*.gov.cn/*', 'http://*.gov.cn/*'];

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  // The hosts whose PDF the person has open are not known in advance; that nothing else is asked for is a test.
  "connect-src 'self' https: http: file: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types clip-worker',
].join('; ');

/** What pdf.js loads at run time, shipped with the extension: PDFs are read and shown without asking anybody. */
const PDF_ASSETS: [from: string, to: string, names: RegExp][] = [
  ['cmaps', 'cmaps', /./u],
  ['standard_fonts', 'standard_fonts', /./u],
  // Decoders of scanned pictures, as scripts: the security policy runs no WebAssembly.
  ['wasm', 'decoders', /_nowasm_fallback\.js$|^LICENSE_(?:PDFJS_)?(?:JBIG2|OPENJPEG)$/u],
  ['web/images', 'images', /^annotation-/u],
];

const pdfAssets = (): ResolvedPublicFile[] =>
  PDF_ASSETS.flatMap(([from, to, names]) => {
    const source = join(import.meta.dirname, 'node_modules/pdfjs-dist', from);
    return readdirSync(source)
      .filter((name) => names.test(name))
      .map((name) => ({ absoluteSrc: join(source, name), relativeDest: `pdfjs/${to}/${name}` }));
  });

export default defineConfig({
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push(...pdfAssets());
      files.push({ contents: thirdPartyNotices(), relativeDest: 'THIRD-PARTY-NOTICES.txt' });
    },
  },
  publicDir: 'assets/public',
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  vite: () => ({
    plugins: [preact(), noCodeFromText()],
    worker: { plugins: () => [pdfjsChanges(), noCodeFromText()] },
    resolve: {
      alias: { 'wxt/utils/content-script-context': join(import.meta.dirname, 'lib/page/bare-context.ts') },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    host_permissions: GOVERNMENT_SITES,
    ...(browser === 'firefox'
      ? {
          optional_permissions: ['https://*/*', 'http://*/*'],
          content_security_policy: CONTENT_SECURITY_POLICY,
          browser_specific_settings: {
            gecko: {
              id: 'policy-clip@policy-clip.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '123',
          optional_host_permissions: ['https://*/*', 'http://*/*'],
          externally_connectable: { ids: [] },
          content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
        }),
    incognito: 'not_allowed',
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      // Manifest version 2, which Firefox gets, knows the button by another name.
      [browser === 'firefox' ? '_execute_browser_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_commandOpenPanel__',
      },
      'clip-selection': { suggested_key: { default: 'Alt+Shift+C' }, description: '__MSG_commandClipSelection__' },
    },
  }),
});
