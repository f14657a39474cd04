/**
 * Starts workers under the extension's `require-trusted-types-for 'script'`: the one policy it allows returns only
 * addresses of this extension's own files.
 */
interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

const isFactory = (value: unknown): value is PolicyFactory =>
  typeof value === 'object' && value !== null && 'createPolicy' in value;

function own(url: string): string {
  const { origin, href } = new URL(url, globalThis.location.href);
  if (origin !== globalThis.location.origin) throw new TypeError(`not a script of this extension: ${href}`);
  return href;
}

const trusted: unknown = Reflect.get(globalThis, 'trustedTypes');
const policy = isFactory(trusted) ? trusted.createPolicy('clip-worker', { createScriptURL: own }) : null;

/** A module worker from a file of the extension. */
export const startWorker = (url: string): Worker =>
  new Worker(policy ? policy.createScriptURL(url) : own(url), { type: 'module' });
