/**
 * Text never becomes markup or code in our own source, and nothing but the places named here asks for anything over the
 * network. The security policy forbids most of it at run time; here it is found before anybody runs it.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './sources';

const SINK = new RegExp(
  [
    /\b(?:inner|outer)HTML\b/u,
    /\binsertAdjacentHTML\b/u,
    /\bdocument\s*\.\s*(?:write(?:ln)?|execCommand)\b/u,
    /\bdangerouslySetInnerHTML\b/u,
    /\b(?:createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|parseFromString|srcdoc)\b/u,
    /\beval\s*\(/u,
    /\bnew\s+Function\b/u,
    /\bset(?:Timeout|Interval)\(\s*['"`]/u,
    /\bimportScripts\b/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'u',
);
const NETWORK = /\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew\s+(?:WebSocket|EventSource|WebTransport)\b/u;
const EXPOSED = /\bonMessageExternal\b|\bonConnectExternal\b|\bwindow\.postMessage\b|\bweb_accessible_resources\b/u;

/** Who may ask, and for what. */
const ASKERS: Record<string, string> = {
  'entrypoints/sample/main.ts': 'the bundled bulletins',
  'lib/platform/file-source.ts': 'a file that the person dropped, by its blob address',
  'lib/platform/pdf-bytes.ts': 'the PDF that the person has open',
};

const code = sourceFiles().map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')] as const);
const naming = (pattern: RegExp) =>
  code
    .filter(([, text]) => pattern.test(text))
    .map(([name]) => name)
    .sort();

describe('the patterns', () => {
  it.each([
    'a.innerHTML = x',
    'a.outerHTML',
    "a.insertAdjacentHTML('beforeend', x)",
    'document.write(x)',
    '<p dangerouslySetInnerHTML={{ __html: x }} />',
    'range.createContextualFragment(x)',
    'eval(x)',
    "new Function('a', x)",
    "setTimeout('a()', 1)",
    "new DOMParser().parseFromString(x, 'text/html')",
  ])('find %s', (line) => expect(SINK.test(line)).toBe(true));

  it.each(['evaluate(x)', 'setTimeout(() => a(), 1)', 'new FunctionTable()', 'prefetch(x)'])('leave %s', (line) =>
    expect(SINK.test(line) || NETWORK.test(line)).toBe(false),
  );
});

describe('the source', () => {
  it('has no sink for markup or code', () => expect(naming(SINK)).toEqual([]));

  it('asks for something only where that is its business', () => expect(naming(NETWORK)).toEqual(Object.keys(ASKERS)));

  it('listens to no other extension and no page', () => expect(naming(EXPOSED)).toEqual([]));
});
