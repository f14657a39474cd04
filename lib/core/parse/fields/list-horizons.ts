/**
 * The horizon of a list of goals stands in the sentence that leads to it: 到2027年，实现以下目标：, or the one before lines
 * that begin with a dash (——创新能力提升。研发投入强度达到3%。). It governs every line that is set like the first.
 */
import type { Span } from '@/lib/core/model';
import { type Horizon, horizonsOf } from './horizons';
import { firstAfter } from './order';

/** How lines of a list begin, by kind. */
const MARKS: readonly (readonly [kind: string, form: RegExp])[] = [
  ['dash', /^[ \u3000]*(?:[-—–]{1,3} ?[“\p{Script=Han}]|“[^”\n]{2,12}” ?[-—–]{1,3})/u],
  ['bullet', /^[ \u3000]*[●◎■◆•▪]/u],
  ['number', /^[ \u3000]*\d{1,2} ?[.、](?!\d)/u],
  ['bracket', /^[ \u3000]*\(\d{1,2}\)/u],
  ['circle', /^[ \u3000]*[①-⑳]/u],
  ['is', /^[ \u3000]*[一二三四五六七八九十]{1,2}是/u],
  ['pair', /^[ \u3000]*["“]?[\p{Script=Han}A-Za-z]{2,16}["”]?[：:] ?\d/u],
];
/** A list that no colon announces is set apart by more than a number. */
const UNANNOUNCED: ReadonlySet<string> = new Set(['dash', 'bullet']);
const MARK_REACH = 24;

const kindAt = (text: string, at: number): string | null => {
  const line = text.slice(at, at + MARK_REACH);
  return MARKS.find(([, form]) => form.test(line))?.[0] ?? null;
};

const isLineStart = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';

/** Where the line after the sentence begins, or -1 if the sentence does not end its line. */
const nextLine = (text: string, { end }: Span): number =>
  text[end - 1] === '\n' ? end : text[end] === '\n' ? end + 1 : -1;

interface List extends Horizon {
  kind: string;
}

/** 2026年培育目标: what a heading or the words before a colon call a goal is set for their year. */
const NAMES_GOALS = /^[^。；\n]{0,30}(?:目标|任务|指标)(?:如下)?$/u;

/** The list that begins behind `sentence`, and the year that its lead sets. */
function listAfter(
  text: string,
  sentence: Span,
  quantities: readonly Span[],
  publishedYear: number | null,
): List | null {
  const colon = text.slice(sentence.start, sentence.end).search(/[：:] ?\n/u);
  const lead = { start: sentence.start, end: colon < 0 ? sentence.end : sentence.start + colon };
  const at = colon < 0 ? nextLine(text, sentence) : text.indexOf('\n', lead.end) + 1;
  const kind = at < 0 ? null : kindAt(text, at);
  if (kind === null) return null;
  const names = NAMES_GOALS.test(text.slice(lead.start, lead.end).trim());
  if (colon < 0 && !names && !UNANNOUNCED.has(kind)) return null;
  const horizon = horizonsOf(text, lead, publishedYear).findLast(({ planned }) => names || !planned);
  if (!horizon) return null;
  const told = quantities[firstAfter(quantities, horizon.start)];
  if (told && told.start < lead.end) return null;
  return { kind, start: lead.end, end: sentence.end, year: horizon.year, planned: false };
}

/** （二）发展目标。到2027年，… and 二、工作目标 on the line above. */
const GOALS = /^[^。；\n]{0,14}目标(?:任务)?(?:[。:：]|\n|$)/u;
const GOALS_REACH = 24;
/** 目前已建成30家 tells how things stand. */
const STANDS =
  /^(?:截至|目前|现有|当前|近年来|去年|上年|(?:19|20)\d\d ?年)|已经?(?:建成|达到|完成|实现)|每年(?:提|增|新|下|降)/u;

/** 到2030年，… at the beginning of a paragraph, perhaps numbered: all of it is set for that year. */
const LEADS =
  /^[ \u3000]*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]{1,2} ?)?(?:[一二三四五六]是)?(?:力争|[^，。；\n]{2,10}，)?[到至] ?(?:20\d\d|二[〇零○]|“?十[四五六]五)/u;
const LEADS_REACH = 40;
/** 2028年，平台达到60家, after other goals: within so much of the sentence. */
const BEGUN_REACH = 10;
/** What a paragraph that no heading calls goals also tells: what there is, and what is given to whom. */
const GIVEN = /另有|[现共]有|给予|补贴|补助|奖励|资助|罚款|每[家人户亩]/u;

/**
 * Horizons of the sentences below a heading that speaks of goals, and of those in a paragraph that begins with a year:
 * each goes on with the year that was set last.
 */
function* goalHorizons(text: string, sentences: readonly Span[], publishedYear: number | null) {
  let among = false;
  let led = false;
  let year: number | null = null;
  for (const [i, sentence] of sentences.entries()) {
    const { start, end } = sentence;
    if (isLineStart(text, start) && text[start] !== '\n') {
      led = LEADS.test(text.slice(start, start + LEADS_REACH));
      const heads = GOALS.test(text.slice(start, start + GOALS_REACH));
      const headed: boolean = among && year === null && i > 0;
      if (heads || !(headed || kindAt(text, start))) year = null;
      among = heads || headed || (among && (led || year !== null));
    }
    if (!among && !led) continue;
    const all = horizonsOf(text, sentence, publishedYear);
    const own = all.findLast(({ planned }) => !planned);
    const begun: Horizon | undefined =
      year !== null ? all.find((horizon) => horizon.planned && horizon.start - start < BEGUN_REACH) : undefined;
    const told = text.slice(start, end).trimStart();
    if (own) year = own.year;
    else if (begun) {
      year = begun.year;
      yield { i, start, end, year };
    } else if (year !== null && !STANDS.test(told) && (among || !GIVEN.test(told))) yield { i, start, end, year };
  }
}

/** 样品平台：50个 · 2025年营收1亿元以上: what follows explains the goal. */
const EXPLAINS = /[·，；(]/u;

function inLine(text: string, list: List, start: number, end: number): Horizon {
  const cut = list.kind === 'pair' ? text.slice(start, end).search(EXPLAINS) : -1;
  return { start, end: cut < 0 ? end : start + cut, year: list.year, planned: false };
}

/** Horizon of each sentence of a list of goals, by the number of the sentence. `text` is folded. */
export function listHorizons(
  text: string,
  sentences: readonly Span[],
  quantities: readonly Span[],
  publishedYear: number | null,
): ReadonlyMap<number, Horizon> {
  const horizons = new Map<number, Horizon>();
  for (const { i, start, end, year } of goalHorizons(text, sentences, publishedYear)) {
    horizons.set(i, { start, end, year, planned: false });
  }
  let list: List | null = null;
  for (const [i, sentence] of sentences.entries()) {
    const { start, end } = sentence;
    if (list && isLineStart(text, start) && text[start] !== '\n' && kindAt(text, start) !== list.kind) list = null;
    if (list) horizons.set(i, inLine(text, list, start, end));
    else {
      list = listAfter(text, sentence, quantities, publishedYear);
      // The first line of a list goes on with the sentence of its colon.
      if (list && list.start < list.end) horizons.set(i, inLine(text, list, list.start, list.end));
    }
  }
  return horizons;
}
