/** Whole libraries that merge each other: nothing is lost, and however often they go back and forth, they come to rest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeClip } from '@/lib/core/backup/merge';
import { correctionParagraphs, paragraphsOf, signedTag } from '@/lib/core/backup/signed';
import type { Clip } from '@/lib/core/model';
import { sampleTwin, time, uuid } from '../clip/samples';

const backed = (clip: Clip) => ({ clip, past: [] });

type Library = Map<string, Clip>;

/** What a library is after it merged another one. */
function merged(library: Library, file: Library, author: string): Library {
  const after = new Map(library);
  for (const clip of file.values()) {
    const here = after.get(clip.id);
    const passage = [...after.values()].find(({ key, deletedAt }) => key === clip.key && deletedAt === null);
    const known = { here: here ? backed(here) : null, passage: passage ? backed(passage) : null, isGone: false };
    const outcome = mergeClip(backed(clip), known, author, time(99));
    if ('put' in outcome && !(outcome.kind === 'conflict' && after.has(outcome.put.clip.id)))
      after.set(outcome.put.clip.id, outcome.put.clip);
  }
  return after;
}

const word = fc.constantFrom(
  '重要',
  '不重要',
  '这条不重要',
  '看',
  '【重点】\n看',
  'ａ',
  '甲',
  '乙',
  '【@丙】\n看',
  '更正标题：甲',
);
/** `passageOf` says of which passage a clip is; two people may have clips of the same id. */
const librariesBy = (passageOf: (n: number, of: number) => number) =>
  fc
    .uniqueArray(
      fc.record({
        n: fc.integer({ min: 1, max: 6 }),
        of: fc.integer({ min: 1, max: 3 }),
        tags: fc.uniqueArray(fc.constantFrom('资金', '人才', '资金@丙', '甲', 'a@'), { maxLength: 3 }),
        note: fc.array(word, { maxLength: 3 }).map((words) => words.join('\n\n')),
        title: fc.option(fc.constantFrom('甲', '题'), { nil: undefined }),
        isTrashed: fc.boolean(),
        revision: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 4, selector: ({ n }) => n },
    )
    .map((list): Library => {
      const living = new Set<number>();
      return new Map(
        list.map(({ n, of: any, tags, note, title, isTrashed, revision }) => {
          const of = passageOf(n, any);
          const deletedAt = isTrashed || living.has(of) ? time(5) : null;
          if (deletedAt === null) living.add(of);
          const corrections = title === undefined ? {} : { title };
          return [uuid(n), sampleTwin(n, of, { tags, note, corrections, deletedAt, revision })];
        }),
      );
    });

/** Clips of the same id are of the same passage. */
const clips = librariesBy((n) => n % 3);
/** They may be of different ones, as by chance or by malice. */
const anyClips = librariesBy((_, of) => of);

const words = (library: Library): string[] =>
  [...library.values()].flatMap(({ key, tags, note, corrections }) =>
    [...tags, ...paragraphsOf(note), ...correctionParagraphs(corrections)].map((one) => `${key} ${one}`),
  );
const said = (library: Library) => [...library.values()].map(({ revision: _, updatedAt: __, ...clip }) => clip);

describe('libraries that are merged', () => {
  it('keep every clip, tag, paragraph and correction of one’s own as it was', () => {
    fc.assert(
      fc.property(anyClips, anyClips, (mine, hers) => {
        const after = merged(mine, hers, '乙');
        for (const [id, { tags, note, deletedAt, corrections, item }] of mine) {
          const now = after.get(id)!;
          expect(now.tags.slice(0, tags.length)).toEqual(tags);
          expect(now.note.startsWith(note)).toBe(true);
          expect(now).toMatchObject({ deletedAt, corrections, item });
        }
      }),
    );
  });

  it('lose nothing that the other had', () => {
    fc.assert(
      fc.property(anyClips, anyClips, (mine, hers) => {
        const after = merged(mine, hers, '乙');
        const keys = new Set([...after.values()].map(({ key }) => key));
        for (const { key } of hers.values()) expect(keys).toContain(key);
        const now = new Set(words(after));
        for (const { key, tags, note, corrections } of hers.values()) {
          for (const tag of tags) {
            const forms = [tag, tag.replace('@丙', ''), signedTag(tag, '乙')];
            expect(
              forms.some((form) => now.has(`${key} ${form}`)),
              tag,
            ).toBe(true);
          }
          for (const one of [...paragraphsOf(note), ...correctionParagraphs(corrections)]) {
            const bare = one.replace(/^【@丙】\n/u, '');
            const forms = [one, bare, `【@乙】\n${one}`];
            expect(
              forms.some((form) => now.has(`${key} ${form}`)),
              one,
            ).toBe(true);
          }
        }
      }),
    );
  });

  it('are the same when it is done again', () => {
    fc.assert(
      fc.property(anyClips, anyClips, (mine, hers) => {
        const once = merged(mine, hers, '乙');
        expect(merged(once, hers, '乙')).toEqual(once);
      }),
    );
  });

  it('come to rest after as many exchanges as there are people', () => {
    fc.assert(
      fc.property(clips, clips, clips, (a, b, c) => {
        let people: [string, Library][] = [
          ['甲', a],
          ['乙', b],
          ['丙', c],
        ];
        const exchanged = () => {
          people = people.map(([name, library], i) => [
            name,
            people.reduce((now, [other, file], j) => (i === j ? now : merged(now, file, other)), library),
          ]);
          return people.map(([, library]) => said(library));
        };
        for (const _ of people) exchanged();
        const rested = exchanged();
        for (let i = 0; i < 4; i += 1) expect(exchanged()).toEqual(rested);
      }),
    );
  });
});
