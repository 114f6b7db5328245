import {
  counted,
  defineMessages,
  type Message,
  type Named,
  nameIn,
  parameter,
  phrase,
  sayReason,
} from '../../base/index.ts';
import type { NamedMetric } from '../statistics/messages.ts';
import { unitZh } from '../statistics/texts.ts';
import type { Beta, Trend } from './question.ts';

interface Figures {
  readonly metric: NamedMetric;
  readonly unit: string;
  readonly vintage: string | null;
}

/** σ of the same parts in a year. */
interface SigmaOfYear {
  readonly year: number;
  readonly same: number | null;
}

interface Sigma {
  readonly place: Named;
  readonly first: SigmaOfYear;
  readonly last: SigmaOfYear;
  readonly trend: Trend;
  readonly sameParts: number;
}

interface OfPlace {
  readonly place: Named;
  readonly beta: Beta;
}

type Ends = readonly [number, number] | null;

function span([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function signed(value: number, digits: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
}

const at = ({ year, same }: SigmaOfYear): string => `${same?.toFixed(3) ?? 'undefined'} (${year})`;
const atZh = ({ year, same }: SigmaOfYear): string => `${year}年${same?.toFixed(3) ?? '无定义'}`;

const trendIn = ({ tau, p, slope, reason }: Trend): string =>
  p === null
    ? `no test of a trend (${reason ?? 'undefined'})`
    : `${slope === null ? '' : `${signed(slope, 4)} a year, `}Mann-Kendall τ = ${signed(tau, 2)}, p = ${p.toPrecision(2)}`;
const trendZh = ({ tau, p, slope, reason }: Trend): string =>
  p === null
    ? `趋势检验不可用（${sayReason(reason, 'zh') ?? '无定义'}）`
    : `${slope === null ? '' : `每年${signed(slope, 4)}，`}曼-肯德尔检验 τ = ${signed(tau, 2)}, p = ${p.toPrecision(2)}`;

function betaIn({ place, beta }: OfPlace): string {
  if (beta.beta === null) return `${place.name}: no β (${beta.reason ?? 'undefined'}).`;
  const ends = (interval: Ends, what: string): string[] =>
    interval === null ? [] : [`${signed(interval[0], 4)} to ${signed(interval[1], 4)} ${what}`];
  const intervals = [...ends(beta.interval, 'over parts'), ...ends(beta.worksInterval, 'over works')].join(
    '; ',
  );
  const speed =
    beta.halfLife === null || beta.speed === null
      ? ` ${beta.reason === null ? '' : `(${beta.reason})`}`
      : `: ${(beta.speed * 100).toFixed(1)}% of the gap a year, half of it in ${beta.halfLife.toFixed(0)} years`;
  const noise =
    beta.corrected === null
      ? ''
      : ` Without the noise of works in the first years β is ${signed(beta.corrected, 4)}.`;
  return `${place.name}: β = ${signed(beta.beta, 4)}${intervals === '' ? '' : ` (${intervals})`} from ${span(beta.from)} to ${span(beta.to)}, ${beta.parts} parts, ${beta.zeros} left out${speed.trimEnd()}.${noise}`;
}

function betaZh({ place, beta }: OfPlace): string {
  if (beta.beta === null) return `${nameIn(place, 'zh')}：没有β（${beta.reasonZh ?? '无定义'}）。`;
  const ends = (interval: Ends, what: string): string[] =>
    interval === null ? [] : [`${what}${signed(interval[0], 4)}至${signed(interval[1], 4)}`];
  const intervals = [...ends(beta.interval, '按组成部分'), ...ends(beta.worksInterval, '按论文')].join('；');
  const speed =
    beta.halfLife === null || beta.speed === null
      ? beta.reasonZh === null
        ? ''
        : `（${beta.reasonZh}）`
      : `：差距每年缩小${(beta.speed * 100).toFixed(1)}%，${beta.halfLife.toFixed(0)}年缩小一半`;
  const noise = beta.corrected === null ? '' : `扣除最初几年的抽样噪声后，β为${signed(beta.corrected, 4)}。`;
  return `${nameIn(place, 'zh')}：β = ${signed(beta.beta, 4)}${intervals === '' ? '' : `（${intervals}）`}，由${span(beta.from)}年至${span(beta.to)}年，${beta.parts}个组成部分，略去${beta.zeros}个${speed}。${noise}`;
}

export const messages = defineMessages('convergence', {
  longWindows: {
    en: ({ size, years }: { size: number; years: number }) =>
      `Two windows of ${counted(size, 'year')} do not fit in ${counted(years, 'year')}. Give a ${parameter('window')} of at most ${Math.floor(years / 2)}, or more years.`,
    zh: ({ size, years }) =>
      `${years}年内容不下两个${size}年的窗口。请将${parameter('window')}取为至多${Math.floor(years / 2)}，或放宽年份。`,
  },
  sigmaFalls: {
    en: 'σ falls where places converge; β below 0 means only that lagging places grew faster: they may have overtaken the others',
    zh: 'σ下降表示各地趋同；β小于0只说明落后者增长更快，并不等于σ收敛：名次可能已经互换',
  },
  zeros: {
    en: 'parts with nothing in a year have no logarithm: they are left out of that year and counted, never given a small number',
    zh: '某年为零的组成部分没有对数：该年略去并计数，绝不以小数代替',
  },
  dependentYears: {
    en: 'the test of the trend takes years as independent; as they carry over, its p is smaller than it should be',
    zh: '趋势检验假定各年独立；各年有延续性，故p值偏小',
  },
  fewBias: {
    en: 'few works bias β towards convergence and make σ fall as works become more; “without noise” takes that out to first order only',
    zh: '论文少时β偏向收敛，且论文增多会使σ下降；“扣除噪声”只作一阶修正',
  },
  overWorks: {
    en: 'linearisation over works in every year (σ, and β over works); Student over cities (β)',
    zh: '各年按论文线性化（σ，以及β按论文的区间）；β另按城市作t分布区间',
  },
  overParts: { en: 'Student over parts (β)', zh: 'β按组成部分作t分布区间' },
  counting: {
    en: ({ counting }: { counting: Message }) =>
      `${phrase(counting, 'en')} of cities, years in a window adjusted to the works of the first`,
    zh: ({ counting }) => `各城市的${phrase(counting, 'zh')}，时间窗内各年按首年的论文总数折算`,
  },
  /** What the parts are compared by. */
  figures: {
    en: ({ metric, unit, vintage }: Figures) => `${metric.id} in ${unit} (${vintage ?? 'no vintage'})`,
    zh: ({ metric, unit, vintage }) => `${metric.nameZh}，单位：${unitZh(unit)}（${vintage ?? '无版本'}）`,
  },
  /** Why there is no series to compare them by. */
  noFigures: {
    en: ({ metric, reason }: { metric: NamedMetric; reason: Message | null }) =>
      `${metric.id}: ${reason === null ? 'no figures' : phrase(reason, 'en')}`,
    zh: ({ metric, reason }) => `${metric.nameZh}：${reason === null ? '没有数据' : phrase(reason, 'zh')}`,
  },
  leftOut: {
    en: ({ reason }: { reason: Message | null }) =>
      `left out: ${reason === null ? 'incomplete' : phrase(reason, 'en')}`,
    zh: ({ reason }) => `略去：${reason === null ? '不完整' : phrase(reason, 'zh')}`,
  },
  /** How far apart the parts were. */
  sigma: {
    en: ({ place, first, last, trend, sameParts }: Sigma) =>
      `${place.name}: σ of the ${sameParts} parts with something in every year from ${at(first)} to ${at(last)}; ${trendIn(trend)}.`,
    zh: ({ place, first, last, trend, sameParts }) =>
      `${nameIn(place, 'zh')}：各年均有数值的${sameParts}个组成部分，σ由${atZh(first)}变为${atZh(last)}；${trendZh(trend)}。`,
  },
  noSigma: {
    en: ({ place }: { place: Named }) => `${place.name}: no σ in any year.`,
    zh: ({ place }) => `${nameIn(place, 'zh')}：各年均无σ。`,
  },
  net: {
    en: ({ trend }: { trend: Trend }) =>
      `Without the noise of works, the σ of the same parts: ${trendIn(trend)}.`,
    zh: ({ trend }) => `扣除抽样噪声后，同一组成部分的σ：${trendZh(trend)}。`,
  },
  /** Whether those behind grew faster. */
  beta: { en: betaIn, zh: betaZh },
});

/** What every answer says of σ and β. */
export const howToRead = (): Message[] => [
  messages.sigmaFalls(),
  messages.zeros(),
  messages.dependentYears(),
];
