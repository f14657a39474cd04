/** Row H14 of the trust table: what turns or hides characters is shown by its name. */
import { expect, it } from 'vitest';
import { shownText } from '@/lib/core/model/shown-text';

it.each([
  ['an override', '甲\u202E乙', '甲[U+202E]乙'],
  ['an isolate', '\u2066甲\u2069', '[U+2066]甲[U+2069]'],
  ['no width', '甲\u200B乙\uFEFF', '甲[U+200B]乙[U+FEFF]'],
  ['a soft hyphen', 'co\u00ADop', 'co[U+00AD]op'],
])('H14 %s is named', (_, text, shown) => expect(shownText(text)).toBe(shown));

it.each(['示例省〔2024〕12号', '👩‍🔬 全角\u3000空格', 'a\nb'])('%j stays as it is', (text) => {
  expect(shownText(text)).toBe(text);
});
