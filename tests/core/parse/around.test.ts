/**
 * What stands around the text of a document: its number, its date, whom it addresses, what follows the last sentence.
 * The text itself is the same in all; none of what stands around it may be taken for text. Invented samples.
 */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const TEXT = `> 为加强样品管理，根据有关规定，经研究决定开展样品工作，现将有关事项通知如下。
  > 一、申报条件。申报单位应当在我省注册，具有独立法人资格，信用良好。
  > 二、工作要求。各单位要高度重视，认真组织，按时报送材料。`;

interface Around {
  number?: string;
  salutation?: string;
  date?: string;
  /** Between the last sentence and the signature, and below it. */
  before?: string;
  below?: string;
}

function notice({
  number = '',
  salutation = '各市（州）科技局：',
  date = '2026年3月4日',
  before = '',
  below = '',
}: Around) {
  const document = read(
    `= 四川省科学技术厅关于开展样品工作的通知
     ${number && `= ${number}`}
     ${salutation}
     ${TEXT}
     ${before}
     四川省科学技术厅
     ${date}
     ${below}`,
    {},
    'policy',
  );
  const text = document.items[0]?.text ?? '';
  expect(text).toMatch(/^为加强/u);
  expect(text).toMatch(/按时报送材料。$/u);
  return document;
}

describe('the number of a document', () => {
  it.each<[printed: string, number?: string]>([
    ['京科发〔2026〕3号'],
    ['沪科规〔2026〕5 号', '沪科规〔2026〕5号'],
    ['样科创〔 2026 〕 6 号', '样科创〔2026〕6号'],
    ['国发[2026]8号', '国发〔2026〕8号'],
    ['国市监质发［2026］11号', '国市监质发〔2026〕11号'],
    ['粤府【2026】1号', '粤府〔2026〕1号'],
    ['鄂政办发﹝2026﹞31号', '鄂政办发〔2026〕31号'],
    ['闽政文（2026）12号', '闽政文〔2026〕12号'],
    ['工信厅联节〔2026〕第12号', '工信厅联节〔2026〕12号'],
    ['发改高技〔2026〕1-2号'],
    ['文号：川科规〔2026〕2号', '川科规〔2026〕2号'],
  ])('%s', (printed, number = printed) => {
    expect(notice({ number: printed }).docNumber).toBe(number);
  });
});

describe('the date of a signature', () => {
  it.each([
    '2026年3月4日',
    '2026 年 3 月 4 日',
    '2 0 2 6 年 3 月 4 日',
    '２０２６年３月４日',
    '2026年3月4日（印章）',
    '2026年三月四日',
    '二〇二六年三月四日',
    '二○二六年三月四日',
    '二零二六年三月四日',
    '二O二六年三月四日',
    '2026-03-04',
    '2026-3-4',
    '2026/3/4',
    '2026.3.4',
  ])('%s', (date) => {
    expect(notice({ date })).toMatchObject({ publishedOn: '2026-03-04', issuers: ['四川省科学技术厅'] });
  });
});

describe('whom a document addresses', () => {
  it.each([
    '各有关单位：',
    '机关各处室、直属各单位：',
    '省直有关部门:',
    '各在杭高校院所：',
    '有关高校、科研院所：',
    '广大纳税人、缴费人：',
    '绵阳市人民政府：',
    '国务院各部委、各直属机构：',
    '各党委（党组），各部门：',
    '各乡镇人民政府、街道办事处，县级各部门:',
    '各盟市科技局，满洲里市、二连浩特市科技局：',
    '各银保监局，各政策性银行、大型银行、股份制银行：',
    '各县（市、区）科技局、各国家级开发区管委会：',
    '各省、自治区、直辖市及计划单列市科技厅（委、局）、财政厅（局），新疆生产建设兵团科技局、财政局，各有关单位：',
  ])('%s', (salutation) => {
    expect(notice({ salutation }).items[0]?.measures).toHaveLength(2);
  });
});

describe('what follows the last sentence', () => {
  const ENDINGS = [
    '（此件主动公开）',
    '（信息公开形式：主动公开）',
    '（联系单位：省科技厅样品处，电话：000-00000000）',
    '（联系人：张某，联系电话：00000000）',
    '（此页无正文）',
    '附件：1.样品申报书',
    '附件下载：样品申报书.docx',
    '您访问的链接即将离开本网站，是否继续？',
  ];
  it.each(ENDINGS)('above the signature: %s', (before) => {
    notice({ before });
  });
  it.each([
    ...ENDINGS,
    '抄送：省委办公厅，省人大常委会办公厅。\n四川省科学技术厅办公室 2026年3月5日印发',
    '【打印本页】【关闭窗口】',
    '扫一扫在手机打开当前页',
    '相关解读：《通知》政策解读',
    '上一篇：无\n下一篇：关于某事的通知',
    '（责任编辑：王某）',
    '主办单位：四川省科学技术厅\n蜀ICP备00000000号',
    '网站声明 | 联系我们 | 网站地图',
  ])('below the signature: %s', (below) => {
    expect(notice({ below }).publishedOn).toBe('2026-03-04');
  });
});
