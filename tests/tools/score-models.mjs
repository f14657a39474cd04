// Reads dumped DocumentModels (see dump-models.mjs) with the parser and prints one record a line, as `inspect` does, so
// that the scorer can judge them: node tests/tools/score-models.mjs FOLDER… > out.jsonl
// With --times also prints milliseconds to standard error. For development; `npm run inspect` is the real thing.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createServer } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const inputs = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const times = process.argv.includes('--times');
const reasons = process.argv.includes('--reasons');

const files = inputs.flatMap((input) =>
  statSync(input).isDirectory()
    ? readdirSync(input)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(input, name))
    : [input],
);

const server = await createServer({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, watch: null },
  resolve: { alias: { '@': ROOT } },
  optimizeDeps: { noDiscovery: true },
});
const { readDocument } = await server.ssrLoadModule('/lib/core/parse/read-document.ts');
const { toInspection } = await server.ssrLoadModule('/lib/core/export/to-inspection.ts');

for (const file of files) {
  const model = JSON.parse(readFileSync(file, 'utf8'));
  const input = basename(file, '.json');
  const start = performance.now();
  const reading = readDocument(model);
  const ms = performance.now() - start;
  const record = { input, ...toInspection(reading, model) };
  console.log(JSON.stringify(reasons ? { ...record, verdict: reading.verdict } : record));
  if (times) console.error(`${ms.toFixed(1)} ms ${input}`);
}
await server.close();
process.exit(0);
