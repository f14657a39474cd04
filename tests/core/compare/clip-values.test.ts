import { expect, it } from 'vitest';
import { clipDocNumbers } from '@/lib/core/compare/clip-values';
import type { ClipSource } from '@/lib/core/model/clip';
import { makeClip } from '../../fixtures/make-clip';

const CITED = '国发〔2024〕9号';
const OWN = '示科发〔2025〕3号';

it.each([
  ['a policy document has its own', { kind: 'policy', docNumber: OWN }, [OWN]],
  ['a policy document without one has none, whatever it cites', { kind: 'policy', docNumber: null }, []],
  ['an item of a bulletin has that of the document it reports', { kind: 'bulletin', docNumber: OWN }, [CITED]],
] as [string, Partial<ClipSource>, string[]][])('%s', (_, source, expected) => {
  expect(clipDocNumbers(makeClip({ title: '样品', docNumbers: [CITED], source }))).toEqual(expected);
});

it('an item that names none has that of its source', () => {
  expect(clipDocNumbers(makeClip({ title: '样品', source: { kind: 'bulletin', docNumber: OWN } }))).toEqual([OWN]);
});
