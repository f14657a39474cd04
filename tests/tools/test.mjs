// `npm test`: everything. Gets the browsers, builds once, runs the checks and all test projects, and ends with one line
// `N passed, N failed`. A check that fails (format, lint, types, build) counts like a test that fails.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, OUTPUT, ROOT } from './build-extension.mjs';
import { ensureBrowsers } from './install-browsers.mjs';

const totals = { passed: 0, failed: 0, skipped: 0 };
const bin = (name) => join(ROOT, 'node_modules/.bin', name);
const run = (command, args) => spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;

/** Runs one named step; what it throws or a false answer is a failure. */
async function step(name, work) {
  const start = performance.now();
  let passed = false;
  try {
    passed = (await work()) !== false;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  totals[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? '✓' : '✗'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return passed;
}

/** Runs test projects and adds up what their report says; a run without a report is a failure. */
function runProjects(projects) {
  const report = join(OUTPUT, 'test-report.json');
  rmSync(report, { force: true });
  const succeeded = run(bin('vitest'), [
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) {
    totals.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that does not even load has no tests that could fail.
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + unloaded;
  totals.passed += numPassedTests;
  totals.failed += failed > 0 || succeeded ? failed : 1;
  totals.skipped += numPendingTests + numTodoTests;
}

mkdirSync(OUTPUT, { recursive: true });
await step('browsers', () => {
  const { chromium, firefox } = ensureBrowsers({ firefox: true });
  console.log(`Chromium: ${chromium}\nFirefox: ${firefox ?? 'none; its smoke test is skipped'}`);
});
await step('format and lint', () => run('npm', ['run', '-s', 'check:format']));
await step('types', () => run('npm', ['run', '-s', 'check:types']));
await step('reproducible build', () => run('npm', ['run', '-s', 'check:reproducible']));
if (await step('build', () => buildExtension())) {
  runProjects(['structure', 'unit', 'browser']);
  runProjects(['e2e']);
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
