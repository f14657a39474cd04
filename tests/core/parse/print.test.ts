/** What print leaves in pages: contents lists with leaders, and page numbers between the lines. Invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const TITLES = ['江苏出台样品基地建设管理办法', '浙江推进样品概念验证中心建设', '安徽召开样品创新工作会议'];
const LEADS = [
  '近日，江苏省科技厅印发办法，明确到2027年建成省级样品基地100家，覆盖全部设区市，并给予补助。',
  '近日，浙江省科技厅召开会议，部署样品概念验证中心的建设，明确各市的任务和时间安排。',
  '近日，安徽省科技厅召开样品创新工作会议，通报上半年进展，安排下半年的重点工作。',
];
const TEXT = TITLES.map((title, i) => `${title}\n${LEADS[i]}`).join('\n');

describe('a contents list with leaders', () => {
  it.each<[leader: string, lines: string[]]>([
    ['……', ['…………………… 2', '……………………（3）', '……………………4']],
    ['...', [' ............ 2', '............3', ' ............ (4)']],
    ['···', ['············2', '············3', '············4']],
    ['－－－', ['－－－－－－－－2', '－－－－－－－－3', '－－－－－－－－4']],
    ['＿＿＿', ['＿＿＿＿＿＿＿＿2', '＿＿＿＿＿＿＿＿3', '________4']],
    ['Ⅱ Ⅲ Ⅳ', ['……………………Ⅱ', '……………………Ⅲ', '…………………… Ⅳ']],
    ['no page', ['……………………', '……………………', '……………………']],
  ])('%s', (_, lines) => {
    const list = TITLES.map((title, i) => `${title}${lines[i]}`).join('\n');
    for (const heading of ['目　录\n', '']) {
      const { kind, issueNumber, items } = read(`# 样品科技简报\n第7期\n${heading}${list}\n${TEXT}`);
      expect([kind, issueNumber]).toEqual(['bulletin', '第7期']);
      expect(items.map(({ title, text }) => [title, text])).toEqual(TITLES.map((title, i) => [title, LEADS[i]]));
    }
  });
  it('names a title that goes on over two lines', () => {
    const long = '上海出台关于进一步加强样品概念验证中心建设的若干措施';
    const { items } = read(
      `# 样品科技简报
      目　录
      上海出台关于进一步加强样品
      概念验证中心建设的若干措施……………………2
      ${TITLES[0]}……………………3
      ${long}
      ${LEADS[1]}
      ${TITLES[0]}
      ${LEADS[0]}`,
      {},
      'bulletin',
    );
    expect(items.map(({ title }) => title)).toEqual([long, TITLES[0]]);
  });
});

describe('a page number between the lines', () => {
  it.each([
    '— 3 —',
    '- 3 -',
    '—3—',
    '－３－',
    '·3·',
    '第3页',
    '第 3 页 共 9 页',
    '第三页',
    '3/9',
    'Page 3 of 9',
    'Ⅲ',
    '— Ⅲ —',
    '- iii -',
  ])('%s is no text, and the sentence that it cuts is one', (number) => {
    const { items } = read(
      `# 样品市人民政府关于印发样品办法的通知
        各区县人民政府：
        一、加强组织领导。各区县人民政府要建立健全样品工作的协调机制，
        ${number}
        明确责任分工，抓好督促检查。
        二、强化资金保障。统筹安排资金，落实好各项政策。`,
      {},
      'policy',
    );
    expect(items[0]?.text).toBe(
      '一、加强组织领导。各区县人民政府要建立健全样品工作的协调机制，明确责任分工，抓好督促检查。\n二、强化资金保障。统筹安排资金，落实好各项政策。',
    );
  });
  it.each(['3', '3.', '24/7服务', '第3页所列项目'])('%s is none', (line) => {
    const { items } = read(
      `# 样品市人民政府关于印发样品办法的通知\n各区县人民政府：\n一、甲。\n${line}\n二、乙。`,
      {},
      'policy',
    );
    expect(items[0]?.text).toContain(line);
  });
});
