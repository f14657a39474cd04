// The pictures of the README, put together from those of the tour: node tests/tools/readme-pictures.mjs (after
// `npm start -- --tour`). Writes assets/readme/.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension } from './browser.mjs';
import { OUTPUT, ROOT } from './build-extension.mjs';

const TOUR = join(OUTPUT, 'tour');
const README = join(ROOT, 'assets/readme');

/** Name of the picture, its parts from left to right, and how wide each stands. */
const PICTURES = [
  ['page-and-panel', ['02-highlight-in-the-page-zh-CN-light', 894], ['03-measures-zh-CN-360-light', 360]],
  ['compare', ['11-workspace-zh-CN-compare-1280-light', 1254]],
  ['panel', ['05-tag-zh-CN-360-light', 360], ['08-detail-zh-CN-360-dark', 360], ['10-export-zh-CN-480-light', 480]],
];

const imageOf = ([name, width]) => {
  const data = readFileSync(join(TOUR, `${name}.png`)).toString('base64');
  return `<img width="${width}" src="data:image/png;base64,${data}">`;
};
const STYLE =
  'body{margin:0;padding:16px;background:#d9dce1;display:inline-flex;gap:16px}img{border-radius:6px;align-self:start;box-shadow:0 1px 4px #0004;max-height:800px;object-fit:cover;object-position:top}';

mkdirSync(README, { recursive: true });
const session = await launchWithExtension();
for (const [name, ...parts] of PICTURES) {
  const page = await session.browser.newPage();
  await page.setViewport({ width: 1300, height: 900, deviceScaleFactor: 1 });
  await page.setContent(`<!doctype html><style>${STYLE}</style>${parts.map(imageOf).join('')}`);
  await (await page.$('body'))?.screenshot({ path: join(README, `${name}.png`) });
  await page.close();
}
await session.close();
