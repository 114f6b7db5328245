import { nameIn } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { balanceOfOutput } from './output.ts';
import { type Balance, balanceParams, type BalanceRow } from './question.ts';
import { balanceOfStatistic } from './statistics.ts';
import { messages } from './messages.ts';
import { firstIn, indexIn, reasonIn } from './texts.ts';

const number = (
  id: string,
  en: string,
  zh: string,
  digits: number,
  value: (row: BalanceRow) => number | null,
) => ({ id, title: { en, zh }, digits, value });

export const balance = defineAnalysis({
  id: 'balance',
  title: { en: 'Balance', zh: '均衡程度' },
  description: {
    en: 'How unevenly output, or a published metric, is spread over the cities of a region, province or nation: Theil, Gini, coefficient of variation, share of the first.',
    zh: '产出（或公布指标）在区域、省或国家各城市之间分布的不均衡程度：泰尔指数、基尼系数、变异系数、首位城市占比。',
  },
  params: balanceParams,
  example: { definition: ['jjj_13', 'yrd_41', 'gba_9_2'] },
  columns: [
    {
      id: 'place',
      title: { en: 'Place', zh: '地点' },
      value: (row: BalanceRow, language) => nameIn(row.place, language),
    },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: BalanceRow) => row.place.id },
    number('parts', 'Parts', '组成数', 0, (row) => row.parts),
    number('zeros', 'with 0', '其中为零', 0, (row) => row.zeros),
    {
      id: 'index',
      title: { en: 'Index', zh: '指数' },
      value: (row: BalanceRow, language) => indexIn(row.index, language),
    },
    number('value', 'Value', '数值', 3, (row) => row.value),
    number('low', 'from', '下限', 3, (row) => row.interval?.[0] ?? null),
    number('high', 'to', '上限', 3, (row) => row.interval?.[1] ?? null),
    number('boundaryLow', 'boundary from', '边界下限', 3, (row) => row.boundary?.[0] ?? null),
    number('boundaryHigh', 'boundary to', '边界上限', 3, (row) => row.boundary?.[1] ?? null),
    number('most', 'Most', '最大值', 3, (row) => row.most),
    { id: 'first', title: { en: 'First', zh: '首位' }, value: firstIn },
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: BalanceRow, language) => reasonIn(row, language),
    },
  ],
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
