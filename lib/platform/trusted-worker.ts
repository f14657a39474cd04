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

/** Undefined before the first worker; null where there are no trusted types. */
let policy: ScriptPolicy | null | undefined;
function policyHere(): ScriptPolicy | null {
  const trusted: unknown = Reflect.get(globalThis, 'trustedTypes');
  return isFactory(trusted) ? trusted.createPolicy('clip-worker', { createScriptURL: own }) : null;
}

/** A module worker from a file of the extension. */
export function startWorker(url: string): Worker {
  policy ??= policyHere();
  return new Worker(policy ? policy.createScriptURL(url) : own(url), { type: 'module' });
}
