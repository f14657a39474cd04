/** Labels whose paragraph lost its beginning. All documents are invented samples. */
import { describe, expect, it } from 'vitest';
import { read } from './read-source';

const labels = (body: string) =>
  read(
    `= 样品省样品工作规则
     ${body}`,
    {},
    'policy',
  ).items[0]?.measures.map(({ label }) => label);

describe('a label that the lines around it leave out', () => {
  it.each<[what: string, body: string, expected: string[]]>([
    [
      'behind a full line that the next paragraph was joined to',
      `一、为了规范样品工作，制定本规则。
       二、样品工作应当依法进行，不得铺张浪费。三、精简样品活动，严格控制规模。
       四、本规则自印发之日起施行。`,
      ['一、', '二、', '三、', '四、'],
    ],
    [
      'behind a bracket',
      `一、支持样品研发（配合单位：省财政厅）二、强化样品要素保障
       统筹安排资金，保障用地需求。
       三、健全样品考核机制
       定期开展评估。`,
      ['一、', '二、', '三、'],
    ],
    [
      'of an article, and none that is only referred to',
      `第一条 为了规范样品工作，制定本规则。第二条 本规则适用于本省。
       第三条 样品应当登记。第四条规定的情形除外。
       第五条 本规则由省科技厅负责解释。
       第六条 本规则自印发之日起施行。`,
      ['第一条', '第二条', '第三条', '第五条', '第六条'],
    ],
    [
      'is not looked for where none is missing',
      `一、样品工作应当依法进行。二、三季度各报告一次。
       二、样品应当登记。`,
      ['一、', '二、'],
    ],
  ])('%s', (_, body, expected) => {
    expect(labels(body)).toEqual(expected);
  });

  it('begins a paragraph of its own', () => {
    const [item] = read(
      `= 样品省样品工作规则
       第一条 为了规范样品工作，制定本规则。第二条 本规则适用于本省。
       第三条 样品应当登记。`,
      {},
      'policy',
    ).items;
    expect(item?.text.split('\n')).toHaveLength(3);
  });
});
