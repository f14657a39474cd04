/**
 * A transaction commits itself as soon as it waits for anything but its own requests, with the first half written. So
 * inside of one, only requests, and functions of the same file that wait for nothing else, may be awaited.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseSync } from '@babel/core';
import { expect, it } from 'vitest';
import { ROOT, sourceFiles } from './sources';

type Node = Record<string, unknown> & { type: string };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
const child = (node: Node, key: string): Node | null => (isNode(node[key]) ? node[key] : null);

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* walk(one);
  else if (isNode(value)) {
    yield value;
    for (const key of Object.keys(value)) if (key !== 'loc') yield* walk(value[key]);
  }
}
const calls = (node: Node) =>
  [...walk(node)].filter(({ type }) => type === 'CallExpression' || type === 'NewExpression');

/** `a` of `a(…)`, `a.b` of `a.b(…)` and of `a().b(…)`. */
function nameOf(call: Node): string {
  const callee = child(call, 'callee');
  if (!callee) return '?';
  if (callee.type === 'Identifier') return `${call.type === 'NewExpression' ? 'new ' : ''}${String(callee.name)}`;
  const [object, property] = [child(callee, 'object'), child(callee, 'property')];
  const root = object?.type === 'CallExpression' ? nameOf(object) : String(object?.name ?? '');
  return `${root}.${String(property?.name)}`;
}

/** Requests and what only gathers them. */
const OWN =
  /^(?:settled|store(?:\..*)?|Promise\.all|readHead|isLine)$|^[\w.]*\.(?:map|flatMap|filter|some|safeParse)$/u;

/** Names of what is awaited inside of transactions and is no request of theirs. */
function foreignAwaits(code: string): string[] {
  const parsed = parseSync(code, {
    filename: 'x.ts',
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: ['typescript'] },
  });
  const nodes = [...walk(parsed?.program.body)];
  const functions = new Map<string, Node>();
  for (const node of nodes) {
    const id = child(node, 'id');
    const body = node.type === 'FunctionDeclaration' ? node : child(node, 'init');
    if (id && body && /Function/u.test(body.type)) functions.set(String(id.name), body);
  }
  const found: string[] = [];
  const seen = new Set<Node>();
  const check = (body: Node, tables: ReadonlySet<string>): void => {
    if (seen.has(body)) return;
    seen.add(body);
    for (const node of walk(body)) {
      if (node.type !== 'AwaitExpression') continue;
      for (const call of calls(node)) {
        const name = nameOf(call);
        const own = functions.get(name);
        if (own) check(own, tables);
        else if (!OWN.test(name) && !tables.has(name.split('.')[0] ?? '')) found.push(name);
      }
    }
  };
  for (const call of nodes.filter(({ type }) => type === 'CallExpression')) {
    if (!/^(?:strictly|.*\.transaction)$/u.test(nameOf(call)) || !Array.isArray(call.arguments)) continue;
    const listed = call.arguments.slice(0, -1);
    const names = [...walk(listed)].filter(({ type }) => type === 'Identifier').map(({ name }) => String(name));
    const body: unknown = call.arguments.at(-1);
    if (isNode(body) && /Function/u.test(body.type)) check(body, new Set(names));
  }
  return found;
}

it.each([
  ['await settled(store("a").get(1));', []],
  ['await fetch(address);', ['fetch']],
  ['await new Promise((done) => setTimeout(done));', ['new Promise', 'setTimeout']],
  ['await later();', ['digest']],
  ['await Promise.all(ids.map((id) => settled(store("a").get(id))));', []],
])('%s', (line, expected) => {
  const helper = 'async function later() { await crypto.digest(1); }';
  const found = foreignAwaits(`${helper} strictly(db, ['a'], async (store) => { ${line} });`);
  expect(found.map((name) => name.replace('crypto.', ''))).toEqual(expected);
});

it('tables of a Dexie transaction may be awaited, others not', () => {
  const code = "dexie.transaction('rw', [a, b], async () => { await a.get(1); await other.get(1); });";
  expect(foreignAwaits(code)).toEqual(['other.get']);
});

it('the source awaits nothing foreign in a transaction', () => {
  const found = sourceFiles(['lib']).flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    if (!/\bstrictly\(|\.transaction\(/u.test(code)) return [];
    return foreignAwaits(code).map((name) => `${relative(ROOT, file)}: ${name}`);
  });
  expect(found).toEqual([]);
});
