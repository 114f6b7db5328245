import { defineMessages, joined, type Language, type Message, nameIn, phrase } from '../../base/index.ts';
import { NOT_ADJUSTED } from '../collaboration/expected-by-size.ts';
import { FOLLOWS_SIZE } from '../field-table/messages.ts';
import { levelZh } from '../population/filter-texts.ts';
import type { ComplementarityParams } from './question.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** The place that is asked about, and the other where there are two. */
interface Scope {
  readonly place: Named;
  readonly partner: Named | null;
}

/** What one city would bring another. */
interface Brings {
  readonly giver: Named;
  readonly receiver: Named;
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  readonly fields: readonly { readonly name: string; readonly nameZh: string | null }[];
}

interface First extends Scope {
  readonly pairs: number;
  readonly known: number;
  readonly toA: Brings;
  readonly toB: Brings;
}

interface Counting {
  readonly of: ComplementarityParams['of'];
  readonly baseline: { readonly name: string; readonly nameZh: string };
  readonly authorCap: number;
}

const scope = ({ place, partner }: Scope): string =>
  [place, ...(partner === null ? [] : [partner])].map(({ name, id }) => `${name} (${id})`).join(' and ');
const scopeZh = ({ place, partner }: Scope): string =>
  [place, ...(partner === null ? [] : [partner])]
    .map((one) => `${nameIn(one, 'zh')}（${one.id}）`)
    .join('与');

const named = (fields: Brings['fields'], language: Language): string =>
  joined(
    fields.map((field) => nameIn(field, language)),
    language,
  );

const ends = ({ interval }: Brings): string =>
  interval === null ? '' : interval.map((end) => end.toFixed(2)).join('–');

function brings(one: Brings): string {
  const interval = one.interval === null ? '' : `, ${ends(one)}`;
  const fields = one.fields.length === 0 ? '' : ` (${named(one.fields, 'en')})`;
  return `${one.giver.name} would bring ${one.receiver.name} ${one.value.toFixed(2)}${interval}${fields}`;
}

function bringsZh(one: Brings): string {
  const interval = one.interval === null ? '' : `，${ends(one)}`;
  const fields = one.fields.length === 0 ? '' : `（${named(one.fields, 'zh')}）`;
  return `${nameIn(one.giver, 'zh')}可为${nameIn(one.receiver, 'zh')}补充${one.value.toFixed(2)}${interval}${fields}`;
}

const POTENTIAL = {
  en: 'complementarity is a potential, not collaboration: distance, language, trust and what the partner wants are not in it',
  zh: '互补性是潜力而非合作：其中没有距离、语言、信任和对方的意愿',
};

/** Why completions are undefined, and what their answer says of itself: phrases; findings are sentences. */
export const messages = defineMessages('complementarity', {
  noShare: {
    en: 'one of the two has no Share in any field under these filters',
    zh: '所选条件下其中一个城市在任何领域都没有份额',
  },
  specialisedInNothing: {
    en: 'one of the two is not specialised in any field, so complementarity is undefined',
    zh: '其中一个城市没有任何专长，无从判断其所缺或所能提供',
  },
  lacksNothing: {
    en: 'the city that would receive lacks no field that is related to another',
    zh: '接受一方不缺少任何与其他领域相关的领域',
  },
  oneCity: {
    en: 'the place has fewer than two cities in this observatory, and so no pairs',
    zh: '该地点在本观测库中不足两个城市，没有城市对',
  },
  /** Complementarity is no forecast. */
  potential: POTENTIAL,
  counting: {
    en: ({ of, baseline, authorCap }: Counting) =>
      `Share (fractional by author, then by institution) of cities by ${of}; location quotients against ${baseline.name}, of what cities got; joint works in full counting with co-affiliation, without works above ${authorCap} authors`,
    zh: ({ of, baseline, authorCap }) =>
      `各城市按${levelZh(of)}的份额（先按作者、再按机构平分）；区位商以${baseline.nameZh}所得份额为基准；合作论文按全计数，含双重隶属，不含作者超过${authorCap}人的论文`,
  },
  method: {
    en: 'draws from the covariance over works (complementarity); linearisation over works, logarithmic (observed/expected)',
    zh: '互补性由论文协方差抽取；观测/预期按论文线性化（对数尺度）',
  },
  whatItIs: {
    en: 'complementarity of b for a: of what is related to the fields that a lacks, the part that b has and a lacks, a mean over these fields; a diverse partner completes everybody',
    zh: 'b对a的互补性：与a所缺领域相关的领域中，b具有而a缺少的部分，按这些领域平均；领域多样的伙伴对谁都互补',
  },
  intervals: {
    en: 'its interval holds relatedness as the other cities have it; similarity, percentile and the fields named have none: they order pairs and are not estimates by themselves',
    zh: '其区间以其他城市给出的领域关联不变为前提；相似度、百分位和所列领域没有区间：它们用于排序，本身不是估计值',
  },
  percentile: {
    en: ({ peers }: { peers: number }) =>
      `percentile, the null model: the part of the ${peers} cities nearest in diversity to the partner (ties besides) that would bring less; about 0.5 is what diversity explains`,
    zh: ({ peers }) =>
      `百分位（零模型）：在领域多样性与该伙伴最接近的${peers}个城市（并列另计）中，互补性更低者所占部分；约0.5即由多样性解释`,
  },
  unknown: {
    en: ({ pairs, unknown }: { pairs: number; unknown: number }) =>
      `${unknown} of ${pairs} pairs are undefined, for the reason in their rows: they are listed last`,
    zh: ({ pairs, unknown }) => `${pairs}对中有${unknown}对无法判断，原因见各行，排在最后`,
  },
  noneKnown: {
    en: ({ reason, ...of }: Scope & { readonly reason: Message }) => `${scope(of)}: ${phrase(reason, 'en')}.`,
    zh: ({ reason, ...of }) => `${scopeZh(of)}：${phrase(reason, 'zh')}。`,
  },
  /** The most complementary pair. */
  first: {
    en: ({ pairs, known, toA, toB, ...of }: First) =>
      `${scope(of)}: ${known} of ${pairs} pairs of cities have an estimate. The most complementary (complementarity ${FOLLOWS_SIZE.en}): ${toA.receiver.name} and ${toA.giver.name}; ${brings(toA)}; ${brings(toB)}.`,
    zh: ({ pairs, known, toA, toB, ...of }) =>
      `${scopeZh(of)}：${pairs}对城市中${known}对可判断。最互补的一对（互补性${FOLLOWS_SIZE.zh}）：${nameIn(toA.receiver, 'zh')}与${nameIn(toA.giver, 'zh')}；${bringsZh(toA)}；${bringsZh(toB)}。`,
  },
  /** How many of the pairs shown work together less than is to be expected. */
  apart: {
    en: ({ pairs, apart }: { pairs: number; apart: number }) =>
      `Of the ${pairs} pairs with an expected value, ${apart} collaborate less than the level expected from size alone (${NOT_ADJUSTED.en}). ${capital(POTENTIAL.en)}.`,
    zh: ({ pairs, apart }) =>
      `所列有预期值的${pairs}对中，${apart}对的合作低于按规模预期的水平（${NOT_ADJUSTED.zh}）。${POTENTIAL.zh}。`,
  },
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
