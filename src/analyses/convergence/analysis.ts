import { sayReason } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { convergenceOfOutput } from './output.ts';
import { type Convergence, convergenceParams, type ConvergenceRow } from './question.ts';
import { convergenceOfStatistic } from './statistics.ts';
import { messages } from './messages.ts';

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
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: ConvergenceRow, language) => sayReason(row.reason, language),
    },
  ],
  findings({ place: name, placeZh: nameZh, rows, trend, netTrend, sameParts, beta }: Convergence) {
    const place = { name, nameZh };
    const [first, last] = [rows.at(0), rows.at(-1)];
    return [
      first === undefined || last === undefined
        ? messages.noSigma({ place })
        : messages.sigma({ place, first, last, trend, sameParts }),
      ...(netTrend === null ? [] : [messages.net({ trend: netTrend })]),
      messages.beta({ place, beta }),
    ];
  },
  run: (observatory, given) =>
    given.metric === null
      ? convergenceOfOutput(observatory, given)
      : convergenceOfStatistic(observatory, { ...given, metric: given.metric }),
});
