/**
 * Takes the parser's steps once over a small invented bulletin, so that what is compiled on first use is compiled before
 * a person waits for it. Gives the reading, which nobody needs.
 */
import type { Block, DocumentModel } from '@/lib/core/model/document';
import type { Reading } from '@/lib/core/model/item';
import { withOffsets } from '@/lib/core/model/offsets';
import { readDocument } from './read-document';

type Line = Omit<Block, 'start'>;

const line = (text: string, look: Omit<Line, 'text' | 'role'> = {}): Line => ({ text, role: 'paragraph', ...look });
const heading = (text: string): Line => line(text, { boldLead: text.length });

const LINES: Line[] = [
  line('科技政策动态', { centred: true, size: 2 }),
  line('第3期（总第15期）', { centred: true }),
  line('某省科学技术厅 2025年11月7日', { centred: true }),
  heading('目录'),
  line('一、上海市发布《科技成果转化促进办法》………1'),
  line('二、湖北省推进人才培养'),
  heading('一、上海市发布《科技成果转化促进办法》'),
  line(
    '近日，上海市人民政府办公厅印发《科技成果转化促进办法》（沪府办〔2025〕3号，以下简称《办法》），自2026年1月1日起施行，有效期5年。',
  ),
  line(
    '（一）加大资金支持。一是对符合条件的企业给予不超过20%、最高500万元的补助；二是力争到2027年，高新技术企业突破2.7万家。',
  ),
  line('（二）建设创新平台。支持市科委会同发展改革委、财政部等3部门建设一批中试基地。'),
  heading('二、湖北省推进人才培养'),
  line('今年以来，湖北省委省政府深入实施人才强省战略，全省研发经费投入同比增长8.5个百分点，居全国第四位。'),
  line('第一条 为了促进科技创新，根据《中华人民共和国科学技术进步法》，制定本办法。'),
  { text: '指标', role: 'cell', cell: { table: 0, row: 0, column: 0, header: true } },
  { text: '2027年目标（亿元）', role: 'cell', cell: { table: 0, row: 0, column: 1, header: true } },
  { text: '技术合同成交额', role: 'cell', cell: { table: 0, row: 1, column: 0, header: false } },
  { text: '五百', role: 'cell', cell: { table: 0, row: 1, column: 1, header: false } },
  line('报：省委、省政府领导。'),
  line('抄送：各市州科技局。'),
];

const SAMPLE: DocumentModel = {
  source: 'html',
  url: 'https://kjt.sample.gov.cn/',
  title: '科技政策动态第3期',
  meta: [
    ['ArticleTitle', '科技政策动态'],
    ['PubDate', '2025-11-07'],
  ],
  blocks: withOffsets(LINES),
  notices: [],
};

export const warmUp = (): Reading => readDocument(SAMPLE);
