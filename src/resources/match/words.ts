import { normaliseName } from '../../places/index.ts';
import { stem } from './stem.ts';

/** Words that say nothing of what is needed: function words, and those with which anybody asks. */
const STOP = new Set(
  `a an and any are as at be been but by can could do does for from get had has have he her how i if in into is it its
  me my near need needed needs no not of off on or our out over please she should so some such than that the their them
  then there these they this those to under up us very via was we were what when where which while who whom why will
  with within without would you your want wants wanted seek seeks seeking look looking find finds finding help using use
  used uses new based`
    .split(/\s+/)
    .concat(
      '的 了 和 与 及 或 在 是 有 为 对 于 等 中 上 下 从 到 由 以 其 之 我 我们 你 您 他 它 这 那 哪 哪里 哪些 谁'.split(
        ' ',
      ),
    )
    .concat(
      '什么 怎么 如何 需要 需求 寻找 寻求 想 要 想要 希望 请 请问 能 可以 能够 提供 进行 开展 附近 帮助 用于 使用 基于 一个 一种 并 并且 以及 相关'.split(
        ' ',
      ),
    ),
);

/** Units that stay with the number before them: 28 nm is one word. */
const UNITS =
  'nm um mm cm km m mg kg g ml l w kw mw gw kwh mwh gwh v kv mv a ma ka hz khz mhz ghz thz t k pa kpa mpa gpa ev kev mev gev tev gb tb pb gbps qubit qubits inch d';
const MEASURE = new RegExp(String.raw`\b(\d+(?:p\d+)?) (${UNITS.split(' ').join('|')})\b`, 'g');

/** Han runs, and everything between them. */
const HAN = /\p{Script=Han}+/gu;

/** A text as it is compared: lower case, accents folded, punctuation gone; numbers keep their point and their unit. */
export function plainText(text: string): string {
  const numbers = text.replace(/(\d),(?=\d{3}\b)/g, '$1').replace(/(\d)[.．](?=\d)/g, '$1p');
  return normaliseName(numbers).replace(MEASURE, '$1$2');
}

/** A piece of a text: a Latin word, or an unbroken run of Chinese characters. */
export interface Piece {
  readonly text: string;
  readonly han: boolean;
}

/** The pieces of a plain text, in its order: mixed scripts come apart (`MEMS传感器`, `5G基站`). */
export function pieces(plain: string): Piece[] {
  const found: Piece[] = [];
  const latin = (part: string): void => {
    for (const word of part.split(' ')) if (word !== '') found.push({ text: word, han: false });
  };
  let end = 0;
  for (const match of plain.matchAll(HAN)) {
    latin(plain.slice(end, match.index));
    found.push({ text: match[0], han: true });
    end = match.index + match[0].length;
  }
  latin(plain.slice(end));
  return found;
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a run of Chinese characters: what the segmenter finds, and every pair of neighbours that is none. */
export function hanWords(run: string): string[] {
  const words: string[] = [];
  for (const { segment } of SEGMENTER.segment(run))
    if (!STOP.has(segment) && (segment.length > 1 || run.length === 1)) words.push(segment);
  for (let i = 0; i + 1 < run.length; i++) {
    const pair = run.slice(i, i + 2);
    if (!words.includes(pair) && !STOP.has(pair)) words.push(pair);
  }
  return words;
}

/** Words of any need, whatever it is about; they count less than those that name the matter. */
const WEAK = new Set(
  `advanced large small long short high low good best important major main special general common real full part parts
  product products process processing development developing research study studies work working works technology
  technologies technical system systems method methods condition conditions service services company companies firm
  enterprise industry industrial project solution solutions application applications term time type kind level quality
  performance analysis design production equipment facility facilities support access capability capacity center centre
  partner partners team regional local national international land landing deep tech measurement test testing tests
  evaluation assessment validation materials material device devices platform platforms open public site sites`
    .split(/\s+/)
    .map(stem)
    .concat(
      '技术 产品 开发 研发 研究 系统 方法 服务 合作 公司 企业 项目 大型 小型 高端 先进 新型 设备 工艺 应用 性能 评价'.split(
        ' ',
      ),
    )
    .concat(
      '测试 试验 检测 分析 设计 生产 平台 机构 部件 零件 材料 器件 产业 工业 工程 国家 地区 支持 条件 装备 中心 团队 能力'.split(
        ' ',
      ),
    ),
);

/** Whether a word says little by itself, in a need about anything. */
export function isWeak(word: string): boolean {
  return WEAK.has(word);
}

/** Whether a word is passed over. */
export function isStop(word: string): boolean {
  return STOP.has(word);
}

/** The words of a piece as the index knows them; none for a stop word. */
export function pieceWords({ text, han }: Piece): string[] {
  if (han) return hanWords(text);
  return STOP.has(text) || (text.length === 1 && !/\d/.test(text)) ? [] : [stem(text)];
}

/**
 * The words of a text, English or Chinese or both, in its order: English stemmed, Chinese segmented, and as pairs of
 * characters beside, since a segmenter cuts a name and a need at different places. Stop words are left out.
 */
export function wordsOf(text: string): string[] {
  return pieces(plainText(text)).flatMap(pieceWords);
}
