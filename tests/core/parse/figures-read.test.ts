/** Figures as a whole document gives them: what its paragraphs hide or its head says of them. Invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const document = (body: string, day = '2026年3月2日') =>
  `= 样品市人民政府关于促进样品产业的意见\n= 样政发〔2026〕3号\n各县人民政府：\n${body}\n> 样品市人民政府\n> ${day}`;
const figures = (source: string) => read(source, {}, 'policy').items.flatMap((item) => item.figures);

describe('figures of a document', () => {
  it.each(['\ue010', '\u200b', '\u200e', '\u2061'])('keep a number whole around what does not show (%j)', (hidden) => {
    const [found] = figures(document(`一、每年安排人均不少于1${hidden}20元的样品经费。`));
    expect(found).toMatchObject({ text: '120元', value: 120, bound: 'atLeast' });
  });

  it('are set for a year after the document was written, not after it was put on line', () => {
    const late = document('一、至2026年，建成样品平台30家。', '2029年3月2日');
    expect(figures(late)).toMatchObject([{ year: 2026 }]);
    expect(figures(late.replace('〔2026〕', '〔2029〕'))).toMatchObject([{ year: null }]);
  });
});
