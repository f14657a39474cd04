/**
 * Hostile lines of a backup, by the rows of the catalogue of hostile inputs: what is in them and what must become of
 * them. Invented clips only.
 */
import { MAX_LINE_CHARS } from '@/lib/core/backup/format';
import { sampleClip, time } from '../core/clip/samples';

const good = JSON.stringify({ clip: sampleClip(1), past: [] });
/** A clip's line with a field of the clip replaced. */
const withField = (field: string, json: string) =>
  good.replace(new RegExp(`"${field}":("[^"]*"|\\[[^\\]]*\\]|\\d+|null)`, 'u'), () => `"${field}":${json}`);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

export type Expected = 'kept' | 'mended' | 'too-long' | 'too-deep' | 'no-json' | 'no-clip';

export const HOSTILE_LINES: [row: string, what: string, line: string, expected: Expected][] = [
  ['I01', 'no JSON', 'hello', 'no-json'],
  ['I02', '__proto__ at the top', good.replace('{', '{"__proto__":{"polluted":1},'), 'mended'],
  ['I02', '__proto__ in the clip', good.replace('{"clip":{', '{"clip":{"__proto__":{"polluted":1},'), 'mended'],
  ['I03', 'constructor.prototype', good.replace('{', '{"constructor":{"prototype":{"polluted":1}},'), 'mended'],
  ['I03', 'a length that is no number', withField('tags', '{"length":{"toString":1}}'), 'no-clip'],
  ['I04', 'a million deep', nested(1_000_000), 'too-deep'],
  ['I04', 'deep inside a clip', withField('tags', nested(100)), 'too-deep'],
  ['I11', 'a date that is none', withField('createdAt', '"NaN"'), 'no-clip'],
  ['I11', 'NaN', withField('revision', 'NaN'), 'no-json'],
  ['I11', '1e309', withField('revision', '1e309'), 'no-clip'],
  ['I11', 'negative', withField('revision', '-1'), 'no-clip'],
  ['I12', 'fifty megabytes of text', withField('note', `"${'x'.repeat(50_000_000)}"`), 'too-long'],
  ['I12', 'a note above its limit', withField('note', `"${'x'.repeat(100_001)}"`), 'no-clip'],
  [
    'I13',
    'ten thousand tags',
    withField('tags', JSON.stringify(Array.from({ length: 10_000 }, (_, i) => `t${i}`))),
    'no-clip',
  ],
  ['I14', 'javascript: as address', withField('url', '"javascript:alert(1)"'), 'mended'],
  ['I14', 'an address with a password', withField('url', '"https://a:b@c.example/"'), 'mended'],
  ['I14', 'markup in the title stays text', withField('note', '"<img src=x onerror=alert(1)>"'), 'kept'],
  ['I15', 'a key twice: the last wins', withField('note', `"first","note":"last"`), 'kept'],
  ['I18', 'a carriage return', `${good}\r`, 'kept'],
  ['I19', 'a folder that does not exist', good.replace('{"clip":{', '{"clip":{"folder":"gone",'), 'mended'],
  ['T03', '__proto__ as tag', withField('tags', '["__proto__","constructor"]'), 'kept'],
  ['T05', 'a tag with a bidirectional override', withField('tags', '["a\\u202Eb"]'), 'no-clip'],
  ['H15', 'half a surrogate pair', withField('note', '"\\ud800"'), 'kept'],
  [
    '—',
    'a history of another clip',
    good.replace('"past":[]', `"past":${JSON.stringify([pastOf('00000000-0000-4000-8000-00000000dead')])}`),
    'kept',
  ],
  ['—', 'just below the longest line', `${good.slice(0, -1)}${' '.repeat(MAX_LINE_CHARS - good.length)}}`, 'kept'],
];

function pastOf(clipId: string) {
  return { clipId, revision: 1, at: time(1), tags: [], note: '', corrections: {}, deletedAt: null };
}
