/**
 * The body of a single document: from below its head to above its signature. Where the title covers an annexed
 * document (印发…的通知), the body goes on through that document; other annexes are left out.
 */
import { bare, isAnnex } from '../clean/lines';
import { findTitles } from '../fields/titles';
import { metadataBelow } from '../head/facts';
import { isSalutation } from '../head/lines';
import { isTail, signatureAt } from '../head/signature';
import { endsWithType } from '../head/title';
import type { Para } from '../paragraph';

const COVERS = /印发|转发|下发|发布|公布|颁布|批转/u;

const isAnnexAt = (para: Para | undefined): boolean =>
  para !== undefined && para.block.cell === undefined && isAnnex(para.text);

/** Up to the first annex line that is followed by little or by a signature. */
function upToTail(paras: readonly Para[]): Para[] {
  let end = metadataBelow(paras);
  const annex = paras.findIndex((para, i) => i > 0 && isAnnexAt(para));
  if (annex > 0) end = annex;
  while (end > 1 && paras[end - 1] && isTail(paras[end - 1] as Para)) end -= 1;
  return paras.slice(0, end);
}

/** Lines between the head and the text: the title again, the salutation, what belongs to neither. */
const isAbove = (para: Para, title: string): boolean =>
  isSalutation(para) ||
  isTail(para) ||
  bare(para.text) === bare(title) ||
  (para.block.centred === true && para.text.length <= 100 && endsWithType(para.text));

/** The title names the annexed document, or is that document's own and the letter promulgates it. */
function covers(title: string, letter: readonly Para[]): boolean {
  if (COVERS.test(title)) return true;
  const said = letter.map((para) => para.text).join('');
  return (
    said.length < 1_200 &&
    COVERS.test(said) &&
    findTitles(said).some((named) => bare(title).includes(bare(named.title)))
  );
}

/** Less is a list of files, not what is promulgated. */
const MIN_ANNEX = 100;
const inkOf = (paras: readonly Para[]): number => paras.reduce((sum, para) => sum + para.text.length, 0);

export function singleBody(paras: readonly Para[], title: string): Para[] {
  const start = paras.findIndex((para) => !isAbove(para, title));
  const own = paras.slice(Math.max(0, start));
  const signature = signatureAt(own, 1);
  if (!signature) return [...upToTail(own), ...unsignedAnnex(own, title)];
  const letter = own.slice(0, signature.from);
  // A report without a signature brings the document that has one.
  const brought = unsignedAnnex(letter, title);
  if (brought.length > 0) return [...upToTail(letter), ...brought];
  const rest = own.slice(signature.to);
  const body = upToTail(letter);
  if (!covers(title, letter) || inkOf(rest.filter((para) => !isTail(para))) < MIN_ANNEX) return body;
  return [...body, ...upToTail(singleAnnex(rest))];
}

/** 附：样品办法 and 附件：某部关于颁发《样品办法》的通知, below …转发《关于颁发〈样品办法〉的通知》. */
function isNamedIn(title: string, line: string): boolean {
  const named = bare(line.replace(/^附件?[一二三\d]{0,2} ?[:：]/u, ''));
  return (
    (named.length >= 6 && bare(title).includes(named)) ||
    findTitles(title).some((one) => named.includes(bare(one.title)))
  );
}

const LONE_ANNEX = /^附件?[一二三\d]{0,2} ?[:：]?$/u;

/** Copies that leave out the signature go on with the annex that the title covers. */
function unsignedAnnex(own: readonly Para[], title: string): Para[] {
  const at = own.findIndex((para, i) => i > 0 && isAnnexAt(para));
  const line = own[at];
  if (!line || !COVERS.test(title)) return [];
  // 附件： alone, and the title of the document below it.
  const name = LONE_ANNEX.test(line.text) ? own[at + 1]?.text : line.text;
  if (name === undefined || !isNamedIn(title, name)) return [];
  const annexed = singleAnnex(own.slice(at));
  const text = [...upToTail(annexed), ...unsignedAnnex(annexed, title)];
  return inkOf(text) < MIN_ANNEX ? [] : text;
}

/** The annexed document without the line that calls it an annex. */
function singleAnnex(paras: readonly Para[]): Para[] {
  const first = paras.findIndex((para) => !isTail(para));
  const from = isAnnexAt(paras[first]) ? first + 1 : first;
  const own = paras.slice(Math.max(0, from));
  const signature = signatureAt(own, 2);
  return signature ? own.slice(0, signature.from) : [...own];
}
