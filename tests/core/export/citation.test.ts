/** References after GB/T 7714: the strings were made by a citation processor with the style of the standard. */
import { describe, expect, it } from 'vitest';
import { type CitationOptions, citationOf } from '@/lib/core/export/citation';
import { type ClipInput, makeClip } from '../../fixtures/make-clip';

const AGENCIES = ['上海市科学技术委员会', '上海市财政局', '上海市发展和改革委员会'];
const policy = (over: Partial<ClipInput> = {}, source: ClipInput['source'] = {}): ClipInput => ({
  title: '国家科技重大项目地方匹配管理办法',
  agencies: AGENCIES,
  documents: ['国家科技重大项目地方匹配管理办法'],
  ...over,
  source: {
    kind: 'policy',
    title: '国家科技重大项目地方匹配管理办法',
    url: 'https://stcsm.example.gov.cn/9.html',
    docNumber: '沪科规〔2025〕9号',
    publishedOn: '2025-11-20',
    ...source,
  },
});
const bulletin = (source: ClipInput['source'] = {}, pages: ClipInput['pages'] = [3, 5]): ClipInput => ({
  title: '湖北省加快融合发展',
  pages,
  source: { title: '创新驱动要参', issuers: ['四川省科学技术厅'], url: '', ...source },
});
const URL = 'https://kjt.example.gov.cn/57.pdf';

const CASES: [name: string, clip: ClipInput, options: CitationOptions, expected: string][] = [
  [
    'document with address',
    policy(),
    { edition: '2025' },
    '上海市科学技术委员会，上海市财政局，上海市发展和改革委员会. 国家科技重大项目地方匹配管理办法：沪科规〔2025〕9号[EB/OL]. （2025-11-20）[2026-11-23]. https://stcsm.example.gov.cn/9.html.',
  ],
  [
    'document with address, 2015',
    policy(),
    { edition: '2015' },
    '上海市科学技术委员会, 上海市财政局, 上海市发展和改革委员会. 国家科技重大项目地方匹配管理办法: 沪科规〔2025〕9号[A/OL]. (2025-11-20)[2026-11-23]. https://stcsm.example.gov.cn/9.html.',
  ],
  [
    'document without address or number',
    policy({}, { url: '', docNumber: null }),
    { edition: '2025' },
    '上海市科学技术委员会，上海市财政局，上海市发展和改革委员会. 国家科技重大项目地方匹配管理办法[Z]. 2025.',
  ],
  [
    'more than three bodies',
    policy({ agencies: [...AGENCIES, '上海市经济和信息化委员会'] }, { url: '', docNumber: null }),
    { edition: '2025' },
    '上海市科学技术委员会，上海市财政局，上海市发展和改革委员会，等. 国家科技重大项目地方匹配管理办法[Z]. 2025.',
  ],
  [
    'document without date',
    policy({}, { publishedOn: null }),
    { edition: '2025' },
    '上海市科学技术委员会，上海市财政局，上海市发展和改革委员会. 国家科技重大项目地方匹配管理办法：沪科规〔2025〕9号[EB/OL]. [2026-11-23]. https://stcsm.example.gov.cn/9.html.',
  ],
  [
    'document that cites others: under its own title, with its own number or none',
    policy(
      { documents: ['国务院关于样品产业的意见'], docNumbers: ['国发〔2024〕9号'] },
      { title: '《样品产业支持办法》', docNumber: null },
    ),
    { edition: '2025' },
    '上海市科学技术委员会，上海市财政局，上海市发展和改革委员会. 样品产业支持办法[EB/OL]. （2025-11-20）[2026-11-23]. https://stcsm.example.gov.cn/9.html.',
  ],
  [
    'item of a serial',
    bulletin(),
    { edition: '2025' },
    '四川省科学技术厅. 湖北省加快融合发展[J]. 创新驱动要参，2025（57）：3-5.',
  ],
  [
    'item of a serial on line',
    bulletin({ url: URL }, [3, 3]),
    { edition: '2025' },
    `四川省科学技术厅. 湖北省加快融合发展[J/OL]. 创新驱动要参，2025（57）：3. ${URL}.`,
  ],
  [
    'item of a serial on line, 2015',
    bulletin({ url: URL }, null),
    { edition: '2015' },
    `四川省科学技术厅. 湖北省加快融合发展[J/OL]. 创新驱动要参, 2025(57)[2026-11-23]. ${URL}.`,
  ],
  [
    'issue as a report',
    bulletin({ url: URL }),
    { edition: '2025', bulletinAs: 'R' },
    `四川省科学技术厅. 创新驱动要参：第57期[R/OL]. 2025-12-01. ${URL}.`,
  ],
  [
    'issue as a report, 2015',
    bulletin({ url: URL }),
    { edition: '2015', bulletinAs: 'R' },
    `四川省科学技术厅. 创新驱动要参: 第57期[R/OL]. (2025-12-01)[2026-11-23]. ${URL}.`,
  ],
  [
    'item as a web page',
    bulletin({ url: URL }),
    { edition: '2025', bulletinAs: 'EB' },
    `四川省科学技术厅. 湖北省加快融合发展：创新驱动要参第57期[EB/OL]. （2025-12-01）[2026-11-23]. ${URL}.`,
  ],
  [
    'issue number with year and total',
    bulletin({ issueNumber: '2025年第12期（总第340期）' }),
    { edition: '2025' },
    '四川省科学技术厅. 湖北省加快融合发展[J]. 创新驱动要参，2025（12）：3-5.',
  ],
  [
    'nothing known but the title',
    bulletin({ issuers: [], issueNumber: null, publishedOn: null }, null),
    { edition: '2025' },
    '湖北省加快融合发展[J]. 创新驱动要参.',
  ],
  [
    'unsafe address is no address',
    policy({}, { url: 'javascript:alert(1)', docNumber: null }),
    { edition: '2025' },
    '上海市科学技术委员会，上海市财政局，上海市发展和改革委员会. 国家科技重大项目地方匹配管理办法[Z]. 2025.',
  ],
];

describe('GB/T 7714', () => {
  it.each(CASES)('%s', (_, clip, options, expected) => {
    expect(citationOf(makeClip(clip), options)).toBe(expected);
  });

  it('takes the day of access in China', () => {
    const clip = { ...makeClip(policy()), createdAt: '2026-11-22T17:30:00.000Z' };
    expect(citationOf(clip, { edition: '2025' })).toContain('[2026-11-23]');
    expect(citationOf(clip, { edition: '2025', offsetMinutes: 0 })).toContain('[2026-11-22]');
  });

  it('prefers what the person corrected', () => {
    const clip = makeClip(policy({ corrections: { agencies: ['上海市人民政府'], title: '匹配办法' } }));
    expect(citationOf(clip, { edition: '2025' })).toMatch(/^上海市人民政府\. 匹配办法：/u);
  });
});
