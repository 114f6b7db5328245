import { defineAnalysis } from './analysis.ts';
import { convergenceOfOutput } from './convergence-output.ts';
import {
  type Beta,
  type Convergence,
  convergenceParams,
  type ConvergenceRow,
  type Trend,
} from './convergence-question.ts';
import { convergenceOfStatistic } from './convergence-statistics.ts';

const number = (
  id: string,
  en: string,
  zh: string,
  digits: number,
  value: (row: ConvergenceRow) => number | null,
) => ({ id, title: { en, zh }, digits, value });

export const convergence = defineAnalysis({
  id: 'convergence',
  title: { en: 'Convergence', zh: '收敛' },
  description: {
    en: 'Whether the cities of a region draw level: how far apart they are each year (σ), and whether those behind grew faster (β), in output or a published metric.',
    zh: '区域内城市是否趋同：各年差距（σ 收敛），以及落后者是否增长更快（β 收敛）；可用产出或公布指标。',
  },
  params: convergenceParams,
  example: { place: 'yrd_41' },
  columns: [
    { id: 'year', title: { en: 'Year', zh: '年份' }, value: (row: ConvergenceRow) => String(row.year) },
    number('parts', 'Parts', '组成数', 0, (row) => row.parts),
    number('zeros', 'with 0', '其中为零', 0, (row) => row.zeros),
    number('sigma', 'σ', 'σ', 3, (row) => row.sigma),
    number('low', 'from', '下限', 3, (row) => row.interval?.[0] ?? null),
    number('high', 'to', '上限', 3, (row) => row.interval?.[1] ?? null),
    number('same', 'σ, same parts', 'σ（固定组成）', 3, (row) => row.same),
    number('net', 'without noise', '扣除噪声', 3, (row) => row.net),
    { id: 'reason', title: { en: 'Why not', zh: '缺失原因' }, value: (row: ConvergenceRow) => row.reason },
  ],
  findings: (result: Convergence) => [
    saySigma(result),
    ...(result.netTrend === null
      ? []
      : [`Without the noise of works, the σ of the same parts: ${sayTrend(result.netTrend)}.`]),
    sayBeta(result.place, result.beta),
  ],
  run: (observatory, given) =>
    given.metric === null
      ? convergenceOfOutput(observatory, given)
      : convergenceOfStatistic(observatory, { ...given, metric: given.metric }),
});

function saySigma({ place, rows, trend, sameParts }: Convergence): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (first === undefined || last === undefined) return `${place}: no σ in any year.`;
  const at = (row: ConvergenceRow): string => `${row.same?.toFixed(3) ?? 'undefined'} (${row.year})`;
  return `${place}: σ of the ${sameParts} parts with something in every year from ${at(first)} to ${at(last)}; ${sayTrend(trend)}.`;
}

function sayTrend({ tau, p, slope, reason }: Trend): string {
  if (p === null) return `no test of a trend (${reason ?? 'undefined'})`;
  return `${slope === null ? '' : `${signed(slope, 4)} a year, `}Mann-Kendall τ = ${signed(tau, 2)}, p = ${p.toPrecision(2)}`;
}

function sayBeta(place: string, beta: Beta): string {
  if (beta.beta === null) return `${place}: no β (${beta.reason ?? 'undefined'}).`;
  const span = ([from, to]: readonly [number, number]): string =>
    from === to ? String(from) : `${from}–${to}`;
  const ends = (interval: readonly [number, number] | null, what: string): string[] =>
    interval === null ? [] : [`${signed(interval[0], 4)} to ${signed(interval[1], 4)} ${what}`];
  const intervals = [...ends(beta.interval, 'over parts'), ...ends(beta.worksInterval, 'over works')].join(
    '; ',
  );
  const speed =
    beta.halfLife === null || beta.speed === null
      ? ` ${beta.reason === null ? '' : `(${beta.reason})`}`
      : `: ${(beta.speed * 100).toFixed(1)} % of the gap a year, half of it in ${beta.halfLife.toFixed(0)} years`;
  const noise =
    beta.corrected === null
      ? ''
      : ` Without the noise of works in the first years β is ${signed(beta.corrected, 4)}.`;
  return `${place}: β = ${signed(beta.beta, 4)}${intervals === '' ? '' : ` (${intervals})`} from ${span(beta.from)} to ${span(beta.to)}, ${beta.parts} parts, ${beta.zeros} left out${speed.trimEnd()}.${noise}`;
}

function signed(value: number, digits: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
}
