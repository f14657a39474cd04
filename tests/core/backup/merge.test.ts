/**
 * Merging a colleague's backup: nothing of one's own is removed, thrown away or replaced, what they have is added under
 * their name.
 */
import { describe, expect, it } from 'vitest';
import type { BackedClip } from '@/lib/core/backup/format';
import { mergeClip } from '@/lib/core/backup/merge';
import { signedTag } from '@/lib/core/backup/signed';
import { authored, unite, withPastOf } from '@/lib/core/backup/unite';
import { type Clip, clipSchema } from '@/lib/core/model';
import { sampleClip, sampleTwin, time, uuid } from '../clip/samples';

const backed = (clip: Clip): BackedClip => ({ clip, past: [] });
const own = backed(sampleClip(1, { tags: ['人才'], note: '自己的' }));
const theirs = sampleClip(2, { tags: ['人才', '资金'], note: '他人的' });

describe('a colleague’s clip', () => {
  it('adds tags and note under the colleague’s name, and leaves what is there', () => {
    const outcome = unite(own, theirs, '张三', time(9));
    expect(outcome).toMatchObject({
      kind: 'united',
      put: {
        clip: {
          id: own.clip.id,
          tags: ['人才', '资金@张三'],
          note: '自己的\n\n【@张三】\n他人的',
          revision: 2,
          updatedAt: time(9),
        },
        past: [{ revision: 1, note: '自己的' }],
      },
    });
  });

  it('enters with its author where there is none of the passage, its history too', () => {
    const past = {
      clipId: uuid(2),
      revision: 1,
      at: time(1),
      tags: ['t'],
      note: '旧',
      corrections: {},
      deletedAt: null,
    };
    const entered = authored({ clip: theirs, past: [past] }, '张三');
    expect(entered.clip).toMatchObject({ tags: ['人才@张三', '资金@张三'], note: '【@张三】\n他人的' });
    expect(entered.past).toEqual([{ ...past, tags: ['t@张三'], note: '【@张三】\n旧' }]);
    expect(clipSchema.parse(entered.clip)).toEqual(entered.clip);
  });

  it.each<[string, Partial<Clip>, Partial<Clip>, Partial<Clip> | null]>([
    [
      'a note that is part of a word of one’s own',
      { note: '这条不重要' },
      { note: '重要' },
      { note: '这条不重要\n\n【@张三】\n重要' },
    ],
    ['one paragraph of two', { note: '甲\n\n乙' }, { note: '乙\n\n丙' }, { note: '甲\n\n乙\n\n【@张三】\n丙' }],
    ['a heading of theirs in 【】', {}, { note: '【重点】\n看' }, { note: '【@张三】\n【重点】\n看' }],
    [
      'words that bear a name already',
      {},
      { tags: ['t@李四'], note: '【@李四】\n话' },
      { tags: ['t@李四'], note: '【@李四】\n话' },
    ],
    [
      'a correction',
      { corrections: { title: '我题' } },
      { corrections: { title: '她题' } },
      { corrections: { title: '我题' }, note: '【@张三】\n更正标题：她题' },
    ],
    [
      'regions and agencies',
      {},
      { corrections: { regions: ['510000', '330000'], agencies: ['甲厅'] } },
      { corrections: {}, note: '【@张三】\n更正地区：四川、浙江\n\n【@张三】\n更正机关：甲厅' },
    ],
    ['the same correction', { corrections: { title: '题' } }, { corrections: { title: '题' } }, null],
    ['a deletion', {}, { deletedAt: time(8), revision: 4 }, null],
    ['one’s own words that come back', { tags: ['t'], note: '话' }, { tags: ['t@我'], note: '【@我】\n话' }, null],
  ])('unites %s', (_, mine, hers, expected) => {
    const outcome = mergeClip(
      backed(sampleClip(1, hers)),
      { here: backed(sampleClip(1, mine)), passage: null, isGone: false },
      '张三',
      time(9),
    );
    if (expected === null) expect(outcome).toEqual({ kind: 'same' });
    else expect(outcome).toMatchObject({ kind: 'united', put: { clip: { deletedAt: null, ...expected } } });
  });

  it('takes over a picture where there is none', () => {
    const picture = { width: 1, height: 1, hash: '0'.repeat(64) };
    expect(unite(own, sampleClip(2, { picture }), '张三', time(9))).toMatchObject({ put: { clip: { picture } } });
  });

  it.each<[string, Partial<Clip>, Partial<Clip>]>([
    ['tags', { tags: Array.from({ length: 99 }, (_, i) => `t${i}`) }, { tags: ['a', 'b'] }],
    ['words', { note: 'x'.repeat(90_000) }, { note: 'y'.repeat(10_000) }],
  ])('that has more %s than fit is kept beside one’s own, whole', (_, mine, hers) => {
    const library = { here: null, passage: backed(sampleClip(1, mine)), isGone: false };
    const outcome = mergeClip(backed(sampleTwin(2, 1, hers)), library, '张三', time(9));
    expect(outcome.kind).toBe('conflict');
    if (!('put' in outcome)) return;
    expect(outcome.put.clip.tags).toEqual((hers.tags ?? []).map((tag) => signedTag(tag, '张三')));
    expect(outcome.put.clip.note).toContain(hers.note ?? '');
  });

  it('has a note whole even if names in it have no room', () => {
    const note = Array.from({ length: 20_000 }, (_, i) => `${i % 10}`).join('\n\n');
    expect(authored(backed(sampleClip(2, { note })), '张三').clip.note).toBe(note);
  });

  it.each<[string, Parameters<typeof mergeClip>[1], string]>([
    [
      'in the trash stays there, and what they say of it is kept beside it',
      { here: backed(sampleClip(1, { deletedAt: time(3) })), passage: null, isGone: false },
      'conflict',
    ],
    [
      'in the trash stays there alone when they say nothing of their own',
      { here: backed(sampleClip(1, { deletedAt: time(3), tags: ['t'] })), passage: null, isGone: false },
      'same',
    ],
    ['deleted for good stays so', { here: null, passage: null, isGone: true }, 'gone'],
    [
      'deleted for good, its passage kept again, is united',
      { here: null, passage: backed(sampleTwin(7, 1)), isGone: true },
      'united',
    ],
    [
      'with the id of another passage is kept beside it',
      { here: backed(sampleClip(1, { key: 'x' })), passage: null, isGone: false },
      'conflict',
    ],
  ])('%s', (_, library, kind) => {
    const outcome = mergeClip(backed(sampleClip(1, { tags: ['t'] })), library, '张三', time(9));
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'conflict') expect(outcome.put.clip).toMatchObject({ deletedAt: null, tags: ['t@张三'] });
    if (outcome.kind === 'united')
      expect(outcome.put.clip.deletedAt).toBe((library.passage ?? library.here)?.clip.deletedAt);
  });

  it.each([
    ['资金', '张三', '资金@张三'],
    ['长'.repeat(64), '张三', `${'长'.repeat(61)}@张三`],
    ['a', ' Ａ B ', 'a@A B'],
    ['a@', '张三', 'a@@张三'],
    ['a@李四', '张三', 'a@李四'],
    ['a', '\u200B', 'a@?'],
    ['a', '名'.repeat(100), `a@${'名'.repeat(40)}`],
  ])('tag %s of %s becomes %s', (tag, author, expected) => {
    expect(signedTag(tag, author)).toBe(expected);
    expect(signedTag(expected, '王五')).toBe(expected);
  });
});

it('a clip of one’s own that is taken over brings its history, each state once', () => {
  const state = (n: number, note: string) => ({
    clipId: uuid(2),
    revision: n,
    at: time(n),
    tags: [],
    note,
    corrections: {},
    deletedAt: null,
  });
  const other = { clip: sampleClip(2, { note: '三', revision: 3 }), past: [state(1, '一'), state(2, '二')] };
  const united = unite(own, other.clip, null, time(9));
  if (united.kind !== 'united') throw new Error(united.kind);
  const { clip, past } = withPastOf(united.put, other);
  expect(past.map(({ clipId, revision, note }) => [clipId, revision, note])).toEqual([
    [own.clip.id, 1, '自己的'],
    [own.clip.id, 2, '一'],
    [own.clip.id, 3, '二'],
  ]);
  expect(clip).toMatchObject({ revision: 4, note: '自己的\n\n三' });
  expect(withPastOf({ clip, past }, other)).toEqual({ clip, past });
});
