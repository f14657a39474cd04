/** SAMPLE. An invented bulletin as it was read, and its model; nothing of it is a real document. */
import { type DocumentModel, documentText } from '@/lib/core/model/document';
import type { PolicyItem, Reading } from '@/lib/core/model/item';
import { withOffsets } from '@/lib/core/model/offsets';
import { found } from '@/lib/core/model/span';
import { makeClip } from '../../fixtures/make-clip';
import { fujian, hubei, shanghai } from '../../fixtures/policy-clips';

const progress = makeClip({
  n: 8,
  title: '我省科技型企业入库数量提前完成全年目标（样例）',
  region: '510000',
  agencies: ['四川省科学技术厅'],
  kind: 'progress',
  section: '省内要情',
  tail: '截至 11 月 7 日，全省入库科技型企业突破 3.1 万家，同比增长超 9%，位居全国第五。',
  figures: [
    { text: '3.1 万家', value: 31_000, unit: '家', indicator: '入库科技型企业', kind: 'achieved', bound: 'above' },
    { text: '9%', value: 9, unit: '%', indicator: '同比增长', kind: 'achieved', bound: 'above' },
    { text: '第五', value: 5, unit: '', indicator: '全国位次', kind: 'rank' },
  ],
  pages: [5, 5],
});
const event = makeClip({
  n: 9,
  title: '“山海相连”国际联合实验室主题交流活动成功举办（样例）',
  region: '510000',
  agencies: ['样例科技大学', '样例神经科学中心'],
  kind: 'event',
  section: '省内要情',
  tail: '近日，主题交流活动在样例市举办，一百余名专家学者参加。',
  pages: [6, 6],
});

const placed = [shanghai, hubei, fujian, progress, event].map(
  ({ item }, index): PolicyItem => ({
    ...item,
    id: `s${index < 3 ? 1 : 2}.i${index + 1}`,
    section: found(index < 3 ? '省外速览' : '省内要情'),
  }),
);
const blocks = withOffsets(
  placed.flatMap((item) => [
    { text: item.title.value, role: 'heading' as const },
    { text: item.text.replaceAll('\n', ' '), role: 'paragraph' as const },
  ]),
);

export const sampleItems: PolicyItem[] = placed.map((item, index) => {
  const title = blocks[index * 2];
  const body = blocks[index * 2 + 1];
  const spanOf = (block: typeof title) => ({
    start: block?.start ?? 0,
    end: (block?.start ?? 0) + (block?.text.length ?? 0),
  });
  return { ...item, title: found(item.title.value, [spanOf(title)]), spans: [spanOf(body)] };
});

export const sampleModel: DocumentModel = {
  source: 'html',
  url: 'https://kjt.sample.gov.cn/yaocan/57.html',
  title: '示例科技要参 第57期',
  meta: [],
  blocks,
  notices: [],
};

export const sampleReading: Reading = {
  verdict: {
    kind: 'bulletin',
    score: 0.96,
    reasons: [
      { code: 'title_bulletin', text: '示例科技要参', weight: 0.4 },
      { code: 'issue_number', text: '第57期', weight: 0.3 },
      { code: 'local_news', text: '省外速览', weight: 0.2 },
    ],
  },
  head: {
    title: found('示例科技要参'),
    issueNumber: found('57'),
    issuers: [found('示例省委科技委员会办公室'), found('示例省科学技术厅')],
    publishedOn: found('2025-12-01'),
    region: found('510000', [], false),
    docNumber: null,
    marks: [],
  },
  items: sampleItems,
  notices: [],
};

export const sampleText = documentText(sampleModel);
