// Long PDFs for measuring: from the corpus beside the project where it is there, and the sample bulletin many times over.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tools/build-extension.mjs';

const COPIES = 16;
const CORPUS = join(ROOT, '../shared/corpus');
/** From the corpus: the seed, and after it the longest. */
const SEED = 'seed/bulletin-57.pdf';

/** The sample bulletin's body many times over, so that a print of it is long. */
export function longSample() {
  const html = readFileSync(join(ROOT, 'assets/public/sample/issue-1.html'), 'utf8');
  const body = /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? '';
  return html.replace(body, Array.from({ length: COPIES }, () => body).join('\n'));
}

/** Names and paths. @returns {[string, string][]} */
export function corpusFiles() {
  if (!existsSync(CORPUS)) return [];
  const longest = readdirSync(join(CORPUS, 'dev'))
    .filter((name) => name.endsWith('.pdf') && name.startsWith('bj_'))
    .map((name) => `dev/${name}`);
  return [SEED, ...longest].map((name) => [name.split('/')[1] ?? name, join(CORPUS, name)]);
}
