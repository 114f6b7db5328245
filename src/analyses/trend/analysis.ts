import { defineAnalysis } from '../analysis.ts';
import { columnsOf } from '../result/columns.ts';
import { type Trend, trendParams, trendResult, trendRow } from './question.ts';
import { trendOf } from './rows.ts';
import { messages } from './messages.ts';

export const trend = defineAnalysis({
  id: 'trend',
  title: { en: 'Trend', zh: '趋势' },
  summary: 'Output of places over the years, and its growth',
  description: {
    en: 'Output of places year by year, adjusted to the size of the observatory and as part of all works, and its growth rate, with intervals.',
    zh: '各地点历年产出、按观测库规模调整后的份额、占全部论文的比例及其增长速度，均带区间。',
  },
  params: trendParams,
  result: trendResult,
  columns: columnsOf<typeof trendRow, Trend>(trendRow, [
    'place',
    'year',
    'works',
    'share',
    { of: 'count', endDigits: 1, asideEnds: ({ by }) => by === 'share' },
    { of: 'adjusted', asideEnds: true },
    {
      of: 'worldShare',
      id: 'worldPercent',
      label: { en: '% of all', zh: '占比%' },
      digits: 3,
      times: 100,
      interval: 'worldInterval',
    },
    'fewWorks',
    {
      id: 'incomplete',
      title: { en: 'Incomplete', zh: '未收录完整' },
      value: (row) => (row.incomplete ? messages.incomplete() : null),
    },
    'reason',
  ]),
  findings: ({ growth, by }: Trend) =>
    growth.map((one) =>
      one.relative.value === null
        ? messages.noGrowth({ place: one.place, by, reason: one.relative.reason! })
        : messages.growth({ ...one, by }),
    ),
  run: trendOf,
});
