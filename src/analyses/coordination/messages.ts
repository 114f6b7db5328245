import {
  counted,
  defineMessages,
  inBoth,
  joined,
  type Language,
  type Named,
  nameIn,
  parameter,
  type Reason,
  sayReason,
} from '../../base/index.ts';
import { NOT_ADJUSTED, sayRatio, timesExpected } from '../collaboration/expected-by-size.ts';
import { type CountedPairs, linkFilter } from '../collaboration/messages.ts';
import type { Estimate } from '../output/estimate.ts';
import { sayYears, type Years } from '../population/year-windows.ts';
import type { BeforeAfter, CoordinationRow } from './question.ts';

type Stands = Pick<CoordinationRow, 'place' | 'years' | 'intraShare' | 'ratio' | 'kmInside' | 'kmOutside'>;

/** A region before and after a policy, beside its peers, with what was decided in its year. */
interface Around {
  readonly year: number;
  readonly decided: readonly Named[];
  readonly own: BeforeAfter;
  readonly peers: readonly BeforeAfter[];
}

type Form = (value: number) => string;
const percent: Form = (value) => `${(value * 100).toFixed(1)}%`;
const km: Form = (value) => value.toLocaleString('en', { maximumFractionDigits: 0 });

const WORDS = inBoth({
  en: {
    unknown: (why: string) => `unknown (${why})`,
    ends: (ends: string) => ` (${ends})`,
    km: ' km',
    undefinedRatio: (ratio: string) => `observed/expected ${ratio} (${NOT_ADJUSTED.en})`,
    inYears: (ratio: string, years: string) => `${ratio} in ${years}`,
    decided: (names: readonly string[]) => ` (${names.join('; ')})`,
  },
  zh: {
    unknown: (why) => `不可知（${why}）`,
    ends: (ends) => `（${ends}）`,
    km: '公里',
    undefinedRatio: (ratio) => `观测/预期${ratio}（${NOT_ADJUSTED.zh}）`,
    inYears: (ratio, years) => `${years}年${ratio}`,
    decided: (names) => `（${names.join('；')}）`,
  },
});

function say({ value, interval, reason }: Estimate, form: Form, language: Language): string {
  const words = WORDS[language];
  if (value === null) return words.unknown(sayReason(reason, language) ?? '');
  return `${form(value)}${interval === null ? '' : words.ends(interval.map(form).join('–'))}`;
}

const sayKm = (one: Estimate, language: Language): string =>
  `${say(one, km, language)}${one.value === null ? '' : WORDS[language].km}`;

/** A ratio as a sentence has it; by its name where it is undefined. */
function against(ratio: Estimate, language: Language): string {
  const said = say(ratio, sayRatio, language);
  if (ratio.value === null) return WORDS[language].undefinedRatio(said);
  return { en: timesExpected(said).en, zh: `合作是${timesExpected(said).zh}` }[language];
}

const inYears = (one: Estimate, years: Years, language: Language): string =>
  WORDS[language].inYears(say(one, sayRatio, language), sayYears(years));

const decidedIn = (decided: readonly Named[], language: Language): string =>
  decided.length === 0 ? '' : WORDS[language].decided(decided.map((one) => nameIn(one, language)));

function aroundEn({ year, decided, own, peers }: Around): string {
  const when = `${year}${decidedIn(decided, 'en')}`;
  if (own.before === null || own.after === null)
    return `${own.place.name}: before and after ${when} cannot be compared, as there are no works ${missingEn(own)} it.`;
  const change = ({ change: one }: BeforeAfter): string => `${say(one, sayRatio, 'en')} times as much`;
  const beside =
    peers.length === 0
      ? 'No peers were named.'
      : `Peers over the same years: ${peers.map((peer) => `${peer.place.name} ${change(peer)}`).join('; ')}.`;
  return (
    `${own.place.name} around ${when}: observed/expected (${NOT_ADJUSTED.en}) ${inYears(own.ratioBefore, own.before, 'en')}, ${inYears(own.ratioAfter, own.after, 'en')}: ${change(own)}. ` +
    `${beside} A before–after difference is not an effect; the analysis effect tests it.`
  );
}

function missingEn({ before, after }: BeforeAfter): string {
  if (before === null && after === null) return 'before or after';
  return before === null ? 'before' : 'after';
}

function aroundZh({ year, decided, own, peers }: Around): string {
  const name = nameIn(own.place, 'zh');
  const when = `${year}年${decidedIn(decided, 'zh')}`;
  if (own.before === null || own.after === null)
    return `${name}：无法比较${when}前后，因为${own.before === null ? (own.after === null ? '前后均' : '此前') : '此后'}没有论文。`;
  const change = ({ change: one }: BeforeAfter): string => `为此前的${say(one, sayRatio, 'zh')}倍`;
  const beside =
    peers.length === 0
      ? '未指定对照区域。'
      : `同期对照区域：${peers.map((peer) => `${nameIn(peer.place, 'zh')}${change(peer)}`).join('；')}。`;
  return (
    `${name}，${when}前后：观测/预期（${NOT_ADJUSTED.zh}）${inYears(own.ratioBefore, own.before, 'zh')}，${inYears(own.ratioAfter, own.after, 'zh')}，${change(own)}。` +
    `${beside}这不是政策效应；效应须由effect分析检验。`
  );
}

/** What an answer about coordination says of itself: phrases; its findings are sentences. */
export const messages = defineMessages('coordination', {
  counting: {
    en: (filter: CountedPairs) =>
      `Links on weight 1/(k−1) (a city’s pairs in a work add up to 1), ${linkFilter(filter, 'en')}; Gini of Shares`,
    zh: (filter) =>
      `合作按权重1/(k−1)计（每篇论文中一个城市的各对合计为1），${linkFilter(filter, 'zh')}；基尼系数按份额`,
  },
  method: {
    en: 'linearisation over works, the expectation’s own refit included; logarithmic for ratios and distances, logit for the intra share',
    zh: '按论文线性化，计入预期值自身的重新拟合；比值与距离取对数尺度，内部比重取logit尺度',
  },
  noEffect: {
    en: 'a before–after difference is not a causal effect: it includes everything else that happened in these years; the analysis effect tests it',
    zh: '政策前后的差别不等于政策效应：其中包含同期的其他变化；效应须由effect分析检验',
  },
  expected: {
    en: 'expected: quasi-independence (empty diagonal) over all cities with a link under these filters, per year, then summed; distances are between cities’ points, along the great circle, by weight',
    zh: '预期值：对所选条件下有合作的全部城市逐年拟合拟独立模型（对角线为空）后求和；距离为城市点之间的大圆距离，按权重平均',
  },
  density: {
    en: 'density has no interval: resampling can only lose pairs, so an interval would lie below the estimate; density grows with the number of works, while the mean weight of a pair per thousand works does not',
    zh: '密度没有区间：重抽样只会减少有合作的城市对，区间会落在其下；论文越多密度越高，而每千篇论文中城市对的平均权重不受此影响',
  },
  sizes: {
    en: 'polycentricity and Gini move with the number of cities, and with chance where works are few: compare a region with itself, or with one drawn alike; their intervals take the order of cities as it is',
    zh: '多中心性与基尼系数随城市数目变化，论文少时也受偶然性影响：宜与自身或划法相同的区域比较；其区间以现有城市次序为准',
  },
  overlapping: {
    en: 'windows that have years in common are not independent of each other',
    zh: '有共同年份的时段并不相互独立',
  },
  oneYear: {
    en: 'only one year is selected: coordination through time needs two or more',
    zh: '所选范围只有一年：分析协同随时间的变化至少需要两年',
  },
  oneCity: {
    en: ({ place }: { place: Named }) => `${place.name} is a single city: there are no pairs inside it`,
    zh: ({ place }) => `${nameIn(place, 'zh')}只有一个城市：内部没有城市对`,
  },
  noPeers: {
    en: `no peers are selected: changes that affect all regions, such as the coverage of the database, cannot be separated from changes in this region; select some with ${parameter('peers')}`,
    zh: `未指定对照区域：无法区分数据库或时代对所有区域的共同影响与本区域自身的变化；可用${parameter('peers')}指定`,
  },
  noPolicy: {
    en: `no year of a policy is known of this region: give one with ${parameter('policy')} to compare before and after`,
    zh: `未知该区域的政策年份：可用${parameter('policy')}指定以比较前后`,
  },
  roughRows: {
    en: ({ rows, least }: { rows: number; least: number }) =>
      `${counted(rows, 'row')} with fewer than ${least} joint works: intervals are rough there, that of evenness too narrow`,
    zh: ({ rows, least }) => `${rows}行的合作论文不足${least}篇：其区间较粗略，均匀度的区间偏窄`,
  },
  yearsWithout: {
    en: ({ years }: { years: readonly { readonly year: number; readonly reason: Reason }[] }) =>
      `years without an expectation are left out of observed and expected alike: ${joined(
        years.map(({ year, reason }) => `${year} (${reason})`),
        'en',
      )}`,
    zh: ({ years }) =>
      `无法求得预期值的年份不计入观测值与预期值：${joined(
        years.map(({ year, reason }) => `${year}（${sayReason(reason, 'zh')}）`),
        'zh',
      )}`,
  },
  /** How the region stands in the last window. */
  stands: {
    en: ({ place, years, ...row }: Stands) =>
      `${place.name}, ${sayYears(years)}: ${say(row.intraShare, percent, 'en')} of the collaboration of its cities stays inside, ` +
      `${against(row.ratio, 'en')}; mean distance ${sayKm(row.kmInside, 'en')} inside, ${sayKm(row.kmOutside, 'en')} outside.`,
    zh: ({ place, years, ...row }) =>
      `${nameIn(place, 'zh')}，${sayYears(years)}年：城市合作中${say(row.intraShare, percent, 'zh')}留在区域内，` +
      `${against(row.ratio, 'zh')}；平均合作距离：区域内${sayKm(row.kmInside, 'zh')}，区域外${sayKm(row.kmOutside, 'zh')}。`,
  },
  around: { en: aroundEn, zh: aroundZh },
});
