import { defineAnalysis } from '../analysis.ts';
import { convergenceOfOutput } from './output.ts';
import { type Convergence, convergenceParams, convergenceResult, convergenceRow } from './question.ts';
import { convergenceOfStatistic } from './statistics.ts';
import { columnsOf } from '../result/columns.ts';
import { messages } from './messages.ts';

export const convergence = defineAnalysis({
  id: 'convergence',
  title: { en: 'Convergence', zh: '收敛' },
  summary: 'Whether the cities of a region converge',
  description: {
    en: 'Whether the cities of a region converge, in output or a published metric: the dispersion between them each year (σ), and whether lagging cities grew faster (β).',
    zh: '区域内城市是否趋同：各年差距（σ 收敛），以及落后者是否增长更快（β 收敛）；可用产出或公布指标。',
  },
  params: convergenceParams,
  example: { place: 'yrd_41' },
  result: convergenceResult,
  columns: columnsOf<typeof convergenceRow, Convergence>(convergenceRow, [
    'year',
    'parts',
    'zeros',
    { of: 'sigma', interval: 'interval', ends: ['low', 'high'] },
    'same',
    'net',
    'reason',
  ]),
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
