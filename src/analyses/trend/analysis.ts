import { nameIn, sayReason } from '../../base/index.ts';
import { defineAnalysis, type ResultColumn } from '../analysis.ts';
import { type Trend, trendParams, type TrendRow } from './question.ts';
import { trendOf } from './rows.ts';
import { messages } from './messages.ts';
import { messages as outputMessages } from '../output/messages.ts';

type Column = ResultColumn<TrendRow, Trend>;
type Ends = readonly [number, number] | null;

/** A figure with both ends of its interval. */
function figure(
  id: string,
  [en, zh]: readonly [string, string],
  digits: readonly [number, number],
  of: (row: TrendRow) => readonly [number | null, Ends],
  aside?: (result: Trend) => boolean,
): Column[] {
  const end = (i: 0 | 1): Column => ({
    id: `${id}${i === 0 ? 'Low' : 'High'}`,
    title: i === 0 ? { en: 'from', zh: '下限' } : { en: 'to', zh: '上限' },
    digits: digits[1],
    ...(aside === undefined ? {} : { aside }),
    value: (row) => of(row)[1]?.[i] ?? null,
  });
  return [{ id, title: { en, zh }, digits: digits[0], value: (row) => of(row)[0] }, end(0), end(1)];
}

const percent = (value: number): number => value * 100;

export const trend = defineAnalysis({
  id: 'trend',
  title: { en: 'Trend', zh: '趋势' },
  description: {
    en: 'Output of places year by year, adjusted to the size of the observatory and as part of all works, and how fast it grows, with intervals.',
    zh: '各地点历年产出、按观测库规模调整后的份额、占全部成果的比例及其增长速度，均带区间。',
  },
  params: trendParams,
  columns: [
    {
      id: 'place',
      title: { en: 'Place', zh: '地点' },
      value: (row: TrendRow, language) => nameIn(row.place, language),
    },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: TrendRow) => row.place.id },
    { id: 'year', title: { en: 'Year', zh: '年份' }, value: (row: TrendRow) => String(row.year) },
    {
      id: 'works',
      title: { en: 'All works', zh: '全部成果' },
      digits: 0,
      value: (row: TrendRow) => row.works,
    },
    ...figure('share', ['Share', '份额'], [1, 1], (row) => [row.share, row.shareInterval]),
    ...figure(
      'count',
      ['Count', '论文数'],
      [0, 1],
      (row) => [row.count, row.countInterval],
      ({ by }) => by === 'share',
    ),
    ...figure(
      'adjusted',
      ['Adjusted', '调整份额'],
      [1, 1],
      (row) => [row.adjusted, row.adjustedInterval],
      () => true,
    ),
    ...figure('worldPercent', ['% of all', '占比%'], [3, 3], (row) => [
      row.worldShare === null ? null : percent(row.worldShare),
      row.worldInterval === null ? null : [percent(row.worldInterval[0]), percent(row.worldInterval[1])],
    ]),
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '论文过少' },
      value: (row: TrendRow) => (row.fewWorks ? outputMessages.few() : null),
    },
    {
      id: 'incomplete',
      title: { en: 'Incomplete', zh: '未收录完整' },
      value: (row: TrendRow) => (row.incomplete ? messages.incomplete() : null),
    },
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: TrendRow, language) => sayReason(row.reason, language),
    },
  ],
  findings: ({ growth, by }: Trend) =>
    growth.map((one) =>
      one.relative.value === null
        ? messages.noGrowth({ place: one.place, by, reason: one.relative.reason! })
        : messages.growth({ ...one, by }),
    ),
  run: trendOf,
});
