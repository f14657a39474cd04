/**
 * Gives tests in a browser each worker as one script, as the extension has it. Unbundled, every start of a worker asks
 * the test server for each of its modules: a quarter of the time of tests that start many.
 */
import { build, type Plugin, type UserConfig } from 'vite';

const ASKED = /^(?<file>.+\.ts)\?worker&url$/u;

/** @param config what the tests are built with */
export function bundledWorkers(config: Pick<UserConfig, 'plugins' | 'resolve'>): Plugin {
  return {
    name: 'bundled-workers',
    enforce: 'pre',
    async load(id) {
      const entry = ASKED.exec(id)?.groups?.file;
      if (entry === undefined) return null;
      const result = await build({
        ...config,
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        build: { write: false, minify: false, target: 'es2024', lib: { entry, formats: ['es'] } },
      });
      const [script, ...rest] = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
      if (script?.type !== 'chunk' || rest.length > 0) throw new Error(`${entry} was not bundled into one script.`);
      return `export default URL.createObjectURL(new Blob([${JSON.stringify(script.code)}], { type: 'text/javascript' }));`;
    },
  };
}
