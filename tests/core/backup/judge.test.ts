import { describe, expect, it } from 'vitest';
import type { BackedClip } from '@/lib/core/backup/format';
import { type Judgement, judge, twinId } from '@/lib/core/backup/judge';
import { authored, authoredTag, unite } from '@/lib/core/backup/unite';
import { type Clip, clipSchema } from '@/lib/core/model';
import { sampleClip, time, uuid } from '../clip/samples';

const past = (clip: Clip) => ({
  clipId: clip.id,
  revision: clip.revision,
  at: clip.updatedAt,
  tags: clip.tags,
  note: clip.note,
  corrections: clip.corrections,
  deletedAt: clip.deletedAt,
});
const backed = (clip: Clip, ...before: Clip[]): BackedClip => ({ clip, past: before.map(past) });

const first = sampleClip(1);
const second = sampleClip(1, { note: '改', revision: 2, updatedAt: time(5) });
const trashed = sampleClip(1, { deletedAt: time(6), revision: 2, updatedAt: time(6) });
const other = sampleClip(1, { note: '另一台电脑', revision: 2, updatedAt: time(7) });

describe('beside what the library has, a clip of a backup', () => {
  it.each<[string, BackedClip, BackedClip | null, Judgement['kind']]>([
    ['is new where there is none', backed(first), null, 'new'],
    ['is the same', backed(first), backed(first), 'same'],
    [
      'is the same whatever counts its saves',
      backed({ ...first, revision: 7, updatedAt: time(9) }),
      backed(first),
      'same',
    ],
    ['is what it was before an edit', backed(first), backed(second, first), 'same'],
    ['is what it was before it was thrown away', backed(first), backed(trashed, first), 'same'],
    ['is a later state of it', backed(second, first), backed(first), 'newer'],
    ['contradicts it', backed(other, first), backed(second, first), 'conflict'],
    ['contradicts it where the history does not say so', backed(second), backed(first), 'conflict'],
    ['has its id by chance', backed(sampleClip(2, { id: uuid(1) })), backed(first), 'conflict'],
  ])('%s', (_, incoming, here, kind) => {
    expect(judge(incoming, here, () => false).kind).toBe(kind);
  });

  it('I07: keeps both of a conflict, and does so once', () => {
    const outcome = judge(backed(other, first), backed(second, first), () => false);
    if (outcome.kind === 'same') throw new Error('not the same');
    const { clip, past: history } = outcome.put;
    expect(clip).toEqual({ ...other, id: twinId(other) });
    expect(clipSchema.parse(clip)).toEqual(clip);
    expect(history[0]?.clipId).toBe(clip.id);
    expect(judge(backed(other, first), backed(second, first), (id) => id === clip.id).kind).toBe('same');
  });
});

describe('a colleague’s clip', () => {
  const own = backed(sampleClip(1, { tags: ['人才'], note: '自己的' }));
  const theirs = sampleClip(2, { tags: ['人才', '资金'], note: '他人的' });

  it('adds tags and note under the colleague’s name, and leaves what is there', () => {
    const outcome = unite(own, theirs, '张三', time(9));
    expect(outcome).toMatchObject({
      kind: 'united',
      put: {
        clip: {
          id: own.clip.id,
          tags: ['人才', '资金@张三'],
          note: '自己的\n\n【张三】\n他人的',
          revision: 2,
          updatedAt: time(9),
        },
        past: [{ revision: 1, note: '自己的' }],
      },
    });
  });

  it('adds nothing a second time', () => {
    const once = unite(own, theirs, '张三', time(9));
    if (once.kind === 'same') throw new Error('not the same');
    expect(unite(once.put, theirs, '张三', time(10)).kind).toBe('same');
  });

  it('enters with its author where there is none of the passage', () => {
    const { clip } = authored(backed(theirs), '张三');
    expect(clip).toMatchObject({ tags: ['人才@张三', '资金@张三'], note: '【张三】\n他人的' });
    expect(clipSchema.parse(clip)).toEqual(clip);
  });

  it.each([
    ['资金', '张三', '资金@张三'],
    ['长'.repeat(64), '张三', `${'长'.repeat(61)}@张三`],
    ['a', ' Ａ B ', 'a@A B'],
  ])('tag %s of %s becomes %s', (tag, author, expected) => {
    expect(authoredTag(tag, author)).toBe(expected);
  });
});
