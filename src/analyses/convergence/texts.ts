import { type Bilingual, type Language, sayReason } from '../../base/index.ts';
import type { Beta, Convergence, ConvergenceRow, Trend } from './question.ts';
import { OUTPUT_COUNTING } from '../output/texts.ts';

export const CONVERGENCE_NOTES: readonly Bilingual[] = [
  {
    en: 'σ falls where places draw level; β below 0 says only that those behind grew faster, and is not σ: they may have changed places',
    zh: 'σ下降表示各地趋同；β小于0只说明落后者增长更快，并不等于σ收敛：名次可能已经互换',
  },
  {
    en: 'parts with nothing in a year have no logarithm: they are left out of that year and counted, never given a small number',
    zh: '某年为零的组成部分没有对数：该年略去并计数，绝不以小数代替',
  },
  {
    en: 'the test of the trend takes years as independent; as they carry over, its p is smaller than it should be',
    zh: '趋势检验假定各年独立；各年有延续性，故p值偏小',
  },
];

export const FEW_BIAS: Bilingual = {
  en: 'few works bias β towards convergence and make σ fall as works become more; “without noise” takes that out to first order only',
  zh: '成果少时β偏向收敛，且成果增多会使σ下降；“扣除噪声”只作一阶修正',
};
export const OVER_WORKS: Bilingual = {
  en: 'linearisation over works in every year (σ, and β over works); Student over cities (β)',
  zh: '各年按成果线性化（σ，以及β的成果区间）；β另按城市作t分布区间',
};
export const OVER_PARTS: Bilingual = { en: 'Student over parts (β)', zh: 'β按组成部分作t分布区间' };

export function countingOf(by: 'share' | 'count'): Bilingual {
  const { en, zh } = OUTPUT_COUNTING[by];
  return {
    en: `${en} of cities, years in a window adjusted to the works of the first`,
    zh: `各城市的${zh}，时间窗内各年按首年的成果数折算`,
  };
}

/** How far apart the parts were, and whether those behind grew faster. */
export function findingsOf(result: Convergence, language: Language = 'en'): string[] {
  const say = SAY[language];
  const place = language === 'zh' ? (result.placeZh ?? result.place) : result.place;
  return [
    say.sigma(place, result),
    ...(result.netTrend === null ? [] : [say.net(say.trend(result.netTrend))]),
    say.beta(place, result.beta),
  ];
}

interface Say {
  readonly sigma: (place: string, result: Convergence) => string;
  readonly net: (trend: string) => string;
  readonly trend: (trend: Trend) => string;
  readonly beta: (place: string, beta: Beta) => string;
}

type Ends = readonly [number, number] | null;

const SAY: Readonly<Record<Language, Say>> = {
  en: {
    sigma(place, { rows, trend, sameParts }) {
      const [first, last] = [rows.at(0), rows.at(-1)];
      if (first === undefined || last === undefined) return `${place}: no σ in any year.`;
      const at = (row: ConvergenceRow): string => `${row.same?.toFixed(3) ?? 'undefined'} (${row.year})`;
      return `${place}: σ of the ${sameParts} parts with something in every year from ${at(first)} to ${at(last)}; ${SAY.en.trend(trend)}.`;
    },
    net: (trend) => `Without the noise of works, the σ of the same parts: ${trend}.`,
    trend: ({ tau, p, slope, reason }) =>
      p === null
        ? `no test of a trend (${reason ?? 'undefined'})`
        : `${slope === null ? '' : `${signed(slope, 4)} a year, `}Mann-Kendall τ = ${signed(tau, 2)}, p = ${p.toPrecision(2)}`,
    beta(place, beta) {
      if (beta.beta === null) return `${place}: no β (${beta.reason ?? 'undefined'}).`;
      const ends = (interval: Ends, what: string): string[] =>
        interval === null ? [] : [`${signed(interval[0], 4)} to ${signed(interval[1], 4)} ${what}`];
      const intervals = [
        ...ends(beta.interval, 'over parts'),
        ...ends(beta.worksInterval, 'over works'),
      ].join('; ');
      const speed =
        beta.halfLife === null || beta.speed === null
          ? ` ${beta.reason === null ? '' : `(${beta.reason})`}`
          : `: ${(beta.speed * 100).toFixed(1)} % of the gap a year, half of it in ${beta.halfLife.toFixed(0)} years`;
      const noise =
        beta.corrected === null
          ? ''
          : ` Without the noise of works in the first years β is ${signed(beta.corrected, 4)}.`;
      return `${place}: β = ${signed(beta.beta, 4)}${intervals === '' ? '' : ` (${intervals})`} from ${span(beta.from)} to ${span(beta.to)}, ${beta.parts} parts, ${beta.zeros} left out${speed.trimEnd()}.${noise}`;
    },
  },
  zh: {
    sigma(place, { rows, trend, sameParts }) {
      const [first, last] = [rows.at(0), rows.at(-1)];
      if (first === undefined || last === undefined) return `${place}：各年均无σ。`;
      const at = (row: ConvergenceRow): string => `${row.year}年${row.same?.toFixed(3) ?? '无定义'}`;
      return `${place}：各年均有数值的${sameParts}个组成部分，σ由${at(first)}变为${at(last)}；${SAY.zh.trend(trend)}。`;
    },
    net: (trend) => `扣除成果噪声后，同一组成部分的σ：${trend}。`,
    trend: ({ tau, p, slope, reason }) =>
      p === null
        ? `趋势检验不可用（${sayReason(reason, 'zh') ?? '无定义'}）`
        : `${slope === null ? '' : `每年${signed(slope, 4)}，`}曼-肯德尔检验 τ = ${signed(tau, 2)}, p = ${p.toPrecision(2)}`,
    beta(place, beta) {
      if (beta.beta === null) return `${place}：没有β（${beta.reasonZh ?? '无定义'}）。`;
      const ends = (interval: Ends, what: string): string[] =>
        interval === null ? [] : [`${what}${signed(interval[0], 4)}至${signed(interval[1], 4)}`];
      const intervals = [...ends(beta.interval, '按组成部分'), ...ends(beta.worksInterval, '按成果')].join(
        '；',
      );
      const speed =
        beta.halfLife === null || beta.speed === null
          ? beta.reasonZh === null
            ? ''
            : `（${beta.reasonZh}）`
          : `：差距每年缩小${(beta.speed * 100).toFixed(1)} %，${beta.halfLife.toFixed(0)}年缩小一半`;
      const noise =
        beta.corrected === null ? '' : `扣除最初几年的成果噪声后，β为${signed(beta.corrected, 4)}。`;
      return `${place}：β = ${signed(beta.beta, 4)}${intervals === '' ? '' : `（${intervals}）`}，由${span(beta.from)}年至${span(beta.to)}年，${beta.parts}个组成部分，略去${beta.zeros}个${speed}。${noise}`;
    },
  },
};

function span([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function signed(value: number, digits: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
}
