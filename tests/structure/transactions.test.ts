/**
 * A transaction commits itself as soon as it waits for anything but its own requests, with the first half written. So
 * inside of one, only requests, and functions of the same file that wait for nothing else, may be awaited; and what is
 * done in one stands where it is opened, under its own name, so that it can be read here.
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

/** The calls that an `await` waits for, also when they were begun earlier in `body` and have a name there. */
function begunAs(awaits: Node, body: Node): Node[] | null {
  let waited: Node | null = child(awaits, 'argument');
  for (let hops = 0; waited?.type === 'Identifier' && hops < 5; hops++) {
    const { name } = waited;
    const declares = (one: Node) => one.type === 'VariableDeclarator' && child(one, 'id')?.name === name;
    const loop = [...walk(body)].find(
      (one) => one.type === 'ForOfStatement' && [...walk(one.left)].some((left) => declares(left)),
    );
    const declared = [...walk(body)].find(declares);
    waited = loop ? child(loop, 'right') : declared ? child(declared, 'init') : null;
  }
  const begun = waited ? calls(waited) : [];
  return begun.length > 0 ? begun : null;
}

const TRANSACTION = /^(?:strictly|.*\.transaction)$/u;
const CHAIN = /\.(?:then|catch|finally)$/u;

/** `strictly` and `.transaction` wherever they are anything but called: then nobody sees what they are given. */
function aliases(nodes: readonly Node[]): string[] {
  const plain = new Set<unknown>();
  for (const node of nodes) {
    if (node.type === 'CallExpression') plain.add(node.callee);
    if (node.type === 'FunctionDeclaration') plain.add(node.id);
    if (node.type === 'ImportSpecifier' && child(node, 'local')?.name === child(node, 'imported')?.name)
      plain.add(node.local).add(node.imported);
  }
  return nodes
    .filter((node) => !plain.has(node))
    .flatMap((node) => {
      if (node.type === 'Identifier' && node.name === 'strictly') return ['alias of strictly'];
      if (node.type === 'MemberExpression' && child(node, 'property')?.name === 'transaction')
        return ['alias of transaction'];
      return [];
    });
}

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
  const found = aliases(nodes);
  const seen = new Set<Node>();
  const check = (body: Node, tables: ReadonlySet<string>): void => {
    if (seen.has(body)) return;
    seen.add(body);
    for (const node of walk(body)) {
      if (node.type === 'ForOfStatement' && node.await === true) found.push('for await');
      if (node.type === 'CallExpression') {
        const own = functions.get(nameOf(node));
        if (own) check(own, tables);
        else if (CHAIN.test(nameOf(node))) found.push(nameOf(node));
      }
      if (node.type !== 'AwaitExpression') continue;
      const begun = begunAs(node, body);
      if (!begun) found.push('await of what was begun elsewhere');
      for (const call of begun ?? []) {
        const name = nameOf(call);
        if (!functions.has(name) && !CHAIN.test(name) && !OWN.test(name) && !tables.has(name.split('.')[0] ?? ''))
          found.push(name);
      }
    }
  };
  for (const call of nodes.filter(({ type }) => type === 'CallExpression')) {
    if (!TRANSACTION.test(nameOf(call)) || !Array.isArray(call.arguments)) continue;
    const listed = call.arguments.slice(0, -1);
    const names = [...walk(listed)].filter(({ type }) => type === 'Identifier').map(({ name }) => String(name));
    const body: unknown = call.arguments.at(-1);
    if (isNode(body) && /Function/u.test(body.type)) check(body, new Set(names));
    else if (!isNode(body) || body.type !== 'ObjectExpression') found.push('work that stands elsewhere');
  }
  return found;
}

it.each([
  ['await settled(store("a").get(1));', []],
  ['await fetch(address);', ['fetch']],
  ['await new Promise((done) => setTimeout(done));', ['new Promise', 'setTimeout']],
  ['await later();', ['digest']],
  ['await Promise.all(ids.map((id) => settled(store("a").get(id))));', []],
  ['return later();', ['digest']],
  ['const begun = later(); await begun;', ['digest']],
  ['const begun = [fetch(address)]; for (const one of begun) await one;', ['fetch']],
  ['await begunElsewhere;', ['await of what was begun elsewhere']],
  ['await settled(store("a").get(1)).then(() => fetch(address));', ['fetch', 'settled.then']],
  ['later().then(() => store("a").put(1));', ['later.then', 'digest']],
  ['for await (const one of lines) store("a").put(one);', ['for await']],
  ['await ofAnotherFile();', ['ofAnotherFile']],
])('%s', (line, expected) => {
  const helper = 'async function later() { await crypto.digest(1); }';
  const found = foreignAwaits(`${helper} strictly(db, ['a'], async (store) => { ${line} });`);
  expect(found.map((name) => name.replace('crypto.', ''))).toEqual(expected);
});

it.each([
  ['const run = strictly; run(db, [], async () => {});', ['alias of strictly']],
  ["import { strictly as run } from './strict-transaction';", ['alias of strictly']],
  ['const open = dexie.transaction; open();', ['alias of transaction']],
  ['strictly(db, [], work);', ['work that stands elsewhere']],
  ["import { strictly } from './strict-transaction'; strictly(db, [], async () => {});", []],
])('%s', (code, expected) => expect(foreignAwaits(code)).toEqual(expected));

it('tables of a Dexie transaction may be awaited, others not', () => {
  const code = "dexie.transaction('rw', [a, b], async () => { await a.get(1); await other.get(1); });";
  expect(foreignAwaits(code)).toEqual(['other.get']);
});

it('F13 the source awaits nothing foreign in a transaction', () => {
  const found = sourceFiles(['lib']).flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    if (!/\bstrictly\b|\.transaction\b/u.test(code)) return [];
    return foreignAwaits(code).map((name) => `${relative(ROOT, file)}: ${name}`);
  });
  expect(found).toEqual([]);
});
