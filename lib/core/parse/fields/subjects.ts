/**
 * 分别-lists: 成都、德阳、泸州分别达到 14%、20%、49% gives each subject its value, in order. Only where both lists
 * have the same length.
 */
import { firstAfter } from './order';
import type { Quantity } from './quantities';

/** What may follow the last name of a list: 等地市, then what is said of all. */
const LIST_END = /等|(?:的|入库|增速|增长|增幅|同比|平均|合计|累计|两|各|占|投资|产值|规模|数量)/u;
const SEPARATOR = /^ ?(?:、|和|，|,|及|以及|与) ?(?:约|近|超|达)?$/u;

/** Values that follow one 分别, joined by 、 or 和. */
function valuesAfter(text: string, at: number, quantities: readonly Quantity[]): Quantity[] {
  const first = firstAfter(quantities, at);
  const one = quantities[first];
  if (!one || one.start - at > 14 || /[，。；]/u.test(text.slice(at, one.start))) return [];
  const list = [one];
  for (let i = first + 1; i < quantities.length; i += 1) {
    const [previous, next] = [list.at(-1), quantities[i]];
    if (!previous || !next || !SEPARATOR.test(text.slice(previous.end, next.start))) break;
    list.push(next);
  }
  return list;
}

/** The list of names that begins the sentence before 分别. */
function namesBefore(text: string, at: number, count: number): string[] | null {
  const from = Math.max(0, at - 160);
  const before = text.slice(from, at);
  const sentence = before.slice(Math.max(...['。', '；', '\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  for (const clause of sentence.split('，').toReversed()) {
    const parts = clause.split(/、|和(?=[^、]{1,12}$)|和(?=[\u4e00-\u9fff]{2,4}等)/u);
    if (parts.length !== count) continue;
    const last = parts.at(-1) ?? '';
    const cut = LIST_END.exec(last);
    const names = [...parts.slice(0, -1), cut && cut.index > 0 ? last.slice(0, cut.index) : last].map((name) =>
      name.trim(),
    );
    if (names.every((name) => name.length >= 1 && name.length <= 20)) return names;
  }
  return null;
}

/** Subject of each quantity that stands in a 分别-list. `text` is folded. */
export function pairedSubjects(text: string, quantities: readonly Quantity[]): Map<Quantity, string> {
  const subjects = new Map<Quantity, string>();
  for (let at = text.indexOf('分别'); at >= 0; at = text.indexOf('分别', at + 2)) {
    const values = valuesAfter(text, at, quantities);
    if (values.length < 2) continue;
    namesBefore(text, at, values.length)?.forEach((name, i) => {
      const value = values[i];
      if (value) subjects.set(value, name);
    });
  }
  return subjects;
}
