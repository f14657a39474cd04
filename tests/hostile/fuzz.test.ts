/** Whatever comes as message, backup, tag or setting: nothing is thrown, nothing is slow and no prototype changes. */
import { createHash } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerMessages } from '@/entrypoints/background/messages';
import { dataDescriptor, directory, localHeader } from '@/lib/core/archive/zip';
import { CLIPS_NAME, FORMAT, FORMAT_VERSION, MANIFEST_NAME } from '@/lib/core/backup/format';
import { readLine } from '@/lib/core/backup/read-line';
import { csvCell } from '@/lib/core/export/csv';
import { parseTags, tagNameSchema } from '@/lib/core/model/tag';
import { fromPage, toBackground, toPage } from '@/lib/core/protocol';
import { parseSettings, revisionOf, settingsSchema } from '@/lib/core/settings/settings';
import { focusFrom, marksFrom, nothingFrom, placeFrom } from '@/lib/page/commands';
import { createPageEvents } from '@/lib/platform/page-events';
import { parseDrafts } from '@/lib/state/drafts';
import { parsePageView } from '@/lib/state/page-view-memory';
import { openBackup } from '@/lib/store/backup/unpack';
import { StoreFailure } from '@/lib/store/failures';
import { model, sampleClip, spanOf, TITLE, time, uuid } from '../core/clip/samples';
import { FUZZ_TIMEOUT, fuzz, REACHES_ALL, RUNS } from '../fuzz';
import { deliver, envelope, OWN_PAGE, WEB_PAGE } from '../platform/messages';

const saved = vi.hoisted(() => ({ excerpts: 0 }));
vi.mock('@/entrypoints/background/library', () => ({
  saveExcerpt: async ({ id }: { id: string }) => {
    saved.excerpts += 1;
    return { ok: true, value: { id } };
  },
  keptClip: async () => ({ ok: true, value: null }),
}));
vi.mock('@/entrypoints/background/count-items', () => ({ countItems: async () => undefined }));
vi.mock('@/entrypoints/background/prefer-reader', () => ({ preferReader: async () => undefined }));
vi.mock('@/lib/platform/badge', () => ({ setBadge: async () => undefined, setCount: async () => undefined }));

const options = { timeout: FUZZ_TIMEOUT };
const noPollution = () => expect(Reflect.get({}, 'polluted')).toBeUndefined();

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'polluted', 'length', ''];
const name = fc.oneof(fc.constantFrom(...NAMES), fc.string());
const anything = fc.oneof(
  fc.anything({ key: name, maxDepth: 3 }),
  fc.constantFrom(null, undefined, -1, 1e308, Number.NaN, '\ud800', '甲'.repeat(5_000), { polluted: 1 }),
);

/** The objects and lists within a value. */
const holdersIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(holdersIn)] : [];

interface Change {
  holder: number;
  key: number;
  added: string | null;
  value: unknown;
}
const change: fc.Arbitrary<Change> = fc.record({
  holder: fc.nat(),
  key: fc.nat(),
  added: fc.option(name),
  value: anything,
});

/** A copy with something in it replaced or added. Defined, not assigned, as `JSON.parse` does: `__proto__` is a key. */
function changed(whole: unknown, changes: readonly Change[]): unknown {
  const copy = structuredClone(whole);
  for (const { holder, key, added, value } of changes) {
    const put = structuredClone(value);
    const holders = holdersIn(copy);
    const into = holders[holder % holders.length];
    if (!into) return put;
    const keys = Object.keys(into);
    const at = added ?? keys[key % Math.max(1, keys.length)] ?? '0';
    if (Array.isArray(into) && at === 'length') continue;
    Object.defineProperty(into, at, { value: put, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}
/** Values of ours as they are, or hurt, or anything else. */
const like = (...values: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: anything },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...values), fc.array(change, { maxLength: 3 }))
        .map(([value, changes]) => changed(value, changes)),
    },
  );

/** Bytes overwritten, put in or cut off. */
const damaged = (whole: Uint8Array<ArrayBuffer>) =>
  fc
    .tuple(fc.nat(whole.length), fc.nat(24), fc.uint8Array({ maxLength: 24 }), fc.nat(4))
    .map(([at, length, put, how]) => {
      const rest = whole.subarray(at + (how < 3 ? put.length : length));
      return [whole.subarray(0, at), put, how === 4 ? '' : rest] as const;
    });

const selection = { text: TITLE, spans: [spanOf(TITLE)], cut: false };

it('messages', options, async () => {
  fakeBrowser.reset();
  answerMessages();
  const stop = new AbortController();
  createPageEvents(stop.signal);
  const data = like(
    { verdict: { kind: 'policy', score: 0.9, reasons: [] }, format: 'html' },
    { id: uuid(1), at: time(1), model, selection },
    { tabId: 7, count: 3 },
    { id: uuid(1) },
    { type: 'selection', selection },
    { type: 'progress', done: 1, total: 2, part: true },
    { marks: [{ id: 'a', tone: 'item', spans: selection.spans }] },
    { spans: selection.spans },
  );
  const types = Object.keys({ ...toBackground, ...fromPage, ...toPage });
  const message = fc.oneof(
    { weight: 1, arbitrary: anything },
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...types) }, name), data)
        .map(([type, value]) => envelope(type, value)),
    },
  );
  const sender = fc.oneof(
    fc.nat().map((tab) => WEB_PAGE(tab)),
    fc.constant(OWN_PAGE()),
    fc.constant({ ...WEB_PAGE(), id: 'other' }),
    fc.record({ id: fc.constant(fakeBrowser.runtime.id), url: fc.string(), origin: fc.string() }, { requiredKeys: [] }),
  );
  const answers = new Map<string, number>();
  await fuzz('messages', fc.tuple(message, sender), async ([sent, from]) => {
    const answer = await deliver(sent, from);
    const kind = answer === undefined ? 'none' : JSON.stringify(answer).includes('"ok":false') ? 'refused' : 'accepted';
    answers.set(kind, (answers.get(kind) ?? 0) + 1);
    const value: unknown = typeof sent === 'object' && sent !== null && 'data' in sent ? sent.data : sent;
    for (const read of [nothingFrom, marksFrom, focusFrom, placeFrom]) read(value);
  });
  stop.abort();
  if (REACHES_ALL) {
    // The inputs reach the handlers, and not all of them.
    expect([...answers.keys()].sort()).toEqual(['accepted', 'none', 'refused']);
    expect(saved.excerpts).toBeGreaterThan(0);
  }
  noPollution();
});

const LINE = { clip: sampleClip(1), past: [] };

it('lines of a backup', options, async () => {
  const whole = JSON.stringify(LINE);
  const broken = fc
    .tuple(
      fc.nat(whole.length),
      fc.nat(30),
      fc.oneof(fc.string(), fc.constantFrom('[', '{"', '\\u', '1e999', '\u2028')),
    )
    .map(([at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length));
  const inJson = like(LINE).map((value) => {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return '';
    }
  });
  const outcomes = new Set<string>();
  await fuzz('lines of a backup', fc.oneof(fc.string(), broken, inJson), (text) => {
    const read = readLine(text);
    outcomes.add(read.ok ? (read.mended ? 'mended' : 'kept') : read.reason);
    if (read.ok && 'backed' in read && read.backed.clip.tags.some((tag) => !tagNameSchema.safeParse(tag).success))
      throw new Error('a tag that is none');
  });
  if (REACHES_ALL)
    expect([...outcomes].sort()).toEqual(expect.arrayContaining(['kept', 'mended', 'no-clip', 'no-json']));
  noPollution();
});

/** A backup of one clip, its lines packed or not. */
function backupOf(method: 0 | 8): Uint8Array<ArrayBuffer> {
  const lines = Buffer.from(`${JSON.stringify(LINE)}\n`);
  const manifest = Buffer.from(
    JSON.stringify({
      format: FORMAT,
      version: FORMAT_VERSION,
      createdAt: time(1),
      author: null,
      clips: 1,
      bytes: lines.length,
      chunks: [createHash('sha256').update(lines).digest('hex')],
    }),
  );
  const parts: Uint8Array[] = [];
  let offset = 0;
  const add = (bytes: Uint8Array) => {
    parts.push(bytes);
    offset += bytes.length;
  };
  const entries = (
    [
      [CLIPS_NAME, method, lines],
      [MANIFEST_NAME, 0, manifest],
    ] as const
  ).map(([entry, how, bytes]) => {
    const packed = how === 0 ? bytes : deflateRawSync(bytes);
    const row = { name: entry, method: how, crc: 0, packed: packed.length, size: bytes.length, offset };
    for (const part of [localHeader(entry, how), packed, dataDescriptor(row)]) add(part);
    return row;
  });
  add(directory(entries, offset));
  return new Uint8Array(Buffer.concat(parts));
}

it('files of a backup', options, async () => {
  const wholes = [backupOf(8), backupOf(0), new Uint8Array(gzipSync(JSON.stringify(LINE)))];
  const file = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => [bytes]),
    ...wholes.map(damaged),
  );
  const outcomes = { read: 0, refused: 0 };
  const read = async (parts: BlobPart[]) => {
    try {
      const backup = await openBackup(new Blob(parts), new AbortController().signal);
      for await (const lines of backup.lines()) {
        for (const { text } of lines) readLine(text ?? '');
      }
      outcomes.read += 1;
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      outcomes.refused += 1;
    }
  };
  // Unpacking is the slowest by far.
  await fuzz('files of a backup', file, (parts) => read([...parts]), RUNS / 10);
  if (REACHES_ALL) expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(0);
  noPollution();
});

it('tags', options, async () => {
  const char = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '、',
      '，',
      '；',
      '､',
      ' ',
      '\u3000',
      '\u200B',
      '\u0301',
      '\u202E',
      '\ud83d',
      'İ',
      'ﷺ',
      '甲',
      'e',
      '=',
    ),
  );
  const typed = fc.oneof(
    fc.array(char, { maxLength: 30 }).map((chars) => chars.join('')),
    fc.tuple(fc.nat(70), char, fc.array(char, { maxLength: 8 })).map(([n, c, rest]) => c.repeat(n) + rest.join('')),
    name,
  );
  await fuzz('tags', typed, (raw) => {
    const tags = parseTags(raw);
    for (const tag of tags) {
      if (!tagNameSchema.safeParse(tag).success) throw new Error(`${JSON.stringify(tag)} is not a canonical tag`);
      if (!/^"(?![=+\-@\t\r])/u.test(csvCell(tag))) throw new Error(`${JSON.stringify(tag)} is a formula in CSV`);
    }
    if (parseTags(tags.join('\n')).join('\n') !== tags.join('\n')) throw new Error(`${JSON.stringify(tags)} change`);
  });
  noPollution();
});

it('settings', options, async () => {
  const good = { readerForGovernmentPdfs: true, citationEdition: '2015', walkthroughDone: true };
  await fuzz('settings', like(good, { open: ['a'], scroll: 1 }, [['clip', { note: '甲' }]]), (stored) => {
    const settings = parseSettings(stored);
    if (revisionOf(stored) < -1) throw new Error('no number');
    parsePageView(stored);
    parseDrafts(stored);
    if (!settingsSchema.strict().safeParse(settings).success) throw new Error('no settings');
    // What is sound is kept, whatever stands beside it.
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return;
    const { walkthroughDone } = Object.assign(Object.create(null), stored);
    if (typeof walkthroughDone === 'boolean' && settings.walkthroughDone !== walkthroughDone)
      throw new Error('a sound setting was lost');
  });
  noPollution();
});
