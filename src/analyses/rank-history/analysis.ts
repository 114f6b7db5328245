import { defineAnalysis } from '../analysis.ts';
import { columnsOf } from '../result/columns.ts';
import {
  type RankHistory,
  rankHistoryParams,
  rankHistoryResult,
  type RankHistoryRow,
  rankHistoryRow,
} from './question.ts';
import { historyOf } from './rows.ts';
import { messages } from './messages.ts';

export const rankHistory = defineAnalysis({
  id: 'rank-history',
  title: { en: 'Ranks through the years', zh: '历年排名' },
  summary: 'Ranks of places over the years',
  description: {
    en: 'Ranks of places in each year or window of years, with joint rank intervals and the probability that they rose or fell.',
    zh: '各地点历年（或各时段）的名次与联合排名区间，以及升降是否可靠。',
  },
  params: rankHistoryParams,
  result: rankHistoryResult,
  columns: columnsOf<typeof rankHistoryRow, RankHistory>(rankHistoryRow, [
    'place',
    'years',
    'rank',
    'ranked',
    // A printed table shows the interval of what was ranked by.
    { of: 'share', asideEnds: ({ by }) => by !== 'share' },
    { of: 'count', endDigits: 1, asideEnds: ({ by }) => by !== 'count' },
    'fewWorks',
    'reason',
  ]),
  findings: ({ changes }: RankHistory) =>
    changes.map(({ first, last, ...change }) =>
      messages.change({ ...change, first: endOf(first), last: first === last ? null : endOf(last) }),
    ),
  run: historyOf,
});

function endOf({ years, rank, rankInterval, ranked, reason }: RankHistoryRow) {
  return { years, rank, rankInterval, ranked, reason };
}
