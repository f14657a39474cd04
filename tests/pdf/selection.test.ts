/** Selections over the blocks of a reading: what they take along, and where they stop. */
import { expect, it } from 'vitest';
import { type Block, withOffsets } from '@/lib/core/model/document';
import { selectionOver } from '@/lib/pdf/viewer/selection';

type Line = Omit<Block, 'start'>;
const HALF: Line = { role: 'paragraph', page: 1, text: '推动科技成果', fullLine: true };
const FOOT: Line = { role: 'furniture', page: 1, text: '— 1 —' };
const OTHER_HALF: Line = { role: 'paragraph', page: 2, text: '就地转化。', afterBreak: true };
const NOTE: Line = { role: 'paragraph', page: 1, text: '① 样例。', size: 0.75 };
const NEXT: Line = { role: 'paragraph', page: 2, text: '下一段。', indent: 2 };
/** In the order in which a layout puts them. */
const BLOCKS = withOffsets([HALF, FOOT, OTHER_HALF, NOTE, NEXT]);

const cases: [name: string, from: Line, to: Line, text: string][] = [
  ['over a page break one sentence', HALF, OTHER_HALF, '推动科技成果就地转化。'],
  ['over a note as well, the note after the sentence', HALF, NEXT, '推动科技成果就地转化。\n① 样例。\n下一段。'],
  ['down to a note on the same page, not the page after', HALF, NOTE, '推动科技成果\n① 样例。'],
  ['a note alone', NOTE, NOTE, '① 样例。'],
  ['no running foot', FOOT, FOOT, ''],
];

it.each(cases)('takes %s', (_, from, to, text) => {
  const at = (line: Line) => BLOCKS.find((block) => block.text === line.text) ?? BLOCKS[0];
  const end = (at(to)?.start ?? 0) + to.text.length;
  expect(selectionOver(BLOCKS, at(from)?.start ?? 0, end)?.text ?? '').toBe(text);
});
