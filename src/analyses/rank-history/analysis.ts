import { nameIn, sayReason } from '../../base/index.ts';
import { defineAnalysis, type ResultColumn } from '../analysis.ts';
import { type RankHistory, rankHistoryParams, type RankHistoryRow } from './question.ts';
import { historyOf } from './rows.ts';
import { messages } from './messages.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { sayYears } from '../population/year-windows.ts';

type Column = ResultColumn<RankHistoryRow, RankHistory>;

/** An output with both ends of its interval; a printed table has those of what is ranked by. */
function output(by: RankHistory['by'], title: Column['title'], digits: number): Column[] {
  const ends = [
    { end: 'Low', title: { en: 'from', zh: '下限' } },
    { end: 'High', title: { en: 'to', zh: '上限' } },
  ];
  const interval = by === 'share' ? 'shareInterval' : 'countInterval';
  return [
    { id: by, title, digits, value: (row) => row[by] },
    ...ends.map(({ end, title: name }, i): Column => ({
      id: `${by}${end}`,
      title: name,
      digits: 1,
      aside: (result) => result.by !== by,
      value: (row) => row[interval]?.[i] ?? null,
    })),
  ];
}

export const rankHistory = defineAnalysis({
  id: 'rank-history',
  title: { en: 'Ranks through the years', zh: '历年排名' },
  description: {
    en: 'Where places ranked in each year or window of years, with joint rank intervals, and how sure it is that they rose or fell.',
    zh: '各地点历年（或各时段）的名次与联合排名区间，以及升降是否可靠。',
  },
  params: rankHistoryParams,
  columns: [
    {
      id: 'place',
      title: { en: 'Place', zh: '地点' },
      value: (row: RankHistoryRow, language) => nameIn(row.place, language),
    },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: RankHistoryRow) => row.place.id },
    { id: 'years', title: { en: 'Years', zh: '年份' }, value: (row: RankHistoryRow) => sayYears(row.years) },
    { id: 'rank', title: { en: 'Rank', zh: '排名' }, digits: 0, value: (row: RankHistoryRow) => row.rank },
    {
      id: 'rankLow',
      title: { en: 'from', zh: '下限' },
      digits: 0,
      value: (row: RankHistoryRow) => row.rankInterval?.[0] ?? null,
    },
    {
      id: 'rankHigh',
      title: { en: 'to', zh: '上限' },
      digits: 0,
      value: (row: RankHistoryRow) => row.rankInterval?.[1] ?? null,
    },
    {
      id: 'ranked',
      title: { en: 'of', zh: '总数' },
      digits: 0,
      value: (row: RankHistoryRow) => row.ranked,
    },
    ...output('share', { en: 'Share', zh: '份额' }, 1),
    ...output('count', { en: 'Count', zh: '论文数' }, 0),
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '论文过少' },
      value: (row: RankHistoryRow) => (row.fewWorks ? outputMessages.few() : null),
    },
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: RankHistoryRow, language) => sayReason(row.reason, language),
    },
  ],
  findings: ({ changes }: RankHistory) =>
    changes.map(({ first, last, ...change }) =>
      messages.change({ ...change, first: endOf(first), last: first === last ? null : endOf(last) }),
    ),
  run: historyOf,
});

function endOf({ years, rank, rankInterval, ranked, reason }: RankHistoryRow) {
  return { years, rank, rankInterval, ranked, reason };
}
