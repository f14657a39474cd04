// `npm run bench [-- NAME…]`: what PolicyClip costs, beside what cannot be spared and beside its peers, in one run. Prints a
// table and writes `.output/bench.json`; with `--readme` the table goes into the README.
// Names: sizes, page, parse, panel, pdf, memory, library, compare, durability; and hundred-thousand, which takes ten minutes
// and runs only when it is named.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compare } from '../bench/compare.mjs';
import { durability, hundredThousand } from '../bench/durability.mjs';
import { library } from '../bench/library.mjs';
import { pageCost } from '../bench/page-cost.mjs';
import { panel } from '../bench/panel.mjs';
import { parse } from '../bench/parse.mjs';
import { pdf } from '../bench/pdf.mjs';
import { pdfMemory } from '../bench/pdf-memory.mjs';
import { table } from '../bench/report.mjs';
import { sizes } from '../bench/sizes.mjs';
import { buildExtension, OUTPUT, ROOT } from './build-extension.mjs';
import { ensureBrowsers } from './install-browsers.mjs';

/** Puts the table into the README, between its two marks. */
function writeReadme(text) {
  const file = join(ROOT, 'README.md');
  const marked = /<!-- measured -->[\s\S]*<!-- \/measured -->/u;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marked, () => `<!-- measured -->\n${text}\n<!-- /measured -->`),
  );
}

const MEASURES = { sizes, page: pageCost, parse, panel, pdf, memory: pdfMemory, library, compare, durability };
/** Not part of a run without names. */
const LONG = { 'hundred-thousand': hundredThousand };

try {
  ensureBrowsers();
  const readme = process.argv.includes('--readme');
  const wanted = process.argv.slice(2).filter((name) => name !== '--readme');
  const unknown = wanted.filter((name) => !Object.hasOwn({ ...MEASURES, ...LONG }, name));
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys({ ...MEASURES, ...LONG }).join(', ')}.`);
  const extension = await buildExtension();
  const results = {};
  for (const [name, measure] of Object.entries({ ...MEASURES, ...LONG })) {
    if (wanted.length > 0 ? !wanted.includes(name) : Object.hasOwn(LONG, name)) continue;
    console.error(`${name} …`);
    results[name] = await measure(extension);
  }
  const measured = table(Object.values(results).flatMap(({ rows }) => rows));
  console.log(measured);
  if (readme) writeReadme(measured);
  mkdirSync(OUTPUT, { recursive: true });
  const about = { at: new Date().toISOString(), node: process.version, cores: cpus().length };
  writeFileSync(join(OUTPUT, 'bench.json'), JSON.stringify({ ...about, results }, null, 1));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
