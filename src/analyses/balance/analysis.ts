import { defineAnalysis } from '../analysis.ts';
import { balanceOfOutput } from './output.ts';
import { type Balance, balanceParams, balanceResult, balanceRow } from './question.ts';
import { balanceOfStatistic } from './statistics.ts';
import { columnsOf } from '../result/columns.ts';
import { messages } from './messages.ts';

export const balance = defineAnalysis({
  id: 'balance',
  title: { en: 'Balance', zh: '均衡程度' },
  summary: 'Inequality of output across the cities of a place',
  description: {
    en: 'How unevenly output, or a published metric, is distributed over the cities of a region, province or nation: Theil, Gini, coefficient of variation, share of the largest.',
    zh: '产出（或公布指标）在区域、省或国家各城市之间分布的不均衡程度：泰尔指数、基尼系数、变异系数、首位城市占比。',
  },
  params: balanceParams,
  example: { definition: ['jjj_13', 'yrd_41', 'gba_9_2'] },
  result: balanceResult,
  columns: columnsOf<typeof balanceRow, Balance>(balanceRow, [
    'place',
    'parts',
    'zeros',
    'index',
    { of: 'value', interval: 'interval', ends: ['low', 'high'] },
    'boundary',
    'most',
    'first',
    'reason',
  ]),
  findings: ({ rows }: Balance) =>
    rows.flatMap(({ index, place, value, first, firstZh, parts }) =>
      index !== 'first_share' || value === null || first === null
        ? []
        : [messages.first({ place, first: { name: first, nameZh: firstZh }, part: value, parts })],
    ),
  run: (observatory, given) =>
    given.metric === null
      ? balanceOfOutput(observatory, given)
      : balanceOfStatistic(observatory, { ...given, metric: given.metric }),
});
