import { describe, expect, it } from 'vitest';
import type { BackedClip } from '@/lib/core/backup/format';
import { type Judgement, judge } from '@/lib/core/backup/judge';
import type { Clip } from '@/lib/core/model';
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
    expect(judge(incoming, here).kind).toBe(kind);
  });

  it.each<[string, Partial<Clip>, Judgement['kind']]>([
    ['of which every word is still here is the same', { tags: ['早'], note: '第一段' }, 'same'],
    ['with a tag that is nowhere here stays', { tags: ['只在那时'] }, 'conflict'],
    ['with a paragraph that is nowhere here stays', { note: '第一段\n\n另一段' }, 'conflict'],
    ['with a correction that is nowhere here stays', { corrections: { title: '别题' } }, 'conflict'],
    ['of another passage stays', { key: 'x' }, 'conflict'],
  ])('a state from before the beginning of its history, %s', (_, change, kind) => {
    const now = sampleClip(1, { tags: ['早'], note: '第一段，改过\n\n第二段', revision: 60 });
    const kept = sampleClip(1, { tags: ['早', '晚'], note: '第一段\n\n第二段', revision: 59 });
    const old = sampleClip(1, { revision: 5, ...change });
    expect(judge(backed(old), backed(now, kept)).kind).toBe(kind);
  });
});
