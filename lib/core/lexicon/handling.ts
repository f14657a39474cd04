/**
 * Marks that restrict the use of a paper. Grades of secrecy as GB/T 9704 prints them (alone, behind 密级, or with ★ and the
 * period), and what internal papers print in or below their masthead or in the imprint at the end. Spaces between the
 * letters do not matter; what counts as a mark and what is only a word is decided by the parser.
 */
export interface Mark {
  form: string;
  example: string;
}

export const SECRECY_GRADES: readonly Mark[] = [
  { form: '绝密', example: '绝密★长期' },
  { form: '机密', example: '机 密★1年' },
  { form: '秘密', example: '秘　密' },
];

/** The period behind a grade. */
export const SECRECY_PERIODS: readonly Mark[] = [
  { form: '[0-9一二三四五六七八九十]{1,3}\\s?(?:年|个?月|日|天)', example: '秘密★6个月' },
  { form: '长期', example: '机密★长期' },
];

/** Until when, only behind a ★. */
export const SECRECY_ENDS: readonly Mark[] = [{ form: '\\p{Script=Han}{1,4}前', example: '绝密★启用前' }];

export const HANDLING_MARKS: readonly Mark[] = [
  { form: '内部资料', example: '内部资料 注意保存' },
  { form: '内部文件', example: '内部文件 不得外传' },
  { form: '内部参考', example: '内部参考' },
  { form: '内部材料', example: '内部材料，请勿外传' },
  { form: '内部刊物', example: '内部刊物 免费交流' },
  { form: '内部发行', example: '（内部发行）' },
  { form: '内部传阅', example: '内部传阅' },
  { form: '注意保存', example: '内部资料，注意保存' },
  { form: '注意保密', example: '内部资料·注意保密' },
  { form: '妥善保管', example: '内部文件 妥善保管' },
  { form: '不得外传', example: '内部文件 不得外传' },
  { form: '请勿外传', example: '内部材料，请勿外传' },
  { form: '严禁外传', example: '内部资料 严禁外传' },
  { form: '不得翻印', example: '内部资料 不得翻印' },
  { form: '仅供领导参阅', example: '内部资料：仅供领导参阅' },
  { form: '供领导参阅', example: '内部参考 供领导参阅' },
  { form: '仅供内部参考', example: '仅供内部参考' },
  { form: '仅供内部使用', example: '仅供内部使用' },
  { form: '仅供参阅', example: '仅供参阅' },
];

/** What stands beside a mark and says nothing else: labels, urgency, number of the copy, terms of delivery. */
export const BESIDE_MARKS: readonly Mark[] = [
  { form: '密级和保密期限', example: '密级和保密期限：机密★1年' },
  { form: '密级', example: '密级：秘密' },
  { form: '紧急程度', example: '密级：机密　紧急程度：特急' },
  { form: '特提|特急|加急|平急|急件', example: '机密★1年 特急' },
  { form: '(?:份号|编号|No\\.?|№)?[:：]?\\s?\\d{4,8}', example: '000012 机密★1年' },
  { form: '(?:份号|编号|No\\.?|№)[:：]?\\s?\\d{1,8}', example: '秘密 编号：12' },
  { form: '免费交流|免费赠阅', example: '内部资料 免费交流' },
];
