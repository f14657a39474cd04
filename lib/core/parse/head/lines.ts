/**
 * Short lines around the title of a document: number, date, issuers, issue number, salutation, remarks in brackets. Each
 * test looks at one paragraph.
 */
import type { Found } from '@/lib/core/model/span';
import { compact } from '../clean/lines';
import { findDate, findDocNumbers, fold, type Hit, splitAgencies } from '../fields';
import { remember } from '../memo';
import type { Para } from '../paragraph';
import { slice, spansOf, type Traced } from '../traced';

const MAX_LINE = 200;
/** Not 总第236期, which counts over all years. */
const ISSUE = /(?<!总 {0,2})第 {0,2}(\d{1,4}|[一二三四五六七八九十百〇零]{1,6}) {0,2}期/u;
const LIST_SIGNS = /中共|办公[室厅]|[、，,;；\s和及与()（）·]|联合|发布|文件|印发|编印?|主办|主编|办$/gu;

/** `第57期` as printed, spaces taken out. */
export function issueIn(para: Traced): Found<string> | null {
  if (para.text.length > 60) return null;
  const match = ISSUE.exec(fold(para.text));
  if (!match) return null;
  const { index, 0: printed } = match;
  return {
    value: para.text.slice(index, index + printed.length).replace(/\s+/gu, ''),
    spans: spansOf(para, index, index + printed.length),
    sure: true,
  };
}

export const isIssueLine = (para: Para): boolean =>
  issueIn(para) !== null &&
  /^[（(〔[]?(?:[\d二〇○零一三四五六七八九]{4}年?[〕）)\]]?)?第.{1,8}期[）)〕\]]?(?:[（(].{0,20}[）)]|总第.{1,10})?$/u.test(
    compact(para.text),
  );

/** 总第236期 alone. */
export const isRunningNumber = ({ text }: Para): boolean =>
  text.length <= 24 && /^[(]?总第.{1,8}期[)]?$/u.test(compact(text));

const BODY_NAME =
  /^[\p{Script=Han}（）()]{2,30}(?:人民政府|委员会|办公室|研究室|办公厅|厅|局|部|委|院|研究所|信息所|情报所|编辑部|研究会|图书馆|开发区|示范区|中心|联合会|协会|学会|公司|集团|大学|学院|署|总行|分行|支行|管委会|指挥部|领导小组|管理处|司|署)$/u;

/** Named like a body. */
export const isBodyName = (text: string): boolean => text.length <= 36 && BODY_NAME.test(text);

/** One or more bodies, known or only named like one, as below a text. */
export const isSigner = remember(
  (para: Para): boolean => isAgencyLine(para) || (para.label === null && isBodyName(undated(para.text))),
);

/** What names of bodies end with, perhaps followed by 文件 or 印发. */
const BODY_END =
  /[部委局厅办室院会行署社司府心团联处馆校学台队党组省市区县州盟旗园](?:文件|印发|编印?|主办|主编|联合发布)?[\s，、）)]{0,4}$/u;
const MAYBE_DATED = /[\d０-９〇○一二][\s\S]{0,12}[年./-]/u;

/** 二〇二四年九月, as monthlies are dated. */
const MONTH =
  /(?:^|\s)(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3}) ?年 ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月$/u;

/** A month alone. */
export const isMonthLine = ({ text }: Para): boolean => text.length <= 16 && MONTH.test(text) && undated(text) === '';

/** 省长 王某, below an order. */
export const isOfficial = ({ text }: Para): boolean =>
  text.length <= 14 &&
  /^(?:总理|主席|部长|主任|省长|市长|州长|区长|县长|局长|署长|行长)[\s　]{1,8}\p{Script=Han}(?:[\s　]{0,3}\p{Script=Han}){1,3}$/u.test(
    text,
  );

/** The text without the date in it. */
function undated(text: string): string {
  if (!MAYBE_DATED.test(text)) return text;
  const date = findDate(text);
  return date ? `${text.slice(0, date.start)} ${text.slice(date.end)}`.trim() : text.replace(MONTH, '').trim();
}

/** 市水利局, beside a body that is named with its place. */
const OWN_BODY = /^[省市区县州][\p{Script=Han}]{1,10}(?:局|委|厅|办|院)$/u;

/** Nothing but one or more bodies, perhaps with a date beside them. */
export const isAgencyLine = remember((para): boolean => {
  if (para.text.length < 3 || para.text.length > MAX_LINE || /[。：:《]/u.test(para.text)) return false;
  const text = undated(para.text);
  if (!BODY_END.test(text)) return false;
  const mentions = splitAgencies(text);
  if (mentions.length === 0) return false;
  let rest = '';
  let at = 0;
  for (const { start, end } of mentions) {
    rest += text.slice(at, start);
    at = end;
  }
  rest += text.slice(at);
  const left = rest.replace(LIST_SIGNS, '');
  return left.length === 0 || OWN_BODY.test(left);
});

export const isDateLine = remember(({ text }): boolean => {
  if (text.length > 40 || !MAYBE_DATED.test(text)) return false;
  const date = findDate(text);
  return (
    date !== null &&
    compact(undated(text)).replace(/[\d:：()（）]|星期.|时|分|(?<=[(（])(?:盖章|印章|公章|章)(?=[)）])/gu, '')
      .length === 0
  );
});

/** A document number alone on its line, perhaps with the other bodies that gave it before it. */
export function numberIn({ text }: Traced): Hit<string> | null {
  if (text.length > 60 || !text.includes('号')) return null;
  const [number] = findDocNumbers(text);
  if (!number) return null;
  const rest = (from: string) => compact(from).replace(/[()（）【】[\]]|发文字号|文号|[:：]/gu, '').length;
  const behind = rest(text.slice(number.end));
  if (rest(text.slice(0, number.start)) + behind <= 4) return number;
  // 财政部 税务总局 科技部公告2026年第7号
  const before = text.slice(0, number.start);
  const bodies = splitAgencies(before);
  const named = bodies.reduce((sum, { start, end }) => sum + end - start, 0);
  const alone = bodies[0]?.start === 0 && compact(before).length - named <= bodies.length;
  return alone && behind <= 4 ? { ...number, value: `${before}${number.value}`, start: 0 } : null;
}

export const isNumberLine = (para: Para): boolean => numberIn(para) !== null;

/** 2026年第3号 alone, below the name of an announcement. */
export const isSerialLine = ({ text }: Para): boolean =>
  text.length <= 24 && /^[(]?(?:(?:19|20)\d\d年?|〔\p{Script=Han}{1,6}〕)?第\d{1,4}号[)]?$/u.test(compact(text));

const SALUTATION =
  /^(?:各|有关|广大|[\p{Script=Han}、，（）()\s]{1,60}?(?:各|省|市|区|县|人民政府|委员会|单位|部门|局|厅|公司|院校|企业))[\p{Script=Han}、，,；;（）()\s“”]{0,240}[:：]$/u;

/** 各市、县人民政府，省政府各部门： */
export const isSalutation = ({ text, label }: Para): boolean =>
  !label && text.length <= 300 && SALUTATION.test(text.trim());

const REMARK_WORDS = /通过|公布|发布|修订|修正|施行|批准|转载|试行|征求意见|全文|节选/u;

const BARE_REMARK = /^(?:自?(?:19|20)\d\d ?年.{4,80}(?:通过|公布|发布|批准|修订|修正|施行)[)]?)$/u;

/** ——2026年1月17日在某省第十四届人民代表大会第四次会议上: where a report was given. */
const GIVEN_AT = /^[—-]{0,4}(?:19|20)\d\d ?年.{4,60}(?:会议|大会)上$/u;

/** （2011年3月1日经…通过） and the like, below a title, with or without brackets. */
export const isRemark = remember(({ text }): boolean => {
  const whole = fold(text.slice(0, 1_501)).trim();
  if (whole.length > 1_500) return false;
  if (whole.startsWith('(') && whole.endsWith(')')) return REMARK_WORDS.test(whole);
  return !whole.includes('。') && (BARE_REMARK.test(whole) || GIVEN_AT.test(whole));
});

/** 政策研究室, 法规司: what a department adds to the name of its body. */
const DEPARTMENT = /^[\p{Script=Han}]{0,10}[室处科站所社司组部队]$/u;

const isDepartment = (text: string): boolean => {
  const [body] = splitAgencies(text);
  return body !== undefined && body.start === 0 && DEPARTMENT.test(text.slice(body.end));
};

/** 省督察办: an office by its short name. */
const OFFICE = /^[\p{Script=Han}]{2,12}办$/u;

/** 发展改革委法规司 2026-03-25: a body that no list knows, with a date beside it. */
export function isDatedBody({ text, label }: Para): boolean {
  if (label || text.length > 60 || !MAYBE_DATED.test(text)) return false;
  const body = undated(text).replace(/[\s:：|｜]+|^(?:来源|发布单位)/gu, '');
  return body.length < text.length - 6 && (isBodyName(body) || isDepartment(body) || OFFICE.test(body));
}

/** A line of a body and a date without the date. */
export function withoutDate(para: Para): Traced {
  const name = undated(para.text);
  const at = para.text.indexOf(name);
  return at < 0 ? para : slice(para, at, at + name.length);
}

/** Who prints a masthead: 某省科技信息院 编　2026年3月2日. */
const PUBLISHER = /[\s，,]{0,4}(?:编|编印|编发|编辑部编|主办|主编|承办)$/u;

/** The body that a masthead calls its publisher, even if the lexicon does not know it. */
export function publisherIn(para: Para): Traced | null {
  if (para.text.length > 60 || para.label) return null;
  const line = undated(para.text);
  const role = PUBLISHER.exec(line);
  const name = role ? line.slice(0, role.index).trim() : '';
  if (!isBodyName(name)) return null;
  const at = para.text.indexOf(name);
  return at < 0 ? null : slice(para, at, at + name.length);
}
